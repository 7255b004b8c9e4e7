import type { Answer } from './scan-rule.ts';
import { isNamedSecret } from './scan-rules.ts';
import { chooseSerial, isSerialName, type NamedValue } from './scan-serial-name.ts';

/** Source: RFC 8259, sections 3 to 7. */
const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])\s*/y;

/** Chosen: a label that saves room would name a secret or a key so; in a link these letters mean other things. */
const SHORT_SECRET_NAME = /^[sk]$/i;

/**
 * The serial number of a label that is a JSON object, at any depth. What stands beside it is not kept, because nobody
 * knows what a vendor writes there.
 */
export function readLabelJson(text: string): Answer {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  const tokens = cutTokens(text);
  if (!tokens) return null;
  const members = tokens.flatMap((token, index) => (token === ':' ? [memberAt(tokens, index)] : []));
  if (members.some((member) => isNamedSecret(member) || SHORT_SECRET_NAME.test(member.name)))
    return { kind: 'refused', code: 'scan-holds-secret', shows: 'nothing' };
  return chooseSerial(members.filter(({ name }) => isSerialName(name)));
}

/** `null`: it is no JSON, or holds escapes, behind which anything could stand. */
function cutTokens(text: string): readonly string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || token.includes('\\')) return null;
    tokens.push(token);
  }
  return tokens;
}

/** A value that is neither a text nor a whole number is none that could be a serial number. */
function memberAt(tokens: readonly string[], colonAt: number): NamedValue {
  const [name = '', value = ''] = [tokens[colonAt - 1], tokens[colonAt + 1]];
  const written = /^"(.*)"$/.exec(value)?.[1] ?? (/^\d+$/.test(value) ? value : '');
  return { name: name.replaceAll('"', ''), value: written, excerpt: `{${name}:${value}}` };
}

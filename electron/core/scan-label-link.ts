import type { Answer } from './scan-rule.ts';
import { isLink, isNamedSecret } from './scan-rules.ts';
import { chooseSerial, isSerialName, type NamedValue } from './scan-serial-name.ts';

/**
 * The serial number that a link names in its query. Nothing else of a link is kept: a secret may stand in its path, and
 * a number in its path may be anything.
 */
export function readLabelLink(text: string): Answer {
  if (!isLink(text)) return null;
  const values = queryOf(text);
  if (values.some(isNamedSecret)) return { kind: 'refused', code: 'scan-holds-secret', shows: 'nothing' };
  const serial = chooseSerial(values.filter(({ name }) => isSerialName(name)));
  return serial ?? { kind: 'refused', code: 'scan-link', shows: 'nothing' };
}

/**
 * The query of a link of the web, which begins at the first `?` and ends at `#`.
 * Source: RFC 3986 section 3.4.
 */
function queryOf(link: string): readonly NamedValue[] {
  const [, start = '', query = ''] = /^(https?:\/\/|www\.)[^?#]*\?([^#]*)/i.exec(link) ?? [];
  return query.split(/[&;]/).map((part) => {
    const pair = part.trim();
    const [name = '', ...values] = pair.split('=');
    return { name, value: values.join('='), excerpt: `${start}\u2026?${pair}` };
  });
}

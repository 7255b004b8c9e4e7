import type { ClaimsChallenge } from './ports.ts';

// A name and its value; a quoted value may hold anything.
const PARAMETER = /\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))\s*(?:,|$)/y;
const SCHEME = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:\s+[A-Za-z0-9\-._~+/]+=*(?=\s*(?:,|$)))?(?=[\s,]|$)/y;

type Challenge = { readonly scheme: string; readonly parameters: ReadonlyMap<string, string> };

/**
 * The claims that the next token must hold, as JSON text, from the WWW-Authenticate header (several of them joined by
 * commas, as HTTP allows); `null` where none are asked for, or nothing can be made of it.
 * Source: Microsoft identity platform, "Claims challenges"; RFC 9110 §11.6.1 (syntax).
 */
export function parseChallenge(header: string | null): ClaimsChallenge {
  const asking = splitChallenges(header ?? '').filter(
    ({ scheme, parameters }) => scheme === 'bearer' && parameters.get('error')?.toLowerCase() === 'insufficient_claims',
  );
  for (const { parameters } of asking) {
    const claims = readClaims(parameters.get('claims') ?? '');
    if (claims !== null) return claims;
  }
  return null;
}

/** Names are lower-case. What does not follow the syntax is passed over up to the next comma. */
function splitChallenges(header: string): readonly Challenge[] {
  const found: { readonly scheme: string; readonly parameters: Map<string, string> }[] = [];
  let at = 0;
  while (at < header.length) {
    const current = found.at(-1);
    const parameter = current ? matchAt(PARAMETER, header, at) : null;
    const scheme = parameter ? null : matchAt(SCHEME, header, at);
    if (current && parameter) {
      const [, name = '', quoted, plain = ''] = parameter;
      // Chosen: of a name that stands there twice the first counts; the second may be somebody else's addition.
      if (!current.parameters.has(name.toLowerCase())) {
        current.parameters.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? plain);
      }
    } else if (scheme) found.push({ scheme: (scheme[1] ?? '').toLowerCase(), parameters: new Map() });
    const read = parameter ?? scheme;
    at = read ? at + read[0].length : skipTo(',', header, at);
  }
  return found;
}

/** The place after the next `sign`, or the end. */
function skipTo(sign: string, text: string, at: number): number {
  const place = text.indexOf(sign, at);
  return place === -1 ? text.length : place + 1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Base64 in either alphabet; some services have been seen to send the JSON itself. */
function readClaims(text: string): string | null {
  const json = text.trimStart().startsWith('{') ? text : decodeBase64(text);
  if (json === null) return null;
  try {
    const claims: unknown = JSON.parse(json);
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? json : null;
  } catch {
    return null;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Core has neither `atob` nor `Buffer`. Source: RFC 4648 §4 and §5; the padding may be missing. `null`: not UTF-8. */
function decodeBase64(text: string): string | null {
  const signs = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(signs) || signs.length % 4 === 1) return null;
  const bits = Array.from(signs, (sign) => ALPHABET.indexOf(sign).toString(2).padStart(6, '0')).join('');
  const bytes = bits.match(/[01]{8}/g) ?? [];
  try {
    return decodeURIComponent(bytes.map((byte) => `%${parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

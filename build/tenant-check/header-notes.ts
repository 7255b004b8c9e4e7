import { parseChallenge } from '../../electron/core/graph-challenge.ts';

/** `there`: only that it is. `number`: its value, where it is one. */
type How = 'there' | 'number' | 'mediaType' | 'challenge';

/**
 * The headers that are worth knowing. Everything else that a gateway adds is left out.
 * Source: Graph, "Throttling limits" and "Best practices"; RFC 9110; RFC 8594 and RFC 9745 for what will go away.
 */
const HEADERS: ReadonlyMap<string, How> = new Map([
  ['request-id', 'there'],
  ['client-request-id', 'there'],
  ['date', 'there'],
  ['content-type', 'mediaType'],
  ['location', 'there'],
  ['retry-after', 'number'],
  ['www-authenticate', 'challenge'],
  ['x-ms-ags-diagnostic', 'there'],
  ['x-ms-resource-unit', 'number'],
  ['x-ms-throttle-limit-percentage', 'number'],
  ['x-ms-throttle-scope', 'there'],
  ['x-ms-throttle-information', 'there'],
  ['ratelimit-limit', 'number'],
  ['ratelimit-remaining', 'number'],
  ['ratelimit-reset', 'number'],
  ['deprecation', 'there'],
  ['sunset', 'there'],
  ['warning', 'there'],
]);

/** Those of them that speak of throttling. */
export const THROTTLING_HEADERS: readonly string[] = [...HEADERS.keys()].filter((name) =>
  /^retry-after$|throttle|resource-unit|^ratelimit/.test(name),
);

export type ChallengeNote = {
  readonly scheme: string;
  readonly error: string | null;
  /** The names of what the next token must hold, such as `access_token.acrs.value`; `null`: none can be read. */
  readonly claims: readonly string[] | null;
};

export type HeaderNotes = Readonly<Record<string, string | ChallengeNote>>;

export function isHeaderName(name: string): boolean {
  return HEADERS.has(name.toLowerCase());
}

/** The headers of an answer without anything of anybody's: that they are there, and numbers. */
export function noteHeaders(headers: ReadonlyMap<string, string>): HeaderNotes {
  return Object.fromEntries(
    [...HEADERS].flatMap(([name, how]) => {
      const value = headers.get(name);
      return value === undefined ? [] : [[name, note(how, value)]];
    }),
  );
}

function note(how: How, value: string): string | ChallengeNote {
  switch (how) {
    case 'there':
      return '<there>';
    case 'number':
      return /^\d{1,5}(?:\.\d{1,2})?$/.test(value.trim()) ? value.trim() : '<there, no number>';
    case 'mediaType':
      return /^(?:application|text)\/(?:[a-z]+\+)?[a-z]+/.exec(value.toLowerCase())?.[0] ?? '<there>';
    case 'challenge':
      return noteChallenge(value);
  }
}

const KNOWN_ERRORS = ['insufficient_claims', 'invalid_token', 'insufficient_scope', 'interaction_required'];

function noteChallenge(value: string): ChallengeNote {
  const claims = parseChallenge(value);
  const error = KNOWN_ERRORS.find((name) => new RegExp(`\\berror\\s*=\\s*"?${name}\\b`, 'i').test(value));
  return {
    scheme: /^\s*(Bearer|PoP|Basic|Negotiate)\b/i.exec(value)?.[1] ?? '<other>',
    error: error ?? null,
    claims: claims === null ? null : namesIn(JSON.parse(claims)),
  };
}

/** The paths to every value. A name that is none of OpenID's words is left as `<name>`. */
function namesIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => {
    const shown = /^[a-z][a-z_]{0,39}$/.test(name) ? name : '<name>';
    return namesIn(inner, path === '' ? shown : `${path}.${shown}`);
  });
}

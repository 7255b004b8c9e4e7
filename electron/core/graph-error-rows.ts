import type { ProblemCode } from '../contract/problem.ts';

/**
 * One line of what an error means. Rows are tried in order; the first that fits wins.
 * `words`: looked for in the codes, the messages and the claims that the answer asks for, leniently.
 * `basis`: where it comes from. No public catalogue of these calls' errors exists, so most rows are assumed, and the
 * words that Graph sends are always shown beside ours. What fits no row is shown as it came.
 */
export type ErrorRow = {
  readonly status: number;
  readonly words?: RegExp;
  /** Only for a write about the operator's own tokens. */
  readonly self?: true;
  /** Only where the answer asks for claims that the token lacks. */
  readonly challenged?: true;
  readonly means: ProblemCode;
  readonly basis: 'documented' | 'observed' | 'assumed';
};

/** Words of a service that wants multi-factor authentication anew. Seen at other Microsoft services, never at this one. */
const WANTS_MFA = /MFA|multi-?factor|\bclaims?\b/i;

/**
 * A rule of the organization that no other sign-in from here gets past.
 * Source: Microsoft Entra, "authentication and authorization error codes": 53000 to 53003 are Conditional Access, 50105 an
 * app that is for others.
 * Observed: github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/1450: `capolids` names the policies.
 */
const IS_BLOCKED = /conditional\s?access|\bAADSTS(?:5300(?:[0-3]|\d{2})|50105)\b|\bcapolids\b/i;

export const ERROR_ROWS: readonly ErrorRow[] = [
  { status: 401, words: IS_BLOCKED, means: 'blocked-by-policy', basis: 'assumed' },
  // Source: "Claims challenges", for a challenge that stands although the token was renewed for it.
  { status: 401, self: true, challenged: true, means: 'fresh-sign-in-wanted', basis: 'documented' },
  { status: 401, self: true, words: WANTS_MFA, means: 'fresh-sign-in-wanted', basis: 'assumed' },
  { status: 401, means: 'signed-out', basis: 'documented' },
  { status: 403, words: IS_BLOCKED, means: 'blocked-by-policy', basis: 'assumed' },
  { status: 403, self: true, challenged: true, means: 'fresh-sign-in-wanted', basis: 'documented' },
  { status: 403, challenged: true, means: 'signed-out', basis: 'documented' },
  { status: 403, self: true, words: WANTS_MFA, means: 'fresh-sign-in-wanted', basis: 'assumed' },
  { status: 403, words: WANTS_MFA, means: 'signed-out', basis: 'assumed' },
  // The ten-minute rule of self-service has no documented form; this is how these calls deny in general.
  { status: 403, self: true, words: /\baccessDenied\b/i, means: 'fresh-sign-in-wanted', basis: 'assumed' },
  { status: 403, words: /guest|external/i, means: 'user-is-guest', basis: 'assumed' },
  { status: 403, means: 'not-permitted', basis: 'observed' },
  // Source: RFC 9110 §15.5.8: the proxy did not pass the request on, and wants to know who asks.
  { status: 407, means: 'proxy-sign-in-wanted', basis: 'documented' },
  { status: 429, means: 'throttled', basis: 'documented' },
  { status: 424, means: 'graph-refused', basis: 'documented' },
  { status: 404, words: /authentication\s?method/i, means: 'method-unknown', basis: 'assumed' },
  { status: 404, words: /segment/i, means: 'graph-refused', basis: 'observed' },
  { status: 404, words: /serial|token|device|oath/i, means: 'serial-unknown', basis: 'assumed' },
  // Something must have been said: a proxy's empty 404 tells nothing of a person.
  { status: 404, words: /./, means: 'user-unknown', basis: 'observed' },
  { status: 409, means: 'token-taken', basis: 'assumed' },
  // Observed: github.com/microsoftgraph/msgraph-beta-sdk-python/issues/764: what the service says of an unknown path.
  { status: 400, words: /segment/i, means: 'graph-refused', basis: 'observed' },
  { status: 400, words: /verification\s?code|\botp\b|passcode/i, means: 'code-rejected', basis: 'assumed' },
  {
    status: 400,
    words: /not (?:been |currently )?(?:assigned|activated)/i,
    means: 'token-not-activated',
    basis: 'assumed',
  },
  { status: 400, words: /already (?:been )?(?:assigned|activated)|in use/i, means: 'token-taken', basis: 'assumed' },
  { status: 400, words: /guest|external/i, means: 'user-is-guest', basis: 'assumed' },
  { status: 400, words: /limit|maximum|at most|too many|exceed/i, means: 'user-has-five-methods', basis: 'assumed' },
  { status: 400, words: /serial|not found|does not exist/i, means: 'serial-unknown', basis: 'assumed' },
];

import type { ProblemCode } from '../../contract/problem.ts';

/**
 * One line of what a failed sign-in means. Rows are tried in order; the first that fits wins.
 * `number`: Microsoft's own, where no word of OAuth says it. Where the numbers change, the words are left.
 * `word`: OAuth's error or the more exact one beside it.
 * `says`: our sentence, in place of the service's text.
 */
export type SignInRow = {
  readonly number?: RegExp;
  readonly word?: string;
  readonly means: ProblemCode;
  readonly says: string;
  readonly basis: 'documented' | 'observed' | 'assumed';
};

const BLOCKED = 'The organisation’s rules do not allow this sign-in';
const NOT_GRANTED = 'The organisation does not grant the permissions that were asked for';
const DECLINED = 'The sign-in or the consent to it was declined';
const EXPIRED = 'The sign-in has expired or was revoked';
const WRONG_REGISTRATION = 'The sign-in service refused, because the app’s registration does not allow this';
export const SERVICE_FAILING = 'The sign-in service has a fault of its own';

/**
 * Source: Microsoft Entra, "authentication and authorization error codes" for the numbers, "user consent settings" for
 * 90094; RFC 6749 §4.1.2.1, §5.2, RFC 8628 §3.5, OpenID Connect Core §3.1.2.6 for the words; Microsoft Entra, "device
 * authorization grant" for `authorization_declined`.
 * Observed: learn.microsoft.com, Power Query, "Access denied": 650053 comes with `access_denied`, and the Graph scope is
 * named in it; @azure/msal-node 7.2.3 for the words that no authority sends: `no_tokens_found`.
 */
export const SIGN_IN_ROWS: readonly SignInRow[] = [
  // Blocked by Conditional Access. The token stays with who has it: the same person may be let in from another place.
  { number: /^AADSTS5300(?:[0-3]|\d{2})$/, means: 'blocked-by-policy', says: BLOCKED, basis: 'documented' },
  // The app is for others: somebody has to assign it to them.
  { number: /^AADSTS50105$/, means: 'blocked-by-policy', says: BLOCKED, basis: 'documented' },
  // Nobody has consented; whoever was asked declined; an administrator has to.
  { number: /^AADSTS65001$/, means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'documented' },
  { number: /^AADSTS65004$/, means: 'scopes-not-granted', says: DECLINED, basis: 'documented' },
  { number: /^AADSTS90094\d?$/, means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'documented' },
  // A scope that is not valid, that Graph does not have in this tenant, or that is not in the app's registration.
  { number: /^AADSTS70011$/, means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'documented' },
  { number: /^AADSTS65005[37]$/, means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'observed' },
  { word: 'invalid_scope', means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'documented' },
  { word: 'consent_required', means: 'scopes-not-granted', says: NOT_GRANTED, basis: 'documented' },
  { word: 'access_denied', means: 'not-permitted', says: DECLINED, basis: 'documented' },
  { word: 'authorization_declined', means: 'not-permitted', says: DECLINED, basis: 'documented' },
  { word: 'expired_token', means: 'signed-out', says: 'The code was not used in time', basis: 'documented' },
  { word: 'message_only', means: 'blocked-by-policy', says: BLOCKED, basis: 'observed' },
  { word: 'invalid_client', means: 'graph-refused', says: WRONG_REGISTRATION, basis: 'documented' },
  { word: 'unauthorized_client', means: 'graph-refused', says: WRONG_REGISTRATION, basis: 'documented' },
  { word: 'server_error', means: 'graph-failing', says: SERVICE_FAILING, basis: 'documented' },
  { word: 'temporarily_unavailable', means: 'graph-failing', says: SERVICE_FAILING, basis: 'documented' },
  { word: 'invalid_grant', means: 'signed-out', says: EXPIRED, basis: 'documented' },
  {
    word: 'interaction_required',
    means: 'signed-out',
    says: 'The organisation asks to sign in again',
    basis: 'documented',
  },
  { word: 'login_required', means: 'signed-out', says: EXPIRED, basis: 'documented' },
  { word: 'no_tokens_found', means: 'signed-out', says: EXPIRED, basis: 'observed' },
];

/** Where no row fits: the library knows more words for interaction than this table. */
export const ASKS_PERSON: Omit<SignInRow, 'basis'> = { means: 'signed-out', says: EXPIRED };
export const UNKNOWN: Omit<SignInRow, 'basis'> = { means: 'graph-refused', says: 'The sign-in service refused' };

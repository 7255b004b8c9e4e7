import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { Problem, ProblemCode } from '../../contract/problem.ts';

type Meaning = { readonly code: ProblemCode; readonly words: string };

const signInAgain: Meaning = { code: 'signed-out', words: 'The sign-in has expired or was revoked' };
const notAllowed: Meaning = { code: 'not-permitted', words: 'The sign-in or the consent to it was declined' };
const notUsed: Meaning = { code: 'signed-out', words: 'The code was not used in time' };
/** The token stays with who has it: the same person may be let in from another place, or with another device. */
const blocked: Meaning = {
  code: 'not-permitted',
  words: 'The organisation’s Conditional Access does not allow this sign-in',
};
const wrongRegistration: Meaning = {
  code: 'graph-refused',
  words: 'The sign-in service refused, because the app’s registration does not allow this',
};
const serviceFailing: Meaning = { code: 'graph-failing', words: 'The sign-in service has a fault of its own' };

/**
 * By OAuth's own words, not by AADSTS numbers: those are shown only, since they change.
 * Source: RFC 6749 §4.1.2.1, §5.2; RFC 8628 §3.5; OpenID Connect Core §3.1.2.6; Microsoft Entra, "device authorization
 * grant" for `authorization_declined`; Microsoft Entra, "authentication and authorization error codes" ("Apps that take
 * a dependency on text or error code numbers will be broken over time").
 * Observed: @azure/msal-node 7.2.3 for those that no authority sends: `network_error`, `no_tokens_found`.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['access_denied', notAllowed],
  ['authorization_declined', notAllowed],
  ['consent_required', notAllowed],
  ['expired_token', notUsed],
  ['message_only', blocked],
  ['invalid_client', wrongRegistration],
  ['unauthorized_client', wrongRegistration],
  ['server_error', serviceFailing],
  ['temporarily_unavailable', serviceFailing],
  ['invalid_grant', signInAgain],
  ['interaction_required', { code: 'signed-out', words: 'The organisation asks to sign in again' }],
  ['login_required', signInAgain],
  ['no_tokens_found', signInAgain],
]);

/**
 * What a failed sign-in or renewal means.
 * The detail is our sentence and what names the case to an administrator: the OAuth word, the AADSTS number, the
 * correlation id. The service's own text is left out, because it may repeat what was sent to it.
 */
export function signInProblem(error: unknown): Problem {
  // Nothing of a stranger's message: the address that the browser is sent to may be in it.
  if (!(error instanceof AuthError)) return { code: 'graph-failing', detail: 'The sign-in failed unexpectedly' };
  if (error.errorCode === 'network_error') return { code: 'graph-unreachable', detail: error.errorMessage };
  const { code, words } = meaningOf(error);
  return { code, detail: [words, ...namesOf(error)].join(' · ') };
}

/** The claims that a refused renewal asks for; the next sign-in must carry them, or it is refused as well. */
export function claimsAskedFor(error: unknown): string | null {
  return error instanceof InteractionRequiredAuthError && error.claims !== '' ? error.claims : null;
}

/**
 * The one thing that no word says for sure. Where the numbers change, the words of the table are left.
 * Source: Microsoft Entra, "authentication and authorization error codes": 53000 to 53003 and those that begin with 5300,
 * blocked by Conditional Access.
 */
const BLOCKED = /\bAADSTS5300(?:[0-3]|\d{2})\b/;

function meaningOf(error: AuthError): Meaning {
  const status = error instanceof ServerError ? error.status : undefined;
  if (status === 429) return { code: 'throttled', words: 'The sign-in service asks to wait' };
  if (status !== undefined && status >= 500)
    return { code: 'graph-failing', words: `${serviceFailing.words}: ${status}` };
  if (BLOCKED.test(error.errorMessage)) return blocked;
  const known = MEANINGS.get(error.subError) ?? MEANINGS.get(error.errorCode);
  if (known) return known;
  // Interaction in general: the library knows more words for it than this table.
  if (error instanceof InteractionRequiredAuthError) return signInAgain;
  return { code: 'graph-refused', words: 'The sign-in service refused' };
}

function namesOf(error: AuthError): readonly string[] {
  const words = [error.errorCode, error.subError].filter((word) => /^[a-z_]{1,40}$/.test(word));
  const number = /\bAADSTS\d{4,8}\b/.exec(error.errorMessage)?.[0];
  const isGuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(error.correlationId);
  return [...words, ...(number ? [number] : []), ...(isGuid ? [`correlation id ${error.correlationId}`] : [])];
}

import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { Problem } from '../../contract/problem.ts';
import { ASKS_PERSON, SERVICE_FAILING, SIGN_IN_ROWS, UNKNOWN, type SignInRow } from './sign-in-rows.ts';

type Meaning = Pick<SignInRow, 'means' | 'says'>;

/**
 * What a failed sign-in or renewal means.
 * The detail is our sentence and what names the case to an administrator: the OAuth word, the AADSTS number, the
 * correlation id. The service's own text is left out, because it may repeat what was sent to it.
 */
export function signInProblem(error: unknown): Problem {
  // Nothing of a stranger's message: the address that the browser is sent to may be in it.
  if (!(error instanceof AuthError)) return { code: 'graph-failing', detail: 'The sign-in failed unexpectedly' };
  if (error.errorCode === 'network_error') return { code: 'graph-unreachable', detail: error.errorMessage };
  const { means, says } = meaningOf(error);
  return { code: means, detail: [says, ...namesOf(error)].join(' · ') };
}

/** The claims that a refused renewal asks for; the next sign-in must carry them, or it is refused as well. */
export function claimsAskedFor(error: unknown): string | null {
  return error instanceof InteractionRequiredAuthError && error.claims !== '' ? error.claims : null;
}

function meaningOf(error: AuthError): Meaning {
  const status = error instanceof ServerError ? error.status : undefined;
  if (status === 429) return { means: 'throttled', says: 'The sign-in service asks to wait' };
  if (status !== undefined && status >= 500) return { means: 'graph-failing', says: `${SERVICE_FAILING}: ${status}` };
  // The more exact word first.
  const known = rowOf(error, error.subError) ?? rowOf(error, error.errorCode);
  return known ?? (error instanceof InteractionRequiredAuthError ? ASKS_PERSON : UNKNOWN);
}

function rowOf(error: AuthError, word: string): SignInRow | undefined {
  const number = numberIn(error) ?? '';
  return SIGN_IN_ROWS.find((row) => row.number?.test(number) ?? row.word === word);
}

function numberIn({ errorMessage }: AuthError): string | null {
  return /\bAADSTS\d{4,8}\b/.exec(errorMessage)?.[0] ?? null;
}

function namesOf(error: AuthError): readonly string[] {
  const words = [error.errorCode, error.subError].filter((word) => /^[a-z_]{1,40}$/.test(word));
  const number = numberIn(error);
  const isGuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(error.correlationId);
  return [...words, ...(number ? [number] : []), ...(isGuid ? [`correlation id ${error.correlationId}`] : [])];
}

import type { Problem } from '../contract/problem.ts';
import type { GraphError } from './graph-error-body.ts';
import { ERROR_ROWS } from './graph-error-rows.ts';
import { SELF, type UserId } from './graph-port.ts';
import type { ClaimsChallenge } from './ports.ts';

/** What else is known of the answer that an error came in. */
export type ErrorContext = {
  /** The call was a write about the operator's own tokens. */
  readonly isSelf: boolean;
  /** The claims that the answer asks for, because the token lacks them. */
  readonly challenge: ClaimsChallenge;
  /** What the body was, where it was no JSON. */
  readonly bodyWords: string | null;
};

const PLAIN: ErrorContext = { isSelf: false, challenge: null, bodyWords: null };

/** Chosen: enough for a sentence of Graph's, short enough for a row. */
const LONGEST_DETAIL = 300;

/** The problem behind a status and an error; what fits no row is `graph-refused` below 500 and `graph-failing` above. */
export function problemOf(status: number, error: GraphError, context: ErrorContext = PLAIN): Problem {
  const words = [...error.codes, error.message, ...error.innerMessages, context.challenge ?? ''].join('\n');
  const row = ERROR_ROWS.find(
    (candidate) =>
      candidate.status === status &&
      (candidate.words?.test(words) ?? true) &&
      (candidate.self === undefined || context.isSelf) &&
      (candidate.challenged === undefined || context.challenge !== null),
  );
  return withWords(row?.means ?? (status >= 500 ? 'graph-failing' : 'graph-refused'), status, error, context);
}

/**
 * Whether a problem of a call for `userId` asks the operator to sign in again, now, before the same is tried with a new
 * code. True for `SELF` alone: who acts for others is asked by the same sign-in, but never by the ten-minute rule.
 */
export function wantsFreshSignIn(problem: Problem, userId: UserId): boolean {
  return userId === SELF && problem.code === 'fresh-sign-in-wanted';
}

/** Graph's own words are shown verbatim under ours, with its request-id: never hidden, never guessed away. */
function withWords(code: Problem['code'], status: number, error: GraphError, context: ErrorContext): Problem {
  const parts = [String(status), error.codes.join(' / '), hideClaims(error.message), context.bodyWords ?? ''];
  const detail = parts
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, LONGEST_DETAIL);
  return error.requestId === null ? { code, detail } : { code, detail, requestId: error.requestId };
}

/** What a challenge asks for is between the service and the sign-in; some services repeat it in the message. */
function hideClaims(message: string): string {
  if (!/claims/i.test(message)) return message;
  // Chosen: longer than a GUID, which is worth showing.
  return message.replace(/\{[^]*(?:\}|$)/, '[claims]').replaceAll(/[\w+/-]{40,}={0,2}/g, '[claims]');
}

import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { decideRetry } from './decide-retry.ts';
import { parseGraphError } from './graph-error-body.ts';
import { problemOf } from './graph-error.ts';
import type { GraphWrite } from './graph-request.ts';
import type { ReadOutcome, WriteOutcome } from './graph-port.ts';
import type { ClaimsChallenge } from './ports.ts';
import { parseRetryAfter } from './retry-after.ts';

export type GraphAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly requestId: string | null;
      /** The JSON of the answer, or `null` where there is none (204, a proxy's page, a cut body); the bytes of a file. */
      readonly body: unknown;
      readonly notJson: NotJson | null;
      /** What the answer asks of the next token; the token was renewed for it once already, or could not be. */
      readonly challenge: ClaimsChallenge;
      /** Stands for what the answer says, where that is not the matter. */
      readonly problem: Problem | null;
    }
  /** No answer came. `sent` says whether anything may have reached the service. */
  | { readonly kind: 'silent'; readonly sent: boolean; readonly problem: Problem };

/** `isPage`: it calls itself something else than JSON, so that somebody between us and Graph may have written it. */
export type NotJson = { readonly isPage: boolean; readonly words: string };

export type Answered = Extract<GraphAnswer, { kind: 'answered' }>;

export type AskedWrite = {
  readonly method: GraphWrite['method'];
  /** Counts from 1. */
  readonly attempt: number;
  readonly isSelf: boolean;
};

export function toReadOutcome<T>(
  answer: GraphAnswer,
  parse: (body: unknown) => Result<T>,
  nowMs: number,
): ReadOutcome<T> {
  if (answer.kind === 'silent') return { kind: 'failed', problem: answer.problem, status: null, retryAfterMs: null };
  const { status } = answer;
  const retryAfterMs = parseRetryAfter(answer.retryAfter, nowMs);
  if (!isSuccess(answer)) return { kind: 'failed', problem: problemIn(answer), status, retryAfterMs };
  const parsed = parse(answer.body);
  if (parsed.ok) return { kind: 'read', value: parsed.value };
  const detail = answer.notJson ? `${status} · ${answer.notJson.words}` : parsed.problem.detail;
  const problem = { ...parsed.problem, ...(detail === undefined ? {} : { detail }) };
  return { kind: 'failed', problem, status, retryAfterMs };
}

/** What a write's answer proves: that it was done, that it was not, or neither. */
export function toWriteOutcome(answer: GraphAnswer, asked: AskedWrite, nowMs: number): WriteOutcome {
  if (answer.kind === 'silent') {
    return answer.sent ? lost(answer.problem) : { kind: 'refused', problem: answer.problem };
  }
  const { status } = answer;
  const problem = problemIn(answer, asked.isSelf);
  // A yes that a page says may be a gateway's, which never asked Graph.
  if (isSuccess(answer)) return answer.notJson?.isPage ? lost(problem) : { kind: 'done', requestId: answer.requestId };
  const retryAfterMs = parseRetryAfter(answer.retryAfter, nowMs);
  const retry = decideRetry({ method: asked.method, status, retryAfterMs, attempt: asked.attempt, nowMs });
  if (retry.kind === 'retry') return { kind: 'postponed', problem, untilMs: retry.atMs };
  // 408 and 5xx leave open whether the service acted.
  return status >= 500 || status === 408 ? lost(problem) : { kind: 'refused', problem };
}

export function isSuccess({ status }: Answered): boolean {
  return status >= 200 && status <= 299;
}

export function problemIn(answer: Answered, isSelf = false): Problem {
  if (answer.problem !== null) return answer.problem;
  const context = { isSelf, challenge: answer.challenge, bodyWords: answer.notJson?.words ?? null };
  return problemOf(answer.status, parseGraphError(answer.body, answer.requestId), context);
}

function lost(problem: Problem): WriteOutcome {
  return { kind: 'lost', problem: { ...problem, code: 'answer-lost' } };
}

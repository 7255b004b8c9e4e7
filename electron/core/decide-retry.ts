/** Chosen: the first pause is short enough not to be noticed, the last long enough not to press a service that is down. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export type RetryQuestion = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `null`: no answer came. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  /** Counts from 1: the attempt that has just failed. */
  readonly attempt: number;
  readonly nowMs: number;
};

export type RetryDecision = { readonly kind: 'retry'; readonly atMs: number } | { readonly kind: 'giveUp' };

/**
 * Whether and when a call may be sent again by itself.
 * Any method after 429, and after 503 with Retry-After: the server says that it did not act. Otherwise reads only, after
 * a 5xx or no answer.
 * Source: Microsoft Graph throttling guidance; RFC 9110 §9.2.2 (idempotent methods), §10.2.3 (Retry-After).
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { method, status, retryAfterMs, attempt, nowMs } = question;
  // "Retry-After: 0" from a service that goes on refusing must not become a flood: 0 counts as "not said".
  const pauseMs = retryAfterMs || backOffMs(attempt);
  if (status === 429 || (status === 503 && retryAfterMs !== null)) return { kind: 'retry', atMs: nowMs + pauseMs };
  const mayHaveActed = method !== 'GET';
  if (!mayHaveActed && (status === null || status >= 500)) return { kind: 'retry', atMs: nowMs + pauseMs };
  return { kind: 'giveUp' };
}

function backOffMs(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRetry, type RetryQuestion } from '../../electron/core/decide-retry.ts';

const NOW_MS = 1_000_000;
const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The pause before the call is sent again, or `null` where it is not. */
function pauseMs(question: Partial<RetryQuestion>): number | null {
  const decision = decideRetry({
    method: 'GET',
    status: null,
    retryAfterMs: null,
    attempt: 1,
    nowMs: NOW_MS,
    ...question,
  });
  return decision.kind === 'retry' ? decision.atMs - NOW_MS : null;
}

type Row = readonly [status: number | null, retryAfterMs: number | null, read: number | null, write: number | null];

const TABLE: readonly Row[] = [
  [429, null, 1_000, 1_000],
  [429, 17_000, 17_000, 17_000],
  [429, 0, 1_000, 1_000],
  [503, 17_000, 17_000, 17_000],
  [503, 0, 1_000, 1_000],
  [503, null, 1_000, null],
  [500, null, 1_000, null],
  [500, 5_000, 5_000, null],
  [501, null, 1_000, null],
  [502, null, 1_000, null],
  [504, null, 1_000, null],
  [504, 5_000, 5_000, null],
  [599, null, 1_000, null],
  [null, null, 1_000, null],
  [400, null, null, null],
  [400, 5_000, null, null],
  [401, null, null, null],
  [403, 5_000, null, null],
  [404, null, null, null],
  [408, null, null, null],
  [409, null, null, null],
  [200, null, null, null],
  [302, 5_000, null, null],
];

describe('whether a call is sent again, and after how many milliseconds', () => {
  test.each(TABLE)('status %s with Retry-After %s: a read %s, a write %s', (status, retryAfterMs, read, write) => {
    expect(pauseMs({ method: 'GET', status, retryAfterMs })).toBe(read);
    for (const method of WRITES) expect(pauseMs({ method, status, retryAfterMs })).toBe(write);
  });

  test.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 16_000],
    [6, 32_000],
    [7, 60_000],
    [8, 60_000],
    [1_000, 60_000],
  ])('attempt %i pauses %i ms where the server names no time', (attempt, expected) => {
    expect(pauseMs({ attempt, status: 500 })).toBe(expected);
    expect(pauseMs({ attempt, status: 429, method: 'POST' })).toBe(expected);
  });

  test('a server that says "at once" and goes on refusing is not flooded', () => {
    expect(pauseMs({ attempt: 5, status: 429, retryAfterMs: 0, method: 'POST' })).toBe(16_000);
  });

  test('what the server names goes before our own pauses, shorter or longer', () => {
    expect(pauseMs({ attempt: 9, status: 429, retryAfterMs: 2_000 })).toBe(2_000);
    expect(pauseMs({ attempt: 1, status: 429, retryAfterMs: 3_600_000 })).toBe(3_600_000);
  });
});

test('a write is sent again only after an answer that says that nothing was done', () => {
  fc.assert(
    fc.property(
      fc.record({
        method: fc.constantFrom(...ALL),
        status: fc.option(fc.integer({ min: 100, max: 599 })),
        retryAfterMs: fc.option(fc.nat(3_600_000)),
        attempt: fc.integer({ min: 1, max: 50 }),
        nowMs: fc.constant(NOW_MS),
      }),
      (question) => {
        const isAgain = decideRetry(question).kind === 'retry';
        const saysNotDone = question.status === 429 || (question.status === 503 && question.retryAfterMs !== null);
        if (question.method !== 'GET') expect(isAgain).toBe(saysNotDone);
        else if (saysNotDone) expect(isAgain).toBe(true);
      },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { foldEvents, itemIn, itemOf, NOW_MS, noticesOf, stateWith } from './build-state.ts';

const AT_MS = NOW_MS + 5_000;
const unsure = stateWith([itemIn('unsure', { reads: 2 })]);
const confirming = stateWith([itemIn('confirming', { reads: 2 })]);

function failed(status: number | null, retryAfterMs: number | null = null): Event {
  return { kind: 'readFailed', atMs: AT_MS, itemId: 1, problem: { code: 'graph-failing' }, status, retryAfterMs };
}

function pauseAfter(events: readonly Event[]): number {
  const { state } = itemOf(foldEvents(events, unsure));
  return state.kind === 'unsure' ? state.nextReadAtMs - AT_MS : Number.NaN;
}

describe('a read that failed', () => {
  test.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 8_000],
    [5, 16_000],
    [6, 32_000],
    [7, 60_000],
    [8, 60_000],
    [40, 60_000],
  ])('%i times in a row is tried again after %i ms', (times, pauseMs) => {
    expect(pauseAfter(Array.from({ length: times }, () => failed(500)))).toBe(pauseMs);
  });

  test.each<readonly [status: number | null, retryAfterMs: number | null, pauseMs: number]>([
    [null, null, 1_000],
    [429, 7_000, 7_000],
    [429, null, 1_000],
    [503, 30_000, 30_000],
    [503, null, 1_000],
    [500, null, 1_000],
    [504, 3_000, 3_000],
    [400, null, 60_000],
    [401, null, 60_000],
    [403, null, 60_000],
    [404, null, 60_000],
    [404, 2_000, 60_000],
  ])('with status %s and Retry-After %s ms is tried again after %i ms', (status, retryAfterMs, pauseMs) => {
    expect(pauseAfter([failed(status, retryAfterMs)])).toBe(pauseMs);
  });

  test('counts as no read: an item is not given up because Graph is down', () => {
    const item = itemOf(
      foldEvents(
        Array.from({ length: 50 }, () => failed(null)),
        unsure,
      ),
    );
    expect(item).toMatchObject({
      reads: 2,
      readFailures: 50,
      state: { kind: 'unsure', problem: { code: 'answer-lost' } },
    });
  });

  test('keeps why the item is unsure', () => {
    expect(itemOf(reduce(unsure, failed(500))).state).toMatchObject({ problem: { code: 'answer-lost' } });
  });

  test('while confirming says why the read-back failed', () => {
    const item = itemOf(reduce(confirming, failed(403)));
    expect(item.state).toEqual({
      kind: 'confirming',
      nextReadAtMs: AT_MS + 60_000,
      readProblem: { code: 'graph-failing' },
    });
  });

  test('while confirming is no longer blamed once a read-back has come through', () => {
    const nothing: Event = { kind: 'methodRead', atMs: AT_MS, itemId: 1, method: null };
    const item = itemOf(foldEvents([failed(403), nothing], confirming));
    expect(item.state).toEqual({ kind: 'confirming', nextReadAtMs: AT_MS + 4_000, readProblem: null });
  });

  test('makes no noise: the row shows it', () => {
    expect(noticesOf(foldEvents([failed(500), failed(null), failed(403)], confirming))).toEqual([]);
  });

  test('is forgotten once a read succeeds, so the next failure starts from one second', () => {
    const nothing: Event = { kind: 'methodRead', atMs: AT_MS, itemId: 1, method: null };
    const item = itemOf(foldEvents([failed(500), failed(500), nothing], unsure));
    expect(item).toMatchObject({ reads: 3, readFailures: 0 });
    expect(pauseAfter([failed(500), failed(500), nothing, failed(500)])).toBe(1_000);
  });
});

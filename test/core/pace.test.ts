import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import {
  addSent,
  MOST_ACTIVATIONS,
  PACE_WINDOW_MS,
  paceFreeAtMs,
  paceLeft,
  type SentTimes,
} from '../../electron/core/pace.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import { ANN, itemIn, itemOf, NOW_MS, noticesOf, stateWith } from './build-state.ts';

function sendEach(count: number, fromMs: number, gapMs: number): SentTimes {
  return Array.from({ length: count }).reduce<SentTimes>(
    (times, _, index) => addSent(times, fromMs + index * gapMs),
    [],
  );
}

describe('what the tenant takes', () => {
  test('is two hundred in five minutes, and the next when the oldest of them is five minutes old', () => {
    const times = sendEach(MOST_ACTIVATIONS, NOW_MS, 1_000);
    const nowMs = NOW_MS + 199_000;
    expect(paceLeft(times.slice(1), nowMs)).toBe(1);
    expect([paceLeft(times, nowMs), paceFreeAtMs(times, nowMs)]).toEqual([0, NOW_MS + PACE_WINDOW_MS]);
    expect(paceFreeAtMs(times, NOW_MS + PACE_WINDOW_MS - 1)).not.toBeNull();
    expect(paceFreeAtMs(times, NOW_MS + PACE_WINDOW_MS)).toBeNull();
  });

  test('is not doubled by a clock that is set back, and not blocked for a day by one that was ahead', () => {
    const times = sendEach(MOST_ACTIVATIONS, NOW_MS, 0);
    expect(paceLeft(times, NOW_MS - 60_000)).toBe(0);
    expect(paceLeft(times, NOW_MS - 24 * 3_600_000)).toBe(MOST_ACTIVATIONS);
  });

  test('is never exceeded in any five minutes, whenever codes are entered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 300, maxLength: 900 }), (gaps) => {
        let times: SentTimes = [];
        const sent: number[] = [];
        let nowMs = NOW_MS;
        for (const gap of gaps) {
          nowMs += gap;
          if (paceFreeAtMs(times, nowMs) !== null) continue;
          times = addSent(times, nowMs);
          sent.push(nowMs);
        }
        for (const [index, atMs] of sent.entries()) {
          const before = sent[index - MOST_ACTIVATIONS];
          if (before !== undefined) expect(atMs - before).toBeGreaterThanOrEqual(PACE_WINDOW_MS);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a code that is entered when the tenant takes no more', () => {
  const sentAtMs = sendEach(MOST_ACTIVATIONS, NOW_MS - 100_000, 0);
  const full = stateWith([itemIn('needsCode')], { openItemId: 1, sentAtMs });
  const intended: Event = { kind: 'activationIntended', atMs: NOW_MS, itemId: 1, userId: ANN.id };

  test('waits, says why, and is not sent', () => {
    const state = reduce(full, intended);
    const untilMs = NOW_MS + 200_000;
    expect(itemOf(state).state).toEqual({ kind: 'waiting', untilMs, problem: { code: 'pace-reached' } });
    expect(noticesOf(state)).toEqual(['waiting']);
    expect(dueEffects(state, NOW_MS)).toEqual([]);
    expect(nextDueAtMs(state, NOW_MS)).toBe(untilMs);
    expect(state.sentAtMs).toBe(sentAtMs);
  });

  test('is meant to be sent again when there is room', () => {
    const state = reduce(full, intended);
    expect(dueEffects(state, NOW_MS + 200_000)).toMatchObject([{ kind: 'sendAgain', itemId: 1 }]);
    const sent = reduce(state, { ...intended, atMs: NOW_MS + 200_000 });
    expect(itemOf(sent).state.kind).toBe('activating');
    expect(sent.sentAtMs.at(-1)).toBe(NOW_MS + 200_000);
  });

  test('counts over a restart, because its times are those of the journal', () => {
    expect(reduce(full, { kind: 'restarted', atMs: NOW_MS }).sentAtMs).toBe(sentAtMs);
  });
});

import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, foldEvents, itemOf, noticesOf } from './build-state.ts';
import { AT_MS, X, Y, SWAP, refused, INTENDED, OLD, NEW, REPLACE, REASSIGN, begin, takenBack } from './plan-scenes.ts';

const left: Event = { kind: 'planLeft', atMs: AT_MS };

describe('leaving a plan that has stopped', () => {
  const lost: readonly Event[] = [
    INTENDED,
    { kind: 'takeBackLost', atMs: AT_MS, step: 0, problem: { code: 'answer-lost' } },
    {
      kind: 'takeBackNotRead',
      atMs: AT_MS,
      step: 0,
      problem: { code: 'not-permitted' },
      status: 403,
      retryAfterMs: null,
    },
  ];

  test('before anything was done leaves everything as it was', () => {
    const next = foldEvents([INTENDED, refused('not-permitted'), left], begin(SWAP, [X, Y]));
    expect(next.plan).toBeNull();
    expect([itemOf(next, 1), itemOf(next, 2)]).toEqual([X, Y]);
  });

  test('keeps what was done', () => {
    const second = { atMs: AT_MS, step: 1 };
    const events: readonly Event[] = [
      ...takenBack(0),
      { kind: 'takeBackIntended', ...second },
      { kind: 'takeBackRefused', ...second, problem: { code: 'not-permitted' } },
      left,
    ];
    const next = foldEvents(events, begin(SWAP, [X, Y]));
    expect(itemOf(next, 1)).toMatchObject({ user: ANN, state: { problem: { code: 'token-taken-back' } } });
    expect(itemOf(next, 2)).toBe(Y);
  });

  test('in a step of which nobody knows says so in the row of that token', () => {
    const next = foldEvents([...lost, left], begin(SWAP, [X, Y]));
    expect(itemOf(next, 1)).toMatchObject({
      user: ANN,
      methodId: 'm1',
      state: { kind: 'stopped', problem: { code: 'not-taken-back' } },
    });
    expect(itemOf(next, 2)).toBe(Y);
    expect(noticesOf(next).at(-1)).toBe('stopped');
  });

  test('says it in the row of the new token where the old one is not in the queue', () => {
    const next = foldEvents([...lost, left], begin(REPLACE, [NEW]));
    expect(itemOf(next, 3).state).toEqual({ kind: 'stopped', problem: { code: 'not-taken-back' } });
  });

  test('says it in the row of the token itself where it lies here for somebody else', () => {
    const next = foldEvents([...lost, left], begin(REASSIGN, [NEW]));
    expect(itemOf(next, 3)).toMatchObject({
      user: ANN,
      state: { kind: 'stopped', problem: { code: 'not-taken-back' } },
    });
  });

  test('says it at least aloud where no row is left', () => {
    const running = begin(REPLACE, [NEW]);
    const next = foldEvents([...lost, left], reduce(running, { kind: 'itemRemoved', atMs: AT_MS, itemId: 3 }));
    expect(next.notices.at(-1)).toMatchObject({ kind: 'stopped', text: OLD, problem: { code: 'not-taken-back' } });
  });
});

import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { Event } from '../../electron/core/event.ts';
import type { Plan } from '../../electron/core/plan.ts';
import type { State } from '../../electron/core/state.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { foldEvents, NOW_MS, noticesOf, planOf, stateWith } from './build-state.ts';
import { AT_MS, X, Y, SWAP, STATES, stateIn, confirmingAfter, stepOf, THERE } from './plan-scenes.ts';

describe('a plan that has stopped', () => {
  const resumed: Event = { kind: 'planResumed', atMs: AT_MS };
  const stoppedWith = (isUnsure: boolean, code: ProblemCode = 'graph-failing'): State =>
    stateIn(
      { kind: 'stopped', problem: { code } },
      { attempts: 3, losses: 3, postponements: 9, reads: 5, readFailures: 6, isUnsure },
    );

  test('goes on with another call where nothing was done', () => {
    const next = reduce(stoppedWith(false), resumed);
    expect(next.plan?.stage).toBe('running');
    expect(stepOf(next)).toMatchObject({ state: { kind: 'open' }, attempts: 3, losses: 0, postponements: 0 });
  });

  test('goes on with a read where that is not known, with a fresh row of reads', () => {
    const next = reduce(stoppedWith(true), resumed);
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'confirming', nextReadAtMs: AT_MS, problem: { code: 'not-taken-back' }, readProblem: null },
      reads: 0,
      readFailures: 0,
      losses: 0,
    });
  });

  test('and whose reads still show the token sends once more, because a person asked for it', () => {
    const reads = Array.from({ length: 5 }, () => THERE);
    expect(stepOf(foldEvents([resumed, ...reads], stoppedWith(true))).state.kind).toBe('open');
  });

  test('is the only one that can be resumed or left', () => {
    for (const stage of ['proposed', 'running'] as const) {
      const state = stateWith([X, Y], { plan: { ...planOf(SWAP), stage } });
      expect(reduce(state, resumed)).toBe(state);
      expect(reduce(state, { kind: 'planLeft', atMs: AT_MS })).toBe(state);
    }
  });
});

describe('when the station starts again', () => {
  const restarted: Event = { kind: 'restarted', atMs: AT_MS };

  test('a call that was on its way is due a read', () => {
    const next = reduce(stateIn(STATES.sending, { attempts: 2, isUnsure: true }), restarted);
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'confirming', nextReadAtMs: AT_MS, problem: { code: 'station-stopped' }, readProblem: null },
      attempts: 2,
      isUnsure: true,
    });
    expect(noticesOf(next)).toEqual(['unsure']);
  });

  test('a step that was being read is read at once, with a fresh row of reads and its reason', () => {
    const next = reduce(confirmingAfter('answer-lost', { reads: 4, readFailures: 2 }), restarted);
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'confirming', nextReadAtMs: AT_MS, problem: { code: 'answer-lost' } },
      reads: 0,
      readFailures: 0,
    });
  });

  test.each(['open', 'waiting', 'stopped'] as const)('a step that is %s stays as it was', (kind) => {
    const before = stateIn(STATES[kind]);
    expect(reduce(before, restarted).plan).toBe(before.plan);
  });

  test('the next step is read, too, and the one before it stays done', () => {
    const plan: Plan = planOf(SWAP, { state: STATES.done }, { state: STATES.sending });
    const next = reduce(stateWith([X, Y], { plan }), restarted);
    expect(next.plan?.steps.map(({ state }) => state.kind)).toEqual(['done', 'confirming']);
  });

  test('what was only shown is gone', () => {
    const plan: Plan = { ...planOf(SWAP), stage: 'proposed' };
    expect(reduce(stateWith([X, Y], { plan }), restarted).plan).toBeNull();
  });

  test('tokens of a plan stay in the queue, however long ago they were issued', () => {
    const old = { changedAtMs: NOW_MS - 100 * 3_600_000 };
    const items = [
      { ...X, ...old },
      { ...Y, ...old },
    ];
    const plan: Plan = { ...planOf(SWAP), stage: 'stopped' };
    expect(reduce(stateWith(items, { plan }), restarted).counts.issued).toBe(2);
    expect(reduce(stateWith(items), restarted).counts.issued).toBe(0);
  });
});

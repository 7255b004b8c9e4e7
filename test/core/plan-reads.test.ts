import { describe, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { PlanStep } from '../../electron/core/plan.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, foldEvents, SERIAL } from './build-state.ts';
import { AT_MS, STATES, stateIn, confirmingAfter, stepOf, notRead, GONE, THERE, LOST } from './plan-scenes.ts';

describe('reading whether it is gone', () => {
  const row = (count: number): readonly Event[] => Array.from({ length: count }, () => THERE);

  test('waits longer each time', () => {
    const states = [1, 2, 3, 4].map((count) => stepOf(foldEvents(row(count), confirmingAfter(null))).state);
    expect(states.map((state) => (state.kind === 'confirming' ? state.nextReadAtMs - AT_MS : state))).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ]);
  });

  test('a yes that five reads do not bear out stops the plan, and what happened stays open', () => {
    const next = foldEvents(row(5), confirmingAfter(null));
    expect(next.plan?.stage).toBe('stopped');
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'stopped', problem: { code: 'not-taken-back' } },
      isUnsure: true,
    });
    expect(next.notices.at(-1)).toMatchObject({
      kind: 'planStopped',
      text: SERIAL,
      problem: { code: 'not-taken-back' },
    });
  });

  test.each(['method-unknown', 'user-unknown', 'serial-unknown', 'graph-refused'] as const)(
    'a refusal (%s) after which it is still there stops the plan with its own words',
    (code) => {
      const next = foldEvents(row(5), confirmingAfter(code));
      expect(stepOf(next)).toMatchObject({
        state: { kind: 'stopped', problem: { code, detail: 'said' } },
        // Whoever says that it is not there, and shows it, is not to be believed.
        isUnsure: code !== 'graph-refused',
      });
    },
  );

  test.each(['method-unknown', 'answer-lost', null] as const)('after %s, gone is gone', (code) => {
    expect(stepOf(reduce(confirmingAfter(code), GONE))).toMatchObject({ state: { kind: 'done' }, isUnsure: false });
  });

  test.each(['answer-lost', 'station-stopped'] as const)(
    'after %s a row of reads that still show it leads to another call, three calls in all',
    (code) => {
      const kinds = [0, 1, 2].map((losses) => stepOf(foldEvents(row(5), confirmingAfter(code, { losses }))));
      expect(kinds.map(({ state, losses }) => [state.kind, losses])).toEqual([
        ['open', 1],
        ['open', 2],
        ['stopped', 3],
      ]);
      expect(kinds[2]?.state).toEqual({ kind: 'stopped', problem: { code: 'not-taken-back', detail: 'said' } });
    },
  );

  test('four reads are no row of reads', () => {
    expect(stepOf(foldEvents(row(4), confirmingAfter('answer-lost'))).state.kind).toBe('confirming');
  });

  test('a lost answer keeps what broke the line, and is told', () => {
    const next = reduce(stateIn(STATES.sending), LOST);
    const problem: Problem = { code: 'answer-lost', detail: 'cut' };
    expect(stepOf(next).state).toEqual({ kind: 'confirming', nextReadAtMs: AT_MS, problem, readProblem: null });
    expect(next.notices.at(-1)).toMatchObject({ kind: 'unsure', text: SERIAL, userName: ANN.displayName, problem });
  });
});

describe('a read that fails', () => {
  test('is made again after a pause, says why, and the row of reads goes on where it was', () => {
    const next = reduce(confirmingAfter(null, { reads: 2, readFailures: 1 }), notRead(503));
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'confirming', nextReadAtMs: AT_MS + 2_000, readProblem: { code: 'graph-failing' } },
      reads: 2,
      readFailures: 2,
    });
  });

  test('six times in a row stops the plan, and what happened stays open', () => {
    const after = (readFailures: number): PlanStep =>
      stepOf(reduce(confirmingAfter(null, { readFailures }), notRead(503)));
    expect([after(4).state.kind, after(5).state.kind]).toEqual(['confirming', 'stopped']);
    expect(after(5).isUnsure).toBe(true);
  });

  test('a read that came through starts the count of failures anew', () => {
    expect(stepOf(reduce(confirmingAfter(null, { readFailures: 5 }), THERE)).readFailures).toBe(0);
  });

  test('because nobody is signed in stops the plan at once', () => {
    expect(stepOf(reduce(confirmingAfter(null), notRead(null, 'signed-out'))).state).toEqual({
      kind: 'stopped',
      problem: { code: 'signed-out' },
    });
  });

  test('for longer than five minutes stops the plan', () => {
    const far = { ...notRead(429), retryAfterMs: 300_001 } as DurableEvent;
    const near = { ...notRead(429), retryAfterMs: 300_000 } as DurableEvent;
    expect(stepOf(reduce(confirmingAfter(null), near)).state.kind).toBe('confirming');
    expect(stepOf(reduce(confirmingAfter(null), far)).state.kind).toBe('stopped');
  });
});

import { describe, expect, test } from 'vitest';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, SERIAL, planOf, stateWith } from './build-state.ts';
import {
  AT_MS,
  X,
  Y,
  SWAP,
  STATES,
  COLUMNS,
  stateIn,
  stepOf,
  refused,
  notRead,
  GONE,
  THERE,
  INTENDED,
  DONE,
  LOST,
  postponed,
} from './plan-scenes.ts';

/** The columns are those of `COLUMNS`. `.` means that the event came too late and nothing at all changes. */
const TABLE: readonly (readonly [when: string, event: Event, outcome: string])[] = [
  ['the call is intended', INTENDED, 'sending . sending . . .'],
  ['Graph says yes', DONE, '. confirming . . . .'],
  ['Graph says later', postponed(AT_MS + 9_000), '. waiting . . . .'],
  ['Graph refuses', refused('not-permitted'), '. stopped . . . .'],
  ['nobody is signed in', refused('signed-out'), '. stopped . . . .'],
  ['nothing could be sent', refused('graph-unreachable'), '. stopped . . . .'],
  ['Graph knows no such method', refused('method-unknown'), '. confirming . . . .'],
  ['Graph knows no such user', refused('user-unknown'), '. confirming . . . .'],
  ['Graph refuses in words of its own', refused('graph-refused'), '. confirming . . . .'],
  ['the answer is lost', LOST, '. confirming . . . .'],
  ['a read no longer shows it', GONE, '. . . done . .'],
  ['a read still shows it', THERE, '. . . confirming . .'],
  ['a read fails', notRead(503), '. . . confirming . .'],
  ['a read is not answered', notRead(null), '. . . confirming . .'],
  ['a read is denied', notRead(403, 'not-permitted'), '. . . stopped . .'],
];

const CELLS = TABLE.flatMap(([when, event, outcome]) =>
  outcome.split(' ').map((expected, column) => ({ when, event, expected, from: COLUMNS[column] ?? 'open' })),
);

describe('each event in each state of a step', () => {
  test('the table has six columns in every row', () => {
    expect(CELLS).toHaveLength(TABLE.length * 6);
  });

  test.each(CELLS)('when $when, a step that is $from becomes $expected', ({ from, event, expected }) => {
    const state = stateIn(STATES[from]);
    const next = reduce(state, event);
    if (expected === '.') expect(next).toBe(state);
    else expect(stepOf(next).state.kind).toBe(expected);
  });

  test.each(TABLE)('when %s, a plan that is only shown or has stopped stays untouched', (_, event) => {
    for (const stage of ['proposed', 'stopped'] as const) {
      for (const kind of COLUMNS) {
        const state = stateWith([X, Y], { plan: { ...planOf(SWAP, { state: STATES[kind] }), stage } });
        expect(reduce(state, event)).toBe(state);
      }
    }
  });

  test.each(TABLE)('when %s for a step whose turn has not come, or for none, nothing changes', (_, event) => {
    for (const kind of COLUMNS.filter((one) => one !== 'done' && one !== 'stopped')) {
      const state = stateIn(STATES[kind]);
      for (const step of [1, 2, 99]) expect(reduce(state, { ...event, step } as DurableEvent)).toBe(state);
    }
    const empty = stateWith([X, Y]);
    expect(reduce(empty, event)).toBe(empty);
  });
});

describe('the intent', () => {
  test('is counted, so that each call has a key of its own, and says that a call may leave', () => {
    const next = stepOf(reduce(stateIn(STATES.waiting, { attempts: 2, postponements: 2, reads: 3 }), INTENDED));
    expect(next).toMatchObject({ attempts: 3, postponements: 2, isUnsure: true, reads: 0, readFailures: 0 });
  });
});

describe('when Graph says later', () => {
  const sending = stateIn(STATES.sending, { attempts: 1, isUnsure: true });

  test('the step waits until the moment that it named, and it is certain that nothing was done', () => {
    const next = reduce(sending, postponed(AT_MS + 9_000));
    expect(stepOf(next)).toMatchObject({
      state: { kind: 'waiting', untilMs: AT_MS + 9_000, problem: { code: 'throttled' } },
      postponements: 1,
      isUnsure: false,
    });
    expect(next.notices.at(-1)).toMatchObject({ kind: 'waiting', text: SERIAL, userName: ANN.displayName });
  });

  test.each([
    ['five minutes', 300_000, 'waiting'],
    ['five minutes and a millisecond', 300_001, 'stopped'],
  ] as const)('%s are a wait or the end of it', (_, byMs, kind) => {
    expect(stepOf(reduce(sending, postponed(AT_MS + byMs))).state.kind).toBe(kind);
  });

  test('for the ninth time in a row, a person is asked', () => {
    const put = (postponements: number): string =>
      stepOf(reduce(stateIn(STATES.sending, { postponements }), postponed(AT_MS + 1))).state.kind;
    expect([put(7), put(8)]).toEqual(['waiting', 'stopped']);
  });

  test('an answer that is no longer "later" starts the count anew', () => {
    expect(stepOf(reduce(stateIn(STATES.sending, { postponements: 5 }), DONE)).postponements).toBe(0);
  });
});

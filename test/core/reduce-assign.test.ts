import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../electron/contract/item.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import { effectKey } from '../../electron/core/effect-key.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { paceLeft } from '../../electron/core/pace.ts';
import type { Item } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  foldEvents,
  itemIn,
  itemOf,
  NOW_MS,
  noticesOf,
  planOf,
  stateWith,
  undoDraft,
} from './build-state.ts';

const AT_MS = NOW_MS + 5_000;
const of1 = { atMs: AT_MS, itemId: 1 };

type Kind = ItemState['kind'];
type Row = readonly [when: string, event: Event, outcome: string];

/** The states that a token without a code can be in. */
const COLUMNS: readonly Kind[] = [
  'readyToAssign',
  'activating',
  'waiting',
  'unsure',
  'confirming',
  'assigned',
  'stopped',
];

const method = (status: 'assigned' | 'activated' | 'unknown') => ({ methodId: 'm1', serialNumber: null, status });

/** As the table of `reduce.test.ts`: `.` is a state that is left as it is, to the last field. */
const ROWS: readonly Row[] = [
  [
    'an assignment is intended',
    { kind: 'assignmentIntended', ...of1, userId: ANN.id },
    'activating . activating . . . .',
  ],
  ['one for somebody else is intended', { kind: 'assignmentIntended', ...of1, userId: BOB.id }, '. . . . . . .'],
  ['a code is sent', { kind: 'activationIntended', ...of1, userId: ANN.id }, '. . . . . . .'],
  ['Graph says yes', { kind: 'activationDone', ...of1, requestId: 'r1' }, '. confirming . . . . .'],
  [
    'Graph says later',
    { kind: 'activationPostponed', ...of1, untilMs: AT_MS + 9_000, problem: { code: 'throttled' } },
    '. waiting . . . . .',
  ],
  ['it is refused', { kind: 'activationRefused', ...of1, problem: { code: 'serial-unknown' } }, '. stopped . . . . .'],
  [
    'the token seems to be taken',
    { kind: 'activationRefused', ...of1, problem: { code: 'token-taken' } },
    '. unsure . . . . .',
  ],
  ['the answer is lost', { kind: 'answerLost', ...of1, problem: { code: 'answer-lost' } }, '. unsure . . . . .'],
  ['a code is too old', { kind: 'codeExpired', ...of1 }, '. . . . . . .'],
  [
    'a read shows it assigned',
    { kind: 'methodRead', ...of1, method: method('assigned') },
    '. . . assigned assigned . .',
  ],
  [
    'a read shows it active',
    { kind: 'methodRead', ...of1, method: method('activated') },
    '. . . assigned assigned . .',
  ],
  [
    'a read shows it in a status of tomorrow',
    { kind: 'methodRead', ...of1, method: method('unknown') },
    '. . . assigned assigned . .',
  ],
  ['a read shows nothing', { kind: 'methodRead', ...of1, method: null }, '. . . unsure confirming . .'],
  ['it is tried again', { kind: 'itemRetried', ...of1 }, '. . . . . . readyToAssign'],
  ['somebody is chosen', { kind: 'userChosen', ...of1, user: BOB }, '. . . . . . needsCode'],
  ['the row is removed', { kind: 'itemRemoved', ...of1 }, '. . . . . gone gone'],
  [
    'the station starts again',
    { kind: 'restarted', atMs: AT_MS },
    'readyToAssign unsure readyToAssign unsure confirming assigned stopped',
  ],
  [
    'it starts again tomorrow',
    { kind: 'restarted', atMs: AT_MS + 86_400_000 },
    'readyToAssign unsure readyToAssign unsure confirming gone stopped',
  ],
];

const CELLS = ROWS.flatMap(([when, event, outcome]) =>
  outcome
    .split(' ')
    .map((expected, column) => ({ when, event, expected, from: COLUMNS[column] ?? ('readyToAssign' as const) })),
);

function toAssign(kind: Kind, more: Partial<Item> = {}): Item {
  return itemIn(kind, { goal: 'assign', ...more });
}

describe('each event in each state of a token without a code', () => {
  test('the table has seven columns in every row', () => {
    expect(CELLS).toHaveLength(ROWS.length * 7);
  });

  test.each(CELLS)('when $when, one that was $from is $expected', ({ from, event, expected }) => {
    const state = stateWith([toAssign(from)]);
    const next = reduce(state, event);
    if (expected === '.') expect(next.items).toBe(state.items);
    else expect(next.items.get(1)?.state.kind ?? 'gone').toBe(expected);
  });

  test.each(['needsUser', 'needsCode', 'readyToAssign', 'waiting'] as const)(
    'a token whose code is taken is never assigned without it: %s',
    (kind) => {
      const state = stateWith([itemIn(kind)]);
      expect(reduce(state, { kind: 'assignmentIntended', ...of1, userId: ANN.id })).toBe(state);
    },
  );
});

const intended: DurableEvent = { kind: 'assignmentIntended', ...of1, userId: ANN.id };
const lost: DurableEvent = { kind: 'answerLost', ...of1, problem: { code: 'graph-failing' } };
const nothing: DurableEvent = { kind: 'methodRead', ...of1, method: null };
/** An intent, a lost answer, and the five reads that show nothing. */
const inVain: readonly Event[] = [intended, lost, nothing, nothing, nothing, nothing, nothing];

describe('an assignment', () => {
  test('is no activation: it does not count for the pace', () => {
    const state = reduce(stateWith([toAssign('readyToAssign')]), intended);
    expect(paceLeft(state.sentAtMs, AT_MS)).toBe(200);
    expect(itemOf(state)).toMatchObject({ attempts: 1, changedAtMs: AT_MS });
  });

  test('whose answer was lost is sent again twice, each time under a key of its own, and then stops', () => {
    let state = stateWith([toAssign('readyToAssign')]);
    const keys: string[] = [];
    for (const expected of ['readyToAssign', 'readyToAssign', 'stopped']) {
      state = reduce(state, intended);
      keys.push(effectKey(itemOf(state)));
      state = foldEvents(inVain.slice(1), state);
      expect(itemOf(state).state.kind).toBe(expected);
    }
    expect(new Set(keys).size).toBe(3);
    expect(itemOf(state).state).toEqual({ kind: 'stopped', problem: { code: 'not-confirmed' } });
  });

  test('that was put off has not been begun once more for that', () => {
    const postponed: Event = {
      kind: 'activationPostponed',
      ...of1,
      untilMs: AT_MS + 1_000,
      problem: { code: 'throttled' },
    };
    const busy = [intended, postponed, intended, postponed, intended, postponed];
    const state = foldEvents([...busy, ...inVain], stateWith([toAssign('readyToAssign')]));
    expect(itemOf(state).state.kind).toBe('readyToAssign');
  });

  test('that Graph confirmed is read for a while, and stops where no read shows it', () => {
    const done: Event = { kind: 'activationDone', ...of1, requestId: null };
    const reads = [nothing, nothing, nothing, nothing, nothing];
    const state = foldEvents([intended, done, ...reads], stateWith([toAssign('readyToAssign')]));
    expect(itemOf(state).state).toEqual({ kind: 'stopped', problem: { code: 'not-confirmed' } });
  });

  test('of a token that seems to be taken is settled by the first read', () => {
    const taken: Event = {
      kind: 'activationRefused',
      ...of1,
      problem: { code: 'token-taken', detail: 'Kofi Mensah' },
    };
    const before = foldEvents([intended, taken], stateWith([toAssign('readyToAssign')]));
    expect(itemOf(reduce(before, nothing)).state).toEqual({
      kind: 'stopped',
      problem: { code: 'token-taken', detail: 'Kofi Mensah' },
    });
    const theirs = reduce(before, { kind: 'methodRead', ...of1, method: method('assigned') });
    expect(itemOf(theirs)).toMatchObject({ state: { kind: 'assigned' }, methodId: 'm1' });
  });

  test.each(['code-rejected', 'method-unknown'] as const)('that is refused with %s never asks for a code', (code) => {
    const refused: Event = { kind: 'activationRefused', ...of1, problem: { code } };
    const before = stateWith([toAssign('readyToAssign', { methodId: 'm1' })]);
    expect(itemOf(foldEvents([intended, refused, nothing], before)).state).toEqual({
      kind: 'stopped',
      problem: { code },
    });
  });

  test('that was asked for a moment before a plan took hold of its token comes to nothing', () => {
    const before = stateWith([toAssign('readyToAssign')], { plan: planOf(undoDraft()) });
    expect(reduce(before, intended)).toBe(before);
  });

  test('that is done is said once, as such', () => {
    const seen: Event = { kind: 'methodRead', ...of1, method: method('assigned') };
    const state = foldEvents([seen, seen], stateWith([toAssign('confirming')]));
    expect(noticesOf(state)).toEqual(['assigned']);
    expect(state.counts).toMatchObject({ issued: 1, working: 0 });
  });

  test('tried again needs no code, also where its person was not known', () => {
    const again = reduce(stateWith([toAssign('stopped')]), { kind: 'itemRetried', ...of1 });
    expect(itemOf(again)).toMatchObject({ goal: 'assign', state: { kind: 'readyToAssign' }, changedAtMs: AT_MS });
  });
});

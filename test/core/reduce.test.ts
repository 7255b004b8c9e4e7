import { describe, expect, test } from 'vitest';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { OathMethod } from '../../electron/core/oath-method.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { IDLE_SEARCH } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, itemIn, itemOf, NOW_MS, scan, STATE_KINDS, stateWith, openIdOf } from './build-state.ts';

const AT_MS = NOW_MS + 5_000;
const of1 = { atMs: AT_MS, itemId: 1 };

function read(status: OathMethod['status']): Event {
  return { kind: 'methodRead', ...of1, method: { methodId: 'm1', serialNumber: null, status } };
}

const NO_FACTS: PreFlightFacts = {
  account: null,
  roles: null,
  methods: null,
  authenticatorCount: null,
  devices: null,
  unread: [],
};

type ItemEventKind = Extract<DurableEvent, { itemId: number }>['kind'];
type Row = readonly [when: string, event: Event, outcome: string];

/**
 * What each event makes of an item in each state. The columns are, in this order:
 * needsUser, needsCode, activating, waiting, unsure (answer lost), confirming, activated, stopped.
 * `.` means that the event came too late and nothing at all changes; `gone` that the item leaves the queue.
 */
const TABLE: { readonly [K in ItemEventKind | 'readWanted']: readonly Row[] } = {
  userChosen: [
    ['a user is chosen', { kind: 'userChosen', ...of1, user: BOB }, 'needsCode needsCode . . . . . needsCode'],
  ],
  activationIntended: [
    [
      'an activation is intended',
      { kind: 'activationIntended', ...of1, userId: ANN.id },
      '. activating . activating . . . .',
    ],
  ],
  activationDone: [['Graph says yes', { kind: 'activationDone', ...of1, requestId: 'r1' }, '. . confirming . . . . .']],
  activationPostponed: [
    [
      'Graph says later',
      { kind: 'activationPostponed', ...of1, untilMs: AT_MS + 9_000, problem: { code: 'throttled' } },
      '. . waiting . . . . .',
    ],
  ],
  activationRefused: [
    [
      'Graph refuses for good',
      { kind: 'activationRefused', ...of1, problem: { code: 'not-permitted' } },
      '. . stopped . . . . .',
    ],
    [
      'Graph rejects the code',
      { kind: 'activationRefused', ...of1, problem: { code: 'code-rejected' } },
      '. . unsure . . . . .',
    ],
  ],
  answerLost: [
    ['the answer is lost', { kind: 'answerLost', ...of1, problem: { code: 'answer-lost' } }, '. . unsure . . . . .'],
  ],
  idChecked: [['an ID is seen', { kind: 'idChecked', ...of1, idKind: 'badge' }, '. needsCode . . . . . .']],
  assignmentIntended: [
    ['an assignment is intended', { kind: 'assignmentIntended', ...of1, userId: ANN.id }, '. . . . . . . .'],
  ],
  codeExpired: [['the code is too old', { kind: 'codeExpired', ...of1 }, '. . needsCode needsCode . . . .']],
  methodRead: [
    ['a read shows nothing', { kind: 'methodRead', ...of1, method: null }, '. . . . unsure confirming . .'],
    ['a read shows it activated', read('activated'), '. . . . activated activated . .'],
    ['a read shows it assigned', read('assigned'), '. . . . unsure confirming . .'],
    ['a read shows a failed activation', read('failedActivation'), '. . . . unsure confirming . .'],
    ['a read shows a status of tomorrow', read('unknown'), '. . . . unsure confirming . .'],
  ],
  readFailed: [
    [
      'a read fails',
      { kind: 'readFailed', ...of1, problem: { code: 'graph-failing' }, status: 500, retryAfterMs: null },
      '. . . . unsure confirming . .',
    ],
  ],
  itemOpened: [
    [
      'the row is opened',
      { kind: 'itemOpened', ...of1 },
      'needsUser needsCode activating waiting unsure confirming activated stopped',
    ],
  ],
  itemParked: [
    [
      'the row is set aside',
      { kind: 'itemParked', ...of1 },
      'needsUser needsCode activating waiting unsure confirming activated stopped',
    ],
  ],
  itemRetried: [['it is tried again', { kind: 'itemRetried', ...of1 }, '. . . . . . . needsCode']],
  itemRemoved: [['the row is removed', { kind: 'itemRemoved', ...of1 }, 'gone gone . . . . gone gone']],
  codeProved: [
    [
      'a seed proves the code',
      { kind: 'codeProved', ...of1, drift: { driftMs: 0, isFit: true } },
      '. needsCode . . . . . .',
    ],
  ],
  codeDisproved: [
    [
      'a seed disproves the code',
      { kind: 'codeDisproved', ...of1, problem: { code: 'code-of-no-token' }, drift: null },
      '. needsCode . . . . . .',
    ],
  ],
  checkWanted: [['another look is wanted', { kind: 'checkWanted', ...of1 }, '. needsCode . . . . . .']],
  preFlightRead: [
    [
      'a look at somebody else comes back',
      { kind: 'preFlightRead', ...of1, userId: BOB.id, facts: NO_FACTS },
      '. . . . . . . .',
    ],
  ],
  itemLeft: [['the person leaves the kiosk', { kind: 'itemLeft', ...of1 }, '. . stopped stopped stopped stopped . .']],
  readWanted: [['a read is wanted now', { kind: 'readWanted', ...of1 }, '. . . . unsure confirming . .']],
};

const CELLS = Object.values(TABLE)
  .flat()
  .flatMap(([when, event, outcome]) =>
    outcome.split(' ').map((expected, column) => ({ when, event, expected, from: STATE_KINDS[column] ?? 'needsUser' })),
  );

describe('each event in each state', () => {
  test('the table has eight columns in every row', () => {
    expect(CELLS).toHaveLength(26 * 8);
  });

  test.each(CELLS.filter((cell) => cell.expected === '.'))(
    'when $when, an item that is $from stays untouched',
    ({ from, event }) => {
      const state = stateWith([itemIn(from)], { openItemId: 1 });
      expect(reduce(state, event)).toBe(state);
    },
  );

  test.each(CELLS.filter((cell) => cell.expected !== '.'))(
    'when $when, an item that was $from is $expected',
    ({ from, event, expected }) => {
      const state = stateWith([itemIn(from)], { openItemId: null });
      const next = reduce(state, event);
      expect(next).not.toBe(state);
      expect(next.items.get(1)?.state.kind ?? 'gone').toBe(expected);
    },
  );
});

describe('events of items that are not there', () => {
  test.each(Object.values(TABLE).flat())('when %s for an unknown item, nothing changes', (_, event) => {
    const state = stateWith([itemIn('activating', { id: 2 })], { openItemId: 2 });
    expect(reduce(state, event)).toBe(state);
  });
});

describe('choosing the user', () => {
  const chosen: Event = { kind: 'userChosen', ...of1, user: BOB };

  test('keeps the person, asks for the code without blame and starts the count of rejections anew', () => {
    const before = itemIn('needsCode', { rejections: 2, methodId: 'm1' });
    expect(itemOf(reduce(stateWith([before]), chosen))).toEqual({
      ...before,
      user: BOB,
      rejections: 0,
      methodId: null,
      preFlight: 'wanted',
      state: { kind: 'needsCode', problem: null },
      changedAtMs: AT_MS,
    });
  });

  test('clears the list of people, so that nobody is chosen from it for the next token', () => {
    const search = {
      by: 'words' as const,
      query: 'bob',
      status: 'found' as const,
      users: [ANN, BOB],
      more: false,
      problem: null,
    };
    const next = reduce(stateWith([itemIn('needsUser')], { search }), chosen);
    expect(next.search).toEqual(IDLE_SEARCH);
  });
});

describe('trying a stopped item again', () => {
  const retried: Event = { kind: 'itemRetried', ...of1 };

  test('asks for a code where the person is known', () => {
    const next = itemOf(reduce(stateWith([itemIn('stopped')]), retried));
    expect(next.state).toEqual({ kind: 'needsCode', problem: null });
    expect(next.changedAtMs).toBe(AT_MS);
    expect(next.user).toEqual(ANN);
  });

  test('asks for the person where none was chosen', () => {
    const next = reduce(stateWith([itemIn('stopped', { user: null })]), retried);
    expect(itemOf(next).state).toEqual({ kind: 'needsUser' });
  });
});

describe('opening, setting aside and removing', () => {
  const search = {
    by: 'words' as const,
    query: 'ann',
    status: 'found' as const,
    users: [ANN],
    more: false,
    problem: null,
  };
  const two = stateWith(
    [itemIn('needsUser', { parked: true }), itemIn('needsUser', { id: 2, serialNumber: '20033752' })],
    {
      openItemId: 2,
      search,
    },
  );

  test('opening a row moves the hand-over to it and takes it up again', () => {
    const next = reduce(two, { kind: 'itemOpened', ...of1 });
    expect(openIdOf(next)).toBe(1);
    expect(itemOf(next).parked).toBe(false);
    expect(next.search.users).toEqual([]);
  });

  test('setting the open row aside frees the hand-over', () => {
    const next = reduce(two, { kind: 'itemParked', atMs: AT_MS, itemId: 2 });
    expect(openIdOf(next)).toBeNull();
    expect(itemOf(next, 2).parked).toBe(true);
    expect(next.search.users).toEqual([]);
  });

  test('setting another row aside leaves the hand-over where it is', () => {
    expect(openIdOf(reduce(two, { kind: 'itemParked', ...of1 }))).toBe(2);
  });

  test('removing the open row frees the hand-over, removing another one does not', () => {
    expect(openIdOf(reduce(two, { kind: 'itemRemoved', atMs: AT_MS, itemId: 2 }))).toBeNull();
    expect(openIdOf(reduce(two, { kind: 'itemRemoved', ...of1 }))).toBe(2);
  });

  test('a removed token that is scanned again is a new item with a new number', () => {
    const state = foldEvents([scan(), { kind: 'itemRemoved', ...of1 }, scan()]);
    expect(state.items.get(1)).toBeUndefined();
    expect(itemOf(state, 2).state).toEqual({ kind: 'needsUser' });
    expect(state.counts).toEqual({ all: 1, needsYou: 1, working: 0, issued: 0 });
  });
});

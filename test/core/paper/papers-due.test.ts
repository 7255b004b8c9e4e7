import { expect, test } from 'vitest';
import type { Event } from '../../../electron/core/event.ts';
import { papersDue } from '../../../electron/core/paper/papers-due.ts';
import type { Item } from '../../../electron/core/state.ts';
import { NOW_MS, STATES } from '../build-state.ts';
import { annsToken, paperState } from './some-papers.ts';

const ALL = { printsReceipts: true, printsLabels: true };
const NONE = { printsReceipts: false, printsLabels: false };
const read: Event = { kind: 'methodRead', atMs: NOW_MS, itemId: 1, method: null };
const orderLine = { orderId: 1, line: 2 };
const KIOSK = {
  visit: 1,
  person: null,
  signedInAtMs: null,
  needsFreshSignIn: false,
  wasAskedAgain: false,
  endsWith: null,
};

type Case = readonly [
  what: string,
  before: Partial<Item>,
  now: Partial<Item>,
  settings: typeof ALL,
  kinds: readonly string[],
];

const CASES: readonly Case[] = [
  ['activated at the desk', { state: STATES.confirming }, {}, ALL, ['receipt']],
  ['found activated after a lost answer', { state: STATES.unsure }, {}, ALL, ['receipt']],
  ['activated for an order', { state: STATES.confirming, orderLine }, { orderLine }, ALL, ['label']],
  [
    'assigned for an order',
    { state: STATES.confirming, orderLine },
    { orderLine, state: STATES.assigned },
    ALL,
    ['label'],
  ],
  ['activated before already', {}, {}, ALL, []],
  ['assigned before, and now activated', { state: STATES.assigned, orderLine }, { orderLine }, ALL, []],
  ['not yet activated', { state: STATES.activating }, { state: STATES.confirming }, ALL, []],
  ['activated where nothing is printed by itself', { state: STATES.confirming }, {}, NONE, []],
  [
    'of an order, where only receipts are',
    { state: STATES.confirming, orderLine },
    { orderLine },
    { ...ALL, printsLabels: false },
    [],
  ],
  ['of the desk, where only labels are', { state: STATES.confirming }, {}, { ...ALL, printsReceipts: false }, []],
];

test.each(CASES)('a token %s', (_what, before, now, settings, kinds) => {
  const [was, is] = [paperState([annsToken(before)]), paperState([annsToken(now)])];
  expect(papersDue(was, is, read, settings).map(({ kind }) => kind)).toEqual(kinds);
});

test('nothing is printed for an event about no token, nor at a kiosk', () => {
  const [was, is] = [paperState([annsToken({ state: STATES.confirming })]), paperState([annsToken()])];
  expect(papersDue(was, is, { kind: 'restarted', atMs: NOW_MS }, ALL)).toEqual([]);
  expect(papersDue(was, { ...is, kiosk: KIOSK }, read, ALL)).toEqual([]);
});

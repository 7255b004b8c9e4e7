import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item, State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  foldEvents,
  itemIn,
  itemOf,
  LEFT,
  noticesOf,
  NOW_MS,
  openIdOf,
  planOf,
  RIGHT,
  SERIAL,
  stateWith,
  STATES,
  undoDraft,
} from './build-state.ts';
import { begin, deskWith, scanAt, visitAt, visitOf } from './visit-state.ts';

const CHECKED = { idKind: 'badge', atMs: NOW_MS };

/** A desk where Ann stands at the left, and these tokens are in the queue. */
function deskOf(items: readonly Item[], more: Partial<State> = {}): State {
  return stateWith(items, { lanes: deskWith(visitOf(ANN, { idCheck: CHECKED })).lanes, ...more });
}

describe('a token that is scanned where somebody stands', () => {
  const attached = reduce(deskWith(visitOf(ANN, { idCheck: CHECKED })), scanAt(LEFT, SERIAL));

  test('is theirs, waits for its code, is looked at, and knows that they were seen', () => {
    expect(itemOf(attached)).toMatchObject({
      user: ANN,
      state: STATES.needsCode,
      preFlight: 'wanted',
      idCheck: CHECKED,
      goal: 'activate',
    });
    expect(openIdOf(attached)).toBe(1);
  });

  test('ends the visit in the same step: the next one has nobody', () => {
    expect(visitAt(attached)).toBeNull();
    const next = reduce(attached, scanAt(LEFT, 'GALT11420105'));
    expect(itemOf(next, 2)).toMatchObject({ user: null, state: STATES.needsUser, idCheck: null });
  });

  test('clears the search for somebody else, so that nobody is chosen from it', () => {
    const searching = deskWith(visitOf(), null, {
      search: { by: 'words', query: 'bob', status: 'found', users: [BOB], more: false, problem: null },
    });
    expect(reduce(searching, scanAt(LEFT, SERIAL)).search.status).toBe('idle');
  });

  test('and was set aside without a person is taken up for them', () => {
    const desk = deskOf([itemIn('needsUser', { parked: true, laneId: RIGHT, goal: 'assign', methodId: 'old' })]);
    const taken = reduce(desk, scanAt(LEFT, SERIAL));
    expect(itemOf(taken)).toMatchObject({ user: ANN, parked: false, laneId: LEFT, goal: 'activate', methodId: null });
    expect(openIdOf(taken)).toBe(1);
  });

  test.each(['needsCode', 'stopped'] as const)(
    'and is their own already, %s, is taken up again, and waits for its code',
    (kind) => {
      const taken = reduce(deskOf([itemIn(kind, { parked: true })]), scanAt(LEFT, SERIAL));
      expect(itemOf(taken)).toMatchObject({ user: ANN, state: STATES.needsCode, idCheck: CHECKED });
      expect(openIdOf(taken)).toBe(1);
      expect(visitAt(taken)).toBeNull();
    },
  );

  test('and is their own keeps that they were seen before, where nothing newer is known', () => {
    const desk = stateWith([itemIn('needsCode', { idCheck: CHECKED })], { lanes: deskWith(visitOf()).lanes });
    expect(itemOf(reduce(desk, scanAt(LEFT, SERIAL))).idCheck).toEqual(CHECKED);
  });
});

describe('a token that is not theirs leaves them waiting', () => {
  test.each<readonly [string, Item]>([
    ['another’s, waiting for a code', itemIn('needsCode', { user: BOB })],
    ['another’s, stopped', itemIn('stopped', { user: BOB, parked: true })],
    ['on its way', itemIn('activating', { user: BOB })],
    ['issued', itemIn('activated', { user: BOB })],
    ['their own and on its way', itemIn('unsure')],
    ['stopped without a person', itemIn('stopped', { user: null })],
  ])('%s: it is said to be scanned twice, and not opened over them', (_what, item) => {
    const scanned = reduce(deskOf([item]), scanAt(LEFT, SERIAL));
    expect(visitAt(scanned)?.user).toEqual(ANN);
    expect(itemOf(scanned).user).toEqual(item.user);
    expect(openIdOf(scanned)).toBeNull();
    expect(noticesOf(scanned)).toEqual(['scanDuplicate']);
  });

  test('in hand at the other reader: it stays there', () => {
    const { lanes } = deskWith(visitOf());
    const held = lanes.map((lane) => (lane.laneId === RIGHT ? { ...lane, openItemId: 1 } : lane));
    const scanned = reduce(stateWith([itemIn('needsUser', { laneId: RIGHT })], { lanes: held }), scanAt(LEFT, SERIAL));
    expect(itemOf(scanned)).toMatchObject({ user: null, laneId: RIGHT });
    expect(visitAt(scanned)?.user).toEqual(ANN);
  });

  test('held by a plan that takes it back', () => {
    const desk = deskOf([itemIn('needsUser')], { plan: planOf(undoDraft()) });
    expect(visitAt(reduce(desk, scanAt(LEFT, SERIAL)))?.user).toEqual(ANN);
  });

  test('scanned while another token was opened there by hand', () => {
    const { lanes } = deskWith(visitOf());
    const open = lanes.map((lane) => (lane.laneId === LEFT ? { ...lane, openItemId: 1 } : lane));
    const scanned = reduce(stateWith([itemIn('needsUser')], { lanes: open }), scanAt(LEFT, 'GALT11420105'));
    expect(itemOf(scanned, 2).user).toBeNull();
    expect(visitAt(scanned)?.user).toEqual(ANN);
  });
});

test('a scan at another reader never goes to them, and does not take the screen from them', () => {
  const scanned = reduce(deskWith(visitOf()), scanAt(RIGHT, SERIAL));
  expect(itemOf(scanned).user).toBeNull();
  expect(visitAt(scanned)?.user).toEqual(ANN);
  expect(scanned.frontLaneId).toBe(LEFT);
});

test('at a kiosk, nobody who stood at the desk before gets a token', () => {
  const scanned = reduce(deskWith(visitOf(), null, { kiosk: OPENED_KIOSK }), scanAt(LEFT, SERIAL));
  expect(itemOf(scanned).user).toBeNull();
});

test('each visit gives at most one token, to its own person, from its own reader, whatever is scanned in which order', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('begin' as const),
      laneId: fc.constantFrom(LEFT, RIGHT),
      user: fc.constantFrom(ANN, BOB),
    }),
    fc.record({ kind: fc.constant('end' as const), laneId: fc.constantFrom(LEFT, RIGHT) }),
    fc.record({ kind: fc.constant('scan' as const), laneId: fc.constantFrom(LEFT, RIGHT), serial: fc.nat(5) }),
    fc.record({ kind: fc.constant('park' as const), itemId: fc.integer({ min: 1, max: 6 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = deskWith(null);
      for (const one of steps) {
        const before = state;
        if (one.kind === 'begin') state = reduce(state, begin(one.user, one.laneId));
        if (one.kind === 'end') state = reduce(state, { kind: 'visitEnded', atMs: NOW_MS, laneId: one.laneId });
        if (one.kind === 'park') state = reduce(state, { kind: 'itemParked', atMs: NOW_MS, itemId: one.itemId });
        if (one.kind === 'scan') state = reduce(state, scanAt(one.laneId, `GALT1142010${one.serial}`));
        const given = [1, 2, 3, 4, 5, 6].filter(
          (id) => before.items.get(id)?.user?.id !== state.items.get(id)?.user?.id && state.items.get(id)?.user,
        );
        expect(given.length).toBeLessThanOrEqual(1);
        for (const id of given) {
          expect(one.kind).toBe('scan');
          if (one.kind !== 'scan') continue;
          expect(visitAt(before, one.laneId)?.user).toEqual(itemOf(state, id).user);
          expect(visitAt(state, one.laneId)).toBeNull();
        }
      }
    }),
  );
});

test('the journal alone says the same: a restart in between changes nobody’s token', () => {
  const events = [begin(), scanAt(LEFT, SERIAL), begin(BOB, RIGHT)];
  const live = foldEvents(events, deskWith(null));
  const replayed = foldEvents([...events, { kind: 'restarted', atMs: NOW_MS }]);
  expect(itemOf(replayed).user).toEqual(itemOf(live).user);
  expect(visitAt(replayed, RIGHT)).toEqual(visitOf(BOB));
});

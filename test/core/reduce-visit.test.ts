import { describe, expect, test } from 'vitest';
import type { User } from '../../electron/contract/user.ts';
import type { Event } from '../../electron/core/event.ts';
import { finishPlan } from '../../electron/core/plan-end.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { reduceVisit } from '../../electron/core/reduce-visit.ts';
import { IDLE_SEARCH } from '../../electron/core/state.ts';
import type { VisitEvent } from '../../electron/core/visit-events.ts';
import { facts } from './build-facts.ts';
import {
  ANN,
  BOB,
  foldEvents,
  issuedItem,
  itemIn,
  itemOf,
  lane,
  LEFT,
  noticesOf,
  NOW_MS,
  planOf,
  RIGHT,
  scan,
  SERIAL,
  stateWith,
  undoDraft,
} from './build-state.ts';
import { begin, deskWith, FOUND, visitAt, visitOf } from './visit-state.ts';

const atMs = NOW_MS;
const end = (laneId = LEFT): VisitEvent => ({ kind: 'visitEnded', atMs, laneId });
const check = (laneId = LEFT): VisitEvent => ({ kind: 'visitorChecked', atMs, laneId, idKind: 'passport' });
const photo = (userId: string, url: string | null = `data:${userId}`): Event => ({
  kind: 'photoRead',
  atMs,
  userId,
  url,
});

describe('a visit', () => {
  test('begins with somebody who is to be looked at, and is said with their name', () => {
    const begun = reduce(deskWith(null, null, { search: FOUND }), begin());
    expect(visitAt(begun)).toEqual(visitOf());
    expect(begun.search).toEqual(IDLE_SEARCH);
    expect(begun.notices).toMatchObject([
      { kind: 'visitBegun', userName: ANN.displayName, readerName: 'left scanner' },
    ]);
  });

  test('of the next person takes the place of the one before, and nothing that was seen of them', () => {
    const seen = foldEvents([begin(), check(), begin(BOB)], deskWith(null));
    expect(visitAt(seen)).toEqual(visitOf(BOB));
  });

  test('of the same person goes on', () => {
    const again = foldEvents([begin(), check(), begin()], deskWith(null));
    expect(visitAt(again)?.idCheck).toEqual({ idKind: 'passport', atMs });
    expect(noticesOf(again)).toEqual(['visitBegun', 'idChecked']);
  });

  test('does not begin beside a token that was scanned a moment before', () => {
    const busy = stateWith([itemIn('needsUser')], { openItemId: 1 });
    expect(reduceVisit(busy, begin())).toBe(busy);
  });

  test('behind the front leaves the search of the front as it is', () => {
    const begun = reduce(deskWith(null, null, { search: FOUND }), begin(ANN, RIGHT));
    expect([begun.search, begun.frontLaneId]).toEqual([FOUND, LEFT]);
  });

  test('without any reader has the keyboard’s place, which stands in front and stays there when a reader comes', () => {
    const begun = reduce(stateWith([], { lanes: [], frontLaneId: null }), begin(ANN, 'keyboard'));
    expect(begun.frontLaneId).toBe('keyboard');
    const plugged = reduce(begun, { kind: 'readerAttached', atMs, readerKey: LEFT, name: 'Voyager' });
    expect(plugged.frontLaneId).toBe('keyboard');
    expect(reduce(plugged, end('keyboard')).frontLaneId).toBe(LEFT);
  });

  test('stays where its reader is pulled out, and in front', () => {
    const pulled = reduce(deskWith(visitOf()), { kind: 'readerDetached', atMs, readerKey: LEFT });
    expect([pulled.frontLaneId, visitAt(pulled)?.user]).toEqual([LEFT, ANN]);
  });

  test('ends, and another reader’s visitor comes to the front', () => {
    const ended = reduce(deskWith(visitOf(), visitOf(BOB)), end());
    expect(visitAt(ended)).toBeNull();
    expect(ended.frontLaneId).toBe(RIGHT);
    expect(reduceVisit(ended, end())).toBe(ended);
  });

  test('survives a restart, is looked at anew, and shows who was there', () => {
    const restarted = foldEvents([
      begin(),
      check(),
      { kind: 'visitorRead', atMs, laneId: LEFT, userId: ANN.id, facts: facts() },
      { kind: 'restarted', atMs },
    ]);
    // What was read is true only while the station runs: the journal does not hold it.
    const replayed = foldEvents([begin(), check(), { kind: 'restarted', atMs }]);
    expect(visitAt(replayed)).toEqual(visitOf(ANN, { idCheck: { idKind: 'passport', atMs } }));
    expect([restarted.frontLaneId, replayed.frontLaneId]).toEqual([LEFT, LEFT]);
  });
});

describe('an ID that was seen', () => {
  test('of a visitor is kept with its kind and its time, and said with their name', () => {
    const checked = reduce(deskWith(visitOf()), check());
    expect(visitAt(checked)?.idCheck).toEqual({ idKind: 'passport', atMs });
    expect(checked.notices).toMatchObject([{ kind: 'idChecked', userName: ANN.displayName, text: '' }]);
  });

  test('of nobody is nothing', () => {
    const nobody = deskWith(null);
    expect(reduceVisit(nobody, check())).toBe(nobody);
  });

  test('of a token’s person is kept with the token until somebody else is chosen', () => {
    const seen = reduce(stateWith([itemIn('needsCode')]), { kind: 'idChecked', atMs, itemId: 1, idKind: 'badge' });
    expect(itemOf(seen).idCheck).toEqual({ idKind: 'badge', atMs });
    const choose = (user: User): Event => ({ kind: 'userChosen', atMs, itemId: 1, user });
    expect(itemOf(reduce(seen, choose(ANN))).idCheck).toEqual({ idKind: 'badge', atMs });
    expect(itemOf(reduce(seen, choose(BOB))).idCheck).toBeNull();
  });
});

test.each([
  ['somebody else', BOB, null],
  ['the same person', ANN, { idKind: 'badge', atMs }],
  ['nobody', null, null],
])(
  'a token that a plan has taken back and hands to %s knows of the ID of that person alone',
  (_whom, user, idCheck) => {
    const issued = issuedItem(1, SERIAL, ANN, { idCheck: { idKind: 'badge', atMs } });
    const plan = planOf({ ...undoDraft(), afterwards: [{ itemId: 1, user }] });
    expect(itemOf(finishPlan(stateWith([issued], { plan }), plan, atMs)).idCheck).toEqual(idCheck);
  },
);

describe('what was read', () => {
  const read = (userId: string): Event => ({ kind: 'visitorRead', atMs, laneId: LEFT, userId, facts: facts() });

  test('of whoever stands there is kept', () => {
    expect(visitAt(reduce(deskWith(visitOf()), read(ANN.id)))?.preFlight).toEqual(facts());
  });

  test.each([
    ['somebody who was there before', visitOf(BOB)],
    ['somebody who has gone', null],
  ])('of %s says nothing', (_who, visit) => {
    const state = deskWith(visit);
    expect(reduce(state, read(ANN.id))).toBe(state);
  });

  test('pictures: the last eight, the newest of each person, and of nobody who is here less', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `somebody-${index}`);
    const state = foldEvents(
      [photo(ANN.id), ...ids.map((id) => photo(id)), photo(ids[11] ?? '', null)],
      deskWith(visitOf()),
    );
    expect(state.photos.map(({ userId }) => userId)).toEqual([ANN.id, ...ids.slice(4)]);
    expect(state.photos.at(-1)?.url).toBeNull();
  });
});

test('a token of somebody else that is opened by hand leaves the visitor waiting behind it', () => {
  const state = stateWith([itemIn('needsCode', { user: BOB })], { lanes: [{ ...lane(LEFT), visit: visitOf() }] });
  const opened = foldEvents(
    [
      { kind: 'itemOpened', atMs, itemId: 1 },
      { kind: 'itemParked', atMs, itemId: 1 },
    ],
    state,
  );
  expect(visitAt(opened)?.user).toEqual(ANN);
  expect(itemOf(reduce(opened, scan('GALT11420105')), 2).user).toEqual(ANN);
});

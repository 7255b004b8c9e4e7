import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { findLane } from '../../electron/core/lanes.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, itemOf, LEFT, NOW_MS, noticesOf, openIdOf, RIGHT, scan, SERIAL } from './build-state.ts';
import {
  activated,
  assigned,
  chosen,
  CY,
  draftLine,
  lineStates,
  opened,
  ORDER_KEY,
  orderIn,
  SECOND,
  taken,
  THREE,
  working,
} from './orders-build.ts';

const AT = { atMs: NOW_MS };
const ORDER = { ...AT, orderId: 1 };

function taskOf(state: State, laneId = LEFT) {
  return findLane(state, laneId)?.task ?? null;
}

describe('opening an order', () => {
  test('gives the next number, and an order of the same name is another one', () => {
    const state = foldEvents([...opened(), ...opened('assign', THREE, { orderId: 2, orderKey: 'other' })]);
    expect(state.orders.list.map(({ id, goal, stage }) => [id, goal, stage])).toEqual([
      [1, 'activate', 'open'],
      [2, 'assign', 'open'],
    ]);
    expect(orderIn(state)).toMatchObject({
      key: ORDER_KEY,
      name: 'Naples',
      openedAtMs: NOW_MS,
      lineNumbers: [2, 3, 4],
    });
    expect(orderIn(state).counts).toEqual({ all: 3, open: 3, held: 0, stopped: 0, skipped: 0, done: 0 });
  });

  test('keeps what came with it: who was skipped, and who has a token of another station', () => {
    const done = { serialNumber: SECOND, atMs: 7 };
    const state = foldEvents(opened('activate', [draftLine(2, ANN, { done }), draftLine(3, BOB, { isSkipped: true })]));
    expect(lineStates(state)).toEqual(['done', 'skipped']);
    expect(orderIn(state).lines.get(2)).toMatchObject({ done, itemId: null });
  });

  test('takes lines in several pieces, and can be worked on once all are there', () => {
    const [first, ...rest] = THREE;
    const begun: readonly Event[] = [
      { kind: 'orderOpened', ...AT, orderKey: ORDER_KEY, name: 'Naples', goal: 'activate', lineCount: 3 },
      { kind: 'orderLinesAdded', ...ORDER, lines: first ? [first] : [] },
    ];
    const half = foldEvents([...begun, taken(), chosen(2)]);
    expect(taskOf(half)).toBeNull();
    expect(taskOf(foldEvents([{ kind: 'orderLinesAdded', ...ORDER, lines: rest }, taken()], half))).not.toBeNull();
  });

  test('leaves out a line that is there already and a person who stands in another one', () => {
    const twin = { ...ANN, id: ANN.id.toUpperCase() };
    const state = foldEvents(opened('activate', [draftLine(2, ANN), draftLine(2, BOB), draftLine(5, twin)]));
    expect(lineStates(state)).toEqual(['open']);
    expect(orderIn(state).addedCount).toBe(3);
  });

  test('lines for an order that is not there change nothing', () => {
    const state = foldEvents(opened());
    expect(reduce(state, { kind: 'orderLinesAdded', atMs: NOW_MS, orderId: 7, lines: THREE })).toBe(state);
  });
});

describe('taking up an order', () => {
  test('without a reader it is worked on from the keyboard, in front', () => {
    const state = foldEvents([...opened(), taken('keyboard')]);
    expect(taskOf(state, 'keyboard')).toEqual({ orderId: 1, line: null });
    expect(state.frontLaneId).toBe('keyboard');
  });

  test('does not change which place stands in front', () => {
    expect(working('activate', [taken(RIGHT)]).frontLaneId).toBe(LEFT);
  });

  test('a place works on one order: taking another leaves the first, taking the same keeps the chosen line', () => {
    const two = opened('assign', THREE, { orderId: 2, orderKey: 'other' });
    expect(taskOf(working('activate', [...two, taken(LEFT, 2)]))).toEqual({ orderId: 2, line: null });
    expect(taskOf(working('activate', [chosen(3), taken()]))).toEqual({ orderId: 1, line: 3 });
  });

  test('one that is left is not worked on there, and its tokens keep their people', () => {
    const state = working('activate', [scan(), { kind: 'orderLeft', ...AT, laneId: LEFT }]);
    expect(taskOf(state)).toBeNull();
    expect(itemOf(state).user).toEqual(ANN);
  });

  test('after a restart it goes on where it stopped', () => {
    const state = working('activate', [scan(), ...activated(1, ANN, SERIAL), chosen(4), { kind: 'restarted', ...AT }]);
    expect(taskOf(state)).toEqual({ orderId: 1, line: 4 });
    expect(itemOf(reduce(state, scan(SECOND)), 2).user).toEqual(CY);
  });

  test('tomorrow the tokens of today are off the queue, and their people stay done', () => {
    const today = working('assign', [scan(), ...assigned(1, ANN, SERIAL)]);
    const state = reduce(today, { kind: 'restarted', atMs: NOW_MS + 86_400_000 });
    expect(state.items.get(1)).toBeUndefined();
    expect(lineStates(state)).toEqual(['done', 'open', 'open']);
    expect(orderIn(state).lines.get(2)).toMatchObject({ itemId: null, done: { serialNumber: SERIAL, atMs: NOW_MS } });
  });

  test('a station that becomes a kiosk leaves its orders in the journal, too', () => {
    const kiosk = working('activate', [{ kind: 'kioskOpened', ...AT }]);
    expect(taskOf(kiosk)).not.toBeNull();
    expect(taskOf(reduce(kiosk, { kind: 'orderLeft', ...AT, laneId: LEFT }))).toBeNull();
  });
});

describe('skipping', () => {
  const skipped: Event = { kind: 'orderLineSkipped', ...ORDER, line: 2 };

  test('passes a person over until they are taken back in', () => {
    const state = working('activate', [skipped, scan()]);
    expect(lineStates(state)).toEqual(['skipped', 'held', 'open']);
    const again = reduce(state, { kind: 'orderLineUnskipped', ...ORDER, line: 2 });
    expect(lineStates(again)).toEqual(['open', 'held', 'open']);
  });

  test.each<readonly [string, Event]>([
    ['skipped', { kind: 'orderLineSkipped', ...ORDER, line: 2 }],
    ['taken back in', { kind: 'orderLineUnskipped', ...ORDER, line: 2 }],
    ['chosen', chosen(2)],
  ])('a person with a token cannot be %s', (_, event) => {
    const state = working('activate', [scan()]);
    expect(reduce(state, event)).toBe(state);
  });
});

describe('a token that is lost to its line', () => {
  test('its row is removed: the person is served again', () => {
    const state = working('activate', [scan(), { kind: 'itemRemoved', ...AT, itemId: 1 }]);
    expect(lineStates(state)).toEqual(['open', 'open', 'open']);
    expect(orderIn(state).lines.get(2)?.itemId).toBeNull();
  });

  test('it is taken back by a plan: the person is served again, and the token is nobody’s', () => {
    const plan = {
      kind: 'undo',
      reason: 'wrongPerson',
      steps: [{ user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: SERIAL, methodId: 'm1' }],
      afterwards: [{ itemId: 1, user: null }],
    } as const;
    const step = { ...AT, step: 0 };
    const state = working('assign', [
      scan(),
      ...assigned(1, ANN, SERIAL),
      { kind: 'planStarted', ...AT, plan },
      { kind: 'takeBackIntended', ...step },
      { kind: 'takeBackDone', ...step, requestId: null },
      { kind: 'takeBackRead', ...step, isThere: false },
    ]);
    expect(lineStates(state)).toEqual(['open', 'open', 'open']);
    expect(itemOf(state)).toMatchObject({
      user: null,
      goal: 'activate',
      orderLine: null,
      state: { kind: 'needsUser' },
    });
  });

  test('it came back by a plan and is opened again: not for the same person by itself', () => {
    const plan = {
      kind: 'undo',
      reason: 'wrongToken',
      steps: [{ user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: SERIAL, methodId: 'm1' }],
      afterwards: [{ itemId: 1, user: null }],
    } as const;
    const state = working('activate', [
      scan(),
      ...activated(1, ANN, SERIAL),
      { kind: 'planStarted', ...AT, plan },
      { kind: 'takeBackIntended', ...AT, step: 0 },
      { kind: 'takeBackDone', ...AT, step: 0, requestId: null },
      { kind: 'takeBackRead', ...AT, step: 0, isThere: false },
    ]);
    expect(openIdOf(state)).toBe(1);
    expect(itemOf(state).user).toBeNull();
  });

  test('two are swapped: each person still has a token of the order', () => {
    const step = (at: number, user: typeof ANN, serialNumber: string) => ({
      user: { id: user.id, displayName: user.displayName },
      serialNumber,
      methodId: `m${at}`,
    });
    const plan = {
      kind: 'swap',
      reason: 'swapped',
      steps: [step(1, ANN, SERIAL), step(2, BOB, SECOND)],
      afterwards: [
        { itemId: 1, user: BOB },
        { itemId: 2, user: ANN },
      ],
    } as const;
    const takenBack = [0, 1].flatMap((at): Event[] => [
      { kind: 'takeBackIntended', ...AT, step: at },
      { kind: 'takeBackDone', ...AT, step: at, requestId: null },
      { kind: 'takeBackRead', ...AT, step: at, isThere: false },
    ]);
    const half = working('assign', [
      scan(),
      scan(SECOND),
      ...assigned(1, ANN, SERIAL),
      ...assigned(2, BOB, SECOND),
      { kind: 'planStarted', ...AT, plan },
      ...takenBack.slice(0, 3),
    ]);
    expect(lineStates(half)).toEqual(['open', 'done', 'open']);
    expect(itemOf(half)).toMatchObject({ orderLine: null, goal: 'activate' });
    const state = foldEvents(takenBack.slice(3), half);
    expect(lineStates(state)).toEqual(['held', 'held', 'open']);
    expect(itemOf(state).orderLine).toEqual({ orderId: 1, line: 3 });
    expect(itemOf(state, 2).orderLine).toEqual({ orderId: 1, line: 2 });
  });

  test('it has stopped and is tried again', () => {
    const refused: Event = { kind: 'activationRefused', ...AT, itemId: 1, problem: { code: 'user-is-guest' } };
    const intended: Event = { kind: 'activationIntended', ...AT, itemId: 1, userId: ANN.id };
    const stopped = working('activate', [scan(), intended, refused]);
    expect(lineStates(stopped)).toEqual(['stopped', 'open', 'open']);
    expect(lineStates(reduce(stopped, { kind: 'itemRetried', ...AT, itemId: 1 }))).toEqual(['held', 'open', 'open']);
  });
});

describe('closing and opening again', () => {
  test('nobody works on it any more, and a token with its person waits on', () => {
    const state = working('activate', [scan(), taken(RIGHT), { kind: 'orderClosed', ...ORDER }]);
    expect(orderIn(state).stage).toBe('closed');
    expect([taskOf(state), taskOf(state, RIGHT)]).toEqual([null, null]);
    expect(itemOf(state).user).toEqual(ANN);
    expect(lineStates(foldEvents(activated(1, ANN, SERIAL), state))).toEqual(['done', 'open', 'open']);
  });

  test('a scan after it is for nobody', () => {
    expect(itemOf(working('assign', [{ kind: 'orderClosed', ...ORDER }, scan()])).user).toBeNull();
  });

  test('it goes on once it is opened and taken up again', () => {
    const closed: Event = { kind: 'orderClosed', ...ORDER };
    const state = working('activate', [closed, { kind: 'orderReopened', ...ORDER }, taken(), scan()]);
    expect(itemOf(state).user).toEqual(ANN);
  });
});

test('what the window looks at is kept', () => {
  const shown = reduce(working('activate'), { kind: 'orderShown', ...ORDER, filter: 'open', page: 1 });
  expect(shown.orders.shown).toEqual({ orderId: 1, filter: 'open', page: 1 });
  const closed = reduce(shown, { kind: 'orderShown', ...AT, orderId: null, filter: 'all', page: 0 });
  expect(closed.orders.shown).toBeNull();
});

test('nothing is said of an order that nobody works on', () => {
  const state = working('activate', [
    { kind: 'orderLineSkipped', ...ORDER, line: 3 },
    { kind: 'orderLineSkipped', ...ORDER, line: 4 },
    scan(),
    { kind: 'orderLeft', ...AT, laneId: LEFT },
    ...activated(1, ANN, SERIAL),
  ]);
  expect(noticesOf(state)).not.toContain('orderDone');
});

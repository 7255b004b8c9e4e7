import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { findLane } from '../../electron/core/lanes.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, BOB, foldEvents, itemOf, LEFT, NOW_MS, noticesOf, openIdOf, RIGHT, scan, SERIAL } from './build-state.ts';
import {
  activated,
  assigned,
  chosen,
  CY,
  lineStates,
  opened,
  orderIn,
  scanIn,
  SECOND,
  taken,
  THIRD,
  working,
} from './orders-build.ts';

const AT = { atMs: NOW_MS };

describe('scanning where an order of codes is worked on', () => {
  test('a token is for the next person, and asks for its code', () => {
    const state = working('activate', [scan()]);
    expect(itemOf(state)).toMatchObject({
      user: ANN,
      goal: 'activate',
      orderLine: { orderId: 1, line: 2 },
      state: { kind: 'needsCode', problem: null },
      preFlight: 'wanted',
    });
    expect(openIdOf(state)).toBe(1);
    expect(lineStates(state)).toEqual(['held', 'open', 'open']);
  });

  test('a second token joins the queue without a person, and is for the next one once it is its turn', () => {
    const waiting = working('activate', [scan(), scan(SECOND)]);
    expect(itemOf(waiting, 2)).toMatchObject({ user: null, orderLine: null, state: { kind: 'needsUser' } });
    expect(lineStates(waiting)).toEqual(['held', 'open', 'open']);
    const next = foldEvents(activated(1, ANN, SERIAL), waiting);
    expect(itemOf(next, 2)).toMatchObject({ user: BOB, orderLine: { orderId: 1, line: 3 } });
    expect(openIdOf(next)).toBe(2);
    expect(lineStates(next)).toEqual(['done', 'held', 'open']);
  });

  test('a token that was set aside keeps its person, and the next scan is for the next one', () => {
    const state = working('activate', [scan(), { kind: 'itemParked', ...AT, itemId: 1 }, scan(SECOND)]);
    expect(itemOf(state).user).toEqual(ANN);
    expect(itemOf(state, 2).user).toEqual(BOB);
    expect(lineStates(state)).toEqual(['held', 'held', 'open']);
  });

  test('a token that lies there without a person becomes the next one’s when it is scanned once more', () => {
    const before = foldEvents([scan()]);
    const state = foldEvents([...opened(), taken()], before);
    expect(itemOf(state).user).toBeNull();
    expect(itemOf(reduce(state, scan())).user).toEqual(ANN);
  });

  test('one that is in hand in another place stays there', () => {
    const state = foldEvents([scanIn(RIGHT, SERIAL), ...opened(), taken(), scan()]);
    expect(itemOf(state)).toMatchObject({ user: null, laneId: RIGHT });
  });

  test('once everybody is served, a token waits for its person', () => {
    const state = working('activate', [
      scan(),
      ...activated(1, ANN, SERIAL),
      scan(SECOND),
      ...activated(2, BOB, SECOND),
      scan(THIRD),
      ...activated(3, CY, THIRD),
      scan('71358472'),
    ]);
    expect(itemOf(state, 4)).toMatchObject({ user: null, state: { kind: 'needsUser' } });
    expect(lineStates(state)).toEqual(['done', 'done', 'done']);
    expect(noticesOf(state).filter((kind) => kind === 'orderDone')).toHaveLength(1);
  });
});

describe('scanning where an order without codes is worked on', () => {
  test('each token is for the next person at once, whatever is in hand, and needs nobody’s hands', () => {
    const state = working('assign', [scan(), scan(SECOND)]);
    expect(itemOf(state)).toMatchObject({ user: ANN, goal: 'assign', state: { kind: 'readyToAssign' } });
    expect(itemOf(state, 2)).toMatchObject({ user: BOB, goal: 'assign', state: { kind: 'readyToAssign' } });
    expect(openIdOf(state)).toBeNull();
    expect(state.counts).toMatchObject({ working: 2, needsYou: 0 });
  });

  test('a token in hand stays there while others are assigned', () => {
    const before = foldEvents([scan(), { kind: 'userChosen', ...AT, itemId: 1, user: CY }]);
    const state = foldEvents([...opened('assign'), taken(), scan(SECOND)], before);
    expect(openIdOf(state)).toBe(1);
    expect(itemOf(state, 2)).toMatchObject({ user: ANN, state: { kind: 'readyToAssign' } });
  });

  test('one that is scanned once more leaves the hand, and its place goes on to the next that waits', () => {
    const before = foldEvents([scan(), scan(SECOND)]);
    const state = foldEvents([...opened('assign'), taken(), scan()], before);
    expect(itemOf(state)).toMatchObject({ user: ANN, state: { kind: 'readyToAssign' } });
    expect(openIdOf(state)).toBe(2);
    // It was scanned before anybody worked on the order.
    expect(itemOf(state, 2).user).toBeNull();
  });

  test('the order is done with its last token', () => {
    const two = working('assign', [
      scan(),
      ...assigned(1, ANN, SERIAL),
      scan(SECOND),
      ...assigned(2, BOB, SECOND),
      { kind: 'orderLineSkipped', ...AT, orderId: 1, line: 4 },
    ]);
    expect(noticesOf(two)).not.toContain('orderDone');
    const done = foldEvents([scan(SERIAL), { kind: 'itemRemoved', ...AT, itemId: 1 }], two);
    expect(lineStates(done)).toEqual(['done', 'done', 'skipped']);
    const three = working('assign', [scan(), scan(SECOND), scan(THIRD)]);
    const last = foldEvents([...assigned(1, ANN, SERIAL), ...assigned(2, BOB, SECOND)], three);
    expect(noticesOf(last)).not.toContain('orderDone');
    expect(foldEvents(assigned(3, CY, THIRD), last).notices.at(-1)).toMatchObject({
      kind: 'orderDone',
      text: 'Naples',
    });
  });
});

test('an order is not done while a token of it has stopped', () => {
  const refused: Event = { kind: 'activationRefused', ...AT, itemId: 1, problem: { code: 'serial-unknown' } };
  const intended: Event = { kind: 'assignmentIntended', ...AT, itemId: 1, userId: ANN.id };
  const three = working('assign', [scan(), scan(SECOND), scan(THIRD), intended, refused]);
  const rest = foldEvents([...assigned(2, BOB, SECOND), ...assigned(3, CY, THIRD)], three);
  expect(noticesOf(rest)).not.toContain('orderDone');
  const again = foldEvents([{ kind: 'itemRetried', ...AT, itemId: 1 }, ...assigned(1, ANN, SERIAL)], rest);
  expect(noticesOf(again)).toContain('orderDone');
});

describe('a chosen line', () => {
  test('is served before the others, and says whose it is', () => {
    const state = working('activate', [chosen(4)]);
    expect(state.notices.at(-1)).toMatchObject({ kind: 'lineChosen', userName: 'Cy Diaz', text: 'REQ-4' });
    const next = reduce(state, scan());
    expect(itemOf(next).user).toEqual(CY);
    expect(findLane(next, LEFT)?.task).toEqual({ orderId: 1, line: null });
    expect(itemOf(foldEvents([...activated(1, CY, SERIAL), scan(SECOND)], next), 2).user).toEqual(ANN);
  });

  test('takes up its order', () => {
    const state = foldEvents([...opened(), chosen(3), scan()]);
    expect(itemOf(state).user).toEqual(BOB);
    expect(findLane(state, LEFT)?.task?.orderId).toBe(1);
  });

  test('gets the token that lies there without a person', () => {
    expect(itemOf(foldEvents([scan(), ...opened(), chosen(3)])).user).toEqual(BOB);
    expect(itemOf(foldEvents([scan(), ...opened('assign'), chosen(3)]))).toMatchObject({
      user: BOB,
      state: { kind: 'readyToAssign' },
    });
  });

  test('leaves the token that has its person alone', () => {
    expect(itemOf(working('activate', [scan(), chosen(4)])).user).toEqual(ANN);
  });

  test('is served in one place only: the last that chose it', () => {
    const state = working('activate', [taken(RIGHT), chosen(3), chosen(3, RIGHT)]);
    expect(findLane(state, LEFT)?.task).toEqual({ orderId: 1, line: null });
    expect(findLane(state, RIGHT)?.task).toEqual({ orderId: 1, line: 3 });
  });

  test('is passed over where another place has chosen it', () => {
    const state = working('activate', [chosen(2, RIGHT), scan()]);
    expect(itemOf(state).user).toEqual(BOB);
  });

  test.each<readonly [string, Event]>([
    ['it is skipped', { kind: 'orderLineSkipped', ...AT, orderId: 1, line: 3 }],
    ['another place served it', { kind: 'orderClosed', ...AT, orderId: 1 }],
  ])('is nobody’s choice any more once %s', (_, event) => {
    const state = working('activate', [chosen(3), event]);
    expect(findLane(state, LEFT)?.task?.line ?? null).toBeNull();
  });
});

test('the people who were searched for a token are nobody’s choice once it has its person', () => {
  const searched: Event = { kind: 'usersFound', ...AT, query: 'cy', users: [CY], more: false };
  const before = foldEvents([scan(), { kind: 'usersSearched', ...AT, query: 'cy' }, searched]);
  expect(before.search.users).toEqual([CY]);
  expect(foldEvents([...opened(), chosen(3)], before).search.users).toEqual([]);
});

describe('two places', () => {
  test('work on one order without serving anybody twice', () => {
    const state = working('activate', [taken(RIGHT), scanIn(RIGHT, SERIAL), scan(SECOND)]);
    expect(itemOf(state).user).toEqual(ANN);
    expect(itemOf(state, 2).user).toEqual(BOB);
  });

  test('work on two orders', () => {
    const other = opened('assign', [{ ...orderIn(working('assign')).lines.get(4)!, line: 9 }], {
      orderId: 2,
      orderKey: 'another',
    });
    const state = working('activate', [...other, taken(RIGHT, 2), scan(), scanIn(RIGHT, SECOND)]);
    expect(itemOf(state).orderLine).toEqual({ orderId: 1, line: 2 });
    expect(itemOf(state, 2)).toMatchObject({ user: CY, goal: 'assign', orderLine: { orderId: 2, line: 9 } });
  });
});

describe('somebody who stands at the desk', () => {
  const visit: Event = { kind: 'visitBegun', ...AT, laneId: LEFT, user: CY };

  test('gets the next token before the order does, and has their line then', () => {
    const state = working('activate', [visit, scan()]);
    expect(itemOf(state)).toMatchObject({ user: CY, orderLine: { orderId: 1, line: 4 } });
    expect(lineStates(state)).toEqual(['open', 'open', 'held']);
  });

  test('waits for a token in peace: none that is there is given to the order meanwhile', () => {
    const before = foldEvents([scan(), { kind: 'itemParked', ...AT, itemId: 1 }, ...opened(), taken(), visit]);
    const state = reduce(before, { kind: 'itemOpened', ...AT, itemId: 1, laneId: LEFT });
    expect(itemOf(state).user).toBeNull();
  });
});

describe('a token whose person was chosen by hand', () => {
  const byHand: Event = { kind: 'userChosen', ...AT, itemId: 1, user: CY };

  test('frees the line of whom it was for, and is that of their own', () => {
    const state = working('activate', [scan(), byHand]);
    expect(lineStates(state)).toEqual(['open', 'open', 'held']);
    expect(itemOf(state).orderLine).toEqual({ orderId: 1, line: 4 });
  });

  test('is of no line where they are not in the order', () => {
    const stranger = { ...CY, id: 'f3c1a1de-0009-4a6b-9f3e-000000000009' };
    const state = working('activate', [scan(), { ...byHand, user: stranger }]);
    expect(itemOf(state).orderLine).toBeNull();
    expect(lineStates(state)).toEqual(['open', 'open', 'open']);
  });

  test('is activated with a code, also in an order without codes', () => {
    const stopped: readonly Event[] = [
      scan(),
      { kind: 'assignmentIntended', ...AT, itemId: 1, userId: ANN.id },
      { kind: 'activationRefused', ...AT, itemId: 1, problem: { code: 'serial-unknown' } },
    ];
    const before = working('assign', stopped);
    expect(lineStates(before)).toEqual(['stopped', 'open', 'open']);
    const state = reduce(before, { ...byHand, user: ANN });
    expect(itemOf(state)).toMatchObject({ goal: 'activate', user: ANN, state: { kind: 'needsCode' } });
    expect(lineStates(state)).toEqual(['held', 'open', 'open']);
  });
});

test('at a kiosk nobody’s token is given to an order', () => {
  const state = working('activate', [{ kind: 'kioskOpened', ...AT }, scan()]);
  expect(itemOf(state).user).toBeNull();
});

test('a token that a plan is at work on is nobody’s', () => {
  const plan: Event = {
    kind: 'planStarted',
    ...AT,
    plan: {
      kind: 'replace',
      reason: 'lost',
      steps: [{ user: { id: CY.id, displayName: CY.displayName }, serialNumber: SECOND, methodId: 'm9' }],
      afterwards: [{ itemId: 1, user: ANN }],
    },
  };
  const state = working('assign', [scan('71358472'), scan(SECOND)]);
  expect(itemOf(state, 2).user).toEqual(BOB);
  const before = foldEvents([scan(), { kind: 'userChosen', ...AT, itemId: 1, user: ANN }, plan]);
  const held = foldEvents([...opened('assign'), taken(), scan(SECOND)], before);
  expect(held.plan?.stage).toBe('running');
  expect(itemOf(held, 2)).toMatchObject({ user: null, state: { kind: 'needsUser' } });
});

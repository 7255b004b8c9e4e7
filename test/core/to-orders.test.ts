import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { findLane } from '../../electron/core/lanes.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { toLaneOrder, toOrderLineRef, toOrders } from '../../electron/core/to-orders.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';
import { ANN, BOB, itemOf, LEFT, NOW_MS, RIGHT, scan, SERIAL } from './build-state.ts';
import { activated, chosen, CY, opened, SECOND, taken, THREE, working } from './orders-build.ts';

const AT = { atMs: NOW_MS };
const shown: Event = { kind: 'orderShown', ...AT, orderId: 1, filter: 'all', page: 0 };

/** Ann is done and Bob waits for his code. */
const half = working('activate', [scan(), ...activated(1, ANN, SERIAL), scan(SECOND), shown]);

function laneOrder(state: State, laneId = LEFT) {
  const lane = findLane(state, laneId);
  return lane && toLaneOrder(state, lane);
}

describe('the picture of the orders', () => {
  test('has the newest first, with what is done and where it is worked on', () => {
    const two = opened('assign', THREE, { orderId: 2, orderKey: 'other' });
    const { orders } = toOrders(working('activate', [...two, taken(RIGHT, 2)]), null);
    expect(orders.map(({ orderId, takenBy }) => [orderId, takenBy])).toEqual([
      [2, [RIGHT]],
      [1, [LEFT]],
    ]);
    expect(orders[1]).toMatchObject({ name: 'Naples', goal: 'activate', stage: 'open', openedAtMs: NOW_MS });
  });

  test('has one page of the order that is looked at, with the token of each line', () => {
    const { shown: page } = toOrders(half, null);
    expect(page).toMatchObject({ orderId: 1, filter: 'all', page: 0, pageCount: 1 });
    expect(
      page?.lines.map(({ state, itemId, serialNumber, doneAtMs }) => [state, itemId, serialNumber, doneAtMs]),
    ).toEqual([
      ['done', 1, SERIAL, NOW_MS],
      ['held', 2, SECOND, null],
      ['open', null, null, null],
    ]);
  });

  test('keeps the serial number of a token whose row has gone', () => {
    const gone = reduce(half, { kind: 'itemRemoved', ...AT, itemId: 1 });
    expect(toOrders(gone, null).shown?.lines[0]).toMatchObject({ state: 'done', itemId: null, serialNumber: SERIAL });
  });

  test('shows no page where none is looked at, or its order is not there', () => {
    expect(toOrders(working('activate'), null).shown).toBeNull();
    expect(toOrders(reduce(half, { ...shown, orderId: 9 }), null).shown).toBeNull();
  });

  test('names nobody at a kiosk', () => {
    const kiosk: State = { ...half, kiosk: reduce(half, { kind: 'kioskOpened', ...AT }).kiosk };
    expect(toOrders(kiosk, null)).toEqual({ orders: [], shown: null, draft: null });
    expect(laneOrder(kiosk)).toBeNull();
    expect(toOrderLineRef(kiosk, itemOf(kiosk))).toBeNull();
  });
});

describe('what a place works on', () => {
  test('is the order, how much of it is done, and whom it serves next', () => {
    expect(laneOrder(half)).toMatchObject({
      orderId: 1,
      name: 'Naples',
      goal: 'activate',
      doneCount: 1,
      lineCount: 3,
      next: { line: 4, user: CY, state: 'open' },
    });
  });

  test('shows the line that was chosen before the first open one', () => {
    expect(laneOrder(working('activate', [chosen(3)]))?.next?.user).toEqual(BOB);
  });

  test('has nobody next once all are served, and is nothing where no order is taken', () => {
    const busy = working('assign', [scan(), scan(SECOND), scan('60234567')]);
    expect(laneOrder(busy)?.next).toBeNull();
    expect(laneOrder(working('activate', [{ kind: 'orderLeft', ...AT, laneId: LEFT }]))).toBeNull();
  });

  test('is seen also where its reader is not there', () => {
    const mode = { kind: 'practice', problem: null } as const;
    const state = working('activate', [taken(RIGHT)]);
    const { lanes } = toSnapshot(state, 'linux', { revision: 1, atMs: NOW_MS, mode, practice: null, ...NO_DESKS });
    expect(lanes.map(({ laneId, isPlugged, order }) => [laneId, isPlugged, order?.name])).toEqual([
      [LEFT, true, 'Naples'],
      [RIGHT, false, 'Naples'],
    ]);
  });
});

test('a row says which line of which order it is from', () => {
  expect(toOrderLineRef(half, itemOf(half))).toEqual({
    orderId: 1,
    orderName: 'Naples',
    line: 2,
    requestNumber: 'REQ-2',
  });
  expect(toOrderLineRef(half, { ...itemOf(half), orderLine: null })).toBeNull();
});

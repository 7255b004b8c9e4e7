import type { User } from '../../../electron/contract/user.ts';
import type { OrderLineDraft } from '../../../electron/core/order-events.ts';
import type { Order } from '../../../electron/core/orders.ts';
import type { PaperSurroundings } from '../../../electron/core/paper/paper-frame.ts';
import { createPaperStyle } from '../../../electron/core/paper/paper-style.ts';
import { EN } from '../../../electron/core/paper/words/en.ts';
import { reduce } from '../../../electron/core/reduce.ts';
import { EMPTY_STATE, type Item, type State } from '../../../electron/core/state.ts';
import { ANN, BOB, issuedItem, NOW_MS, SERIAL } from '../build-state.ts';

/** A desk of a tenant on a system that writes as the British do. */
export const SURROUNDINGS: PaperSurroundings = {
  mode: { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' },
  stationName: 'Depot 4',
  nowMs: NOW_MS,
  style: createPaperStyle(EN, 'en-GB', 'UTC'),
};

export const IN_PRACTICE: PaperSurroundings = { ...SURROUNDINGS, mode: { kind: 'practice', problem: null } };

export const OPERATOR = { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' };

export const REQUEST_ID = '5f3a1c9e-2b60-4d58-9a77-0c0f6f1d2e33';

/** Ann's token, as a receipt has it. */
export function annsToken(more: Partial<Item> = {}): Item {
  return issuedItem(1, SERIAL, ANN, {
    requestId: REQUEST_ID,
    idCheck: { idKind: 'badge', atMs: NOW_MS },
    ...more,
  });
}

/** `items` by their numbers, worked on by M. Ferri. */
export function paperState(items: readonly Item[], more: Partial<State> = {}): State {
  const map = items.reduce((all, item) => all.set(item.id, item), EMPTY_STATE.items);
  return { ...EMPTY_STATE, items: map, nextItemId: items.length + 1, operator: OPERATOR, ...more };
}

export const ORDER_KEY = '3f9d2c41-7a51-4a17-8f0e-6f2c1b9a7d10';

export function orderLine(line: number, user: User, more: Partial<OrderLineDraft> = {}): OrderLineDraft {
  return { line, user, requestNumber: `REQ-10${line}`, model: '', note: '', isSkipped: false, done: null, ...more };
}

/** An order as its events make it. */
export function withOrder(lines: readonly OrderLineDraft[], more: Partial<Order> = {}): State['orders'] {
  const opened = {
    kind: 'orderOpened',
    atMs: NOW_MS,
    orderKey: ORDER_KEY,
    name: 'Finance, autumn',
    goal: 'activate',
    lineCount: lines.length,
  } as const;
  const made = [opened, { kind: 'orderLinesAdded', atMs: NOW_MS, orderId: 1, lines } as const].reduce(
    reduce,
    EMPTY_STATE,
  );
  return { ...made.orders, list: made.orders.list.map((order) => ({ ...order, ...more })) };
}

export function firstOrder({ orders }: State): Order {
  const [order] = orders.list;
  if (!order) throw new Error('no order');
  return order;
}

/** Ann's token came with the order, as did another one; Bob waits, and Dora was skipped. */
export const HALF_DONE: readonly OrderLineDraft[] = [
  orderLine(2, ANN, { done: { serialNumber: SERIAL, atMs: NOW_MS } }),
  orderLine(3, person('u3', 'Céline Dubois'), { done: { serialNumber: '0012345678', atMs: NOW_MS } }),
  orderLine(4, BOB, { note: 'Ground floor' }),
  orderLine(5, person('u5', 'Dora Vale'), { isSkipped: true, note: 'On leave' }),
];

export function person(id: string, displayName: string): User {
  return { ...BOB, id, displayName, userPrincipalName: `${id}@example.com` };
}

/** The longest of each, as directories and forms hold them. */
export const LONG_NAME =
  'Wolfeschlegelsteinhausenbergerdorff-Maximiliane Anastasia von Hohenstein-Wallenrodt zu Altenburg';
export const ARABIC_NAME = 'محمد بن عبد الله الأنصاري';
export const CHINESE_NAME = '欧阳娜娜（信息技术部）';

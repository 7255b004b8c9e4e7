import type { ItemId } from '../contract/item.ts';
import type { OrderFilter, OrderGoal, OrderId, OrderLineState, OrderView } from '../contract/work-order.ts';
import type { OrderLineDraft } from './order-events.ts';
import type { PersistentMap } from './persistent-map.ts';

/** `itemId`: the token that is theirs or is being made so; `null`: none, or its row has gone (`done`). */
export type OrderLine = OrderLineDraft & { readonly itemId: ItemId | null; readonly state: OrderLineState };

export type Order = {
  readonly id: OrderId;
  /** The same at every station that it comes to. */
  readonly key: string;
  readonly name: string;
  readonly goal: OrderGoal;
  readonly stage: OrderView['stage'];
  readonly openedAtMs: number;
  /** How many lines it has once all of them have come. */
  readonly lineCount: number;
  readonly addedCount: number;
  /** By their number in the file. */
  readonly lines: PersistentMap<number, OrderLine>;
  /** In the order of the file, which is that of the numbers. */
  readonly lineNumbers: readonly number[];
  /** The line of each person, by `personKey`: nobody stands in an order twice. */
  readonly byPerson: PersistentMap<string, number>;
  /** The lines of each request number, by `requestKey`. */
  readonly byRequest: PersistentMap<string, readonly number[]>;
  readonly counts: OrderView['counts'];
  /** The counts of each run of lines, so that fifty thousand of them need not be walked to find the next one. */
  readonly tallies: readonly OrderTally[];
};

export type OrderTally = Readonly<Record<OrderLineState, number>>;

export type OrdersState = {
  /** The oldest first. */
  readonly list: readonly Order[];
  readonly nextId: OrderId;
  /** What the window looks at. */
  readonly shown: { readonly orderId: OrderId; readonly filter: OrderFilter; readonly page: number } | null;
};

export const NO_ORDERS: OrdersState = { list: [], nextId: 1, shown: null };

/** What a place works on. `line`: the one that was chosen; `null`: the next open one. */
export type OrderTask = { readonly orderId: OrderId; readonly line: number | null };

export function findOrder({ list }: OrdersState, orderId: OrderId): Order | null {
  return list.find(({ id }) => id === orderId) ?? null;
}

export function putOrder(orders: OrdersState, order: Order): OrdersState {
  return { ...orders, list: orders.list.map((known) => (known.id === order.id ? order : known)) };
}

/** It is worked on here, and all of its lines have come. */
export function isReady({ stage, addedCount, lineCount }: Order): boolean {
  return stage === 'open' && addedCount >= lineCount;
}

/** Graph gives an object id in either case of the letters. */
export function personKey({ id }: { readonly id: string }): string {
  return id.toLowerCase();
}

export function requestKey(requestNumber: string): string {
  return requestNumber.trim().toLowerCase();
}

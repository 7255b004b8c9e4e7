import type { HistoryEntry } from '../../contract/history.ts';
import type { ItemId } from '../../contract/item.ts';
import type { Operator, User } from '../../contract/user.ts';
import type { OrderId } from '../../contract/work-order.ts';
import type { DurableEvent } from '../event.ts';
import type { TakeBack } from '../plan.ts';
import type { Item, State } from '../state.ts';

export type KnownOrder = { readonly name: string; readonly people: Map<number, User> };

/** What later events need of those before them, also where the station itself has dropped it. */
export type HistoryKnown = {
  state: State;
  operator: Operator | null;
  /** Of the plan that began last. */
  steps: readonly TakeBack[];
  readonly items: Map<ItemId, Item>;
  readonly orders: Map<OrderId, KnownOrder>;
  /** By reader key. */
  readonly readerNames: Map<string, string>;
};

/** What an event has changed. `before` and `after` are the station's own. */
export type Happened = { readonly before: State; readonly after: State; readonly known: HistoryKnown };

/** What an event says of itself. `people`: who else is found by it. */
export type EntryParts = Partial<Omit<HistoryEntry, 'seq' | 'atMs' | 'kind'>> & { readonly people?: readonly User[] };

export type EventOf<K extends DurableEvent['kind']> = Extract<DurableEvent, { kind: K }>;

export function aboutUser(user: Pick<User, 'displayName'> & Partial<User>): EntryParts {
  return { userName: user.displayName, userPrincipalName: user.userPrincipalName ?? null };
}

/** The token as it is now, else as it was before it was taken off the queue. */
export function aboutItem(itemId: ItemId, { before, after, known }: Happened): EntryParts {
  const item = after.items.get(itemId) ?? before.items.get(itemId) ?? known.items.get(itemId);
  if (!item) return {};
  const order = item.orderLine && known.orders.get(item.orderLine.orderId);
  return {
    serialNumber: item.serialNumber,
    ...(item.user ? aboutUser(item.user) : {}),
    ...(order ? { orderName: order.name } : {}),
  };
}

export function aboutStep(step: number, { known }: Happened): EntryParts {
  const takeBack = known.steps[step];
  return takeBack ? { serialNumber: takeBack.serialNumber, ...aboutUser(takeBack.user) } : {};
}

export function aboutOrder(orderId: OrderId, { known }: Happened): EntryParts {
  const order = known.orders.get(orderId);
  return order ? { orderName: order.name } : {};
}

export function aboutLine(orderId: OrderId, line: number, happened: Happened): EntryParts {
  const person = happened.known.orders.get(orderId)?.people.get(line);
  return { ...aboutOrder(orderId, happened), number: line, ...(person ? aboutUser(person) : {}) };
}

/** Whoever stands in a place, before they leave it. */
export function aboutVisitor(laneId: string, { before, known }: Happened): EntryParts {
  const visit = before.lanes.find((lane) => lane.laneId === laneId)?.visit;
  return { readerName: known.readerNames.get(laneId) ?? null, ...(visit ? aboutUser(visit.user) : {}) };
}

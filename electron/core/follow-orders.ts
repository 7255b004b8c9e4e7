import type { ItemId } from '../contract/item.ts';
import { attachOrderLine, linkPerson } from './attach-order-line.ts';
import type { Event } from './event.ts';
import { putItem } from './item-table.ts';
import { settleTasks } from './lane-orders.ts';
import { findLane } from './lanes.ts';
import { notify } from './notices.ts';
import { restingState, setLine } from './order-lines.ts';
import { findOrder, putOrder, type Order, type OrderLine } from './orders.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, State } from './state.ts';

/**
 * Keeps the lines of the orders and what each place serves next true after anything has happened: only the tokens that it
 * has changed are looked at.
 */
export function followOrders(before: State, after: State, event: Event): State {
  if (after.orders.list.length === 0) return after;
  const changed = before.items === after.items ? [] : after.items.changedKeys(before.items);
  let next = after;
  for (const id of changed) next = followItem(before, next, id, event.atMs);
  // Once every line that is free again is so: two people may have exchanged their tokens.
  for (const id of changed) next = linkNewly(before, next, id);
  if (before.lanes !== next.lanes) next = attachOpened(before, next);
  return before.lanes === next.lanes && before.orders === next.orders ? next : settleTasks(next);
}

function followItem(before: State, state: State, id: ItemId, atMs: number): State {
  const item = state.items.get(id);
  const old = before.items.get(id);
  if (!item) return old?.orderLine ? freeLine(state, old) : state;
  return withFittingGoal(followLine(state, item, atMs), id);
}

/** A person was chosen for it, or a code is waited for again. */
function linkNewly(before: State, state: State, id: ItemId): State {
  const old = before.items.get(id);
  const item = state.items.get(id);
  if (!item) return state;
  const isNewlyTheirs = old?.user?.id !== item.user?.id || old?.state.kind !== item.state.kind;
  return isNewlyTheirs ? linkPerson(state, item) : state;
}

/** What became of a token is what became of its line. */
function followLine(state: State, item: Item, atMs: number): State {
  const order = item.orderLine && findOrder(state.orders, item.orderLine.orderId);
  const line = item.orderLine && order?.lines.get(item.orderLine.line);
  if (!order || !line) return state;
  const isTheirs = line.itemId === item.id && item.user?.id === line.user.id;
  if (!isTheirs || wasTakenBack(item)) {
    const freed = line.itemId === item.id ? freeLine(state, item) : state;
    return putItem(freed, { ...item, goal: 'activate', orderLine: null });
  }
  const next = lineOf(line, item);
  if (next.state === line.state) return state;
  const put = { ...state, orders: putOrder(state.orders, setLine(order, next)) };
  return next.state === 'done' ? tellOrderDone(put, order, item, atMs) : put;
}

function lineOf(line: OrderLine, { state, serialNumber, changedAtMs }: Item): OrderLine {
  if (filterOf(state) === 'issued') return { ...line, state: 'done', done: { serialNumber, atMs: changedAtMs } };
  return { ...line, done: null, state: state.kind === 'stopped' ? 'stopped' : 'held' };
}

function wasTakenBack({ state }: Item): boolean {
  return state.kind === 'stopped' && state.problem.code === 'token-taken-back';
}

/** The row has gone, or is another person's: whoever has their token keeps it, anybody else is served again. */
function freeLine(state: State, { id, orderLine, state: itemState }: Item): State {
  const order = orderLine && findOrder(state.orders, orderLine.orderId);
  const line = orderLine && order?.lines.get(orderLine.line);
  if (!order || line?.itemId !== id) return state;
  const isIssued = !state.items.get(id) && filterOf(itemState) === 'issued';
  const freed = { ...line, itemId: null, done: isIssued ? line.done : null };
  return { ...state, orders: putOrder(state.orders, setLine(order, { ...freed, state: restingState(freed) })) };
}

/** Once a person or a code is waited for, it is activated as any other token. */
function withFittingGoal(state: State, id: ItemId): State {
  const item = state.items.get(id);
  const wantsCode = item?.state.kind === 'needsUser' || item?.state.kind === 'needsCode';
  return item?.goal === 'assign' && wantsCode ? putItem(state, { ...item, goal: 'activate' }) : state;
}

/** Nobody is left to serve where it is worked on. Whoever's token has stopped has not been served. */
function tellOrderDone(state: State, before: Order, { laneId }: Item, atMs: number): State {
  const order = findOrder(state.orders, before.id);
  const isTaken = state.lanes.some(({ task }) => task?.orderId === before.id);
  const { open = 1, held = 1, stopped = 1 } = order?.counts ?? {};
  const isLast = open + held + stopped === 0;
  return isTaken && isLast ? notify(state, atMs, 'orderDone', { text: before.name, readerKey: laneId }) : state;
}

/** A token that waited without a person is the next one's, once it is opened where an order is worked on. */
function attachOpened(before: State, state: State): State {
  let next = state;
  for (const { laneId, openItemId } of state.lanes) {
    if (openItemId === null || findLane(before, laneId)?.openItemId === openItemId) continue;
    const waited = before.items.get(openItemId)?.state.kind === 'needsUser';
    const isForHands = findOrder(next.orders, findLane(next, laneId)?.task?.orderId ?? 0)?.goal === 'activate';
    if (waited && isForHands) next = attachOrderLine(next, laneId, openItemId);
  }
  return next;
}

import type {
  LaneOrderView,
  OrderDraftView,
  OrderLineRef,
  OrderLineView,
  OrderPageView,
  OrdersView,
  OrderView,
} from '../contract/work-order.ts';
import { nextLine, orderOfLane } from './lane-orders.ts';
import { pageOfLines } from './order-lines.ts';
import { findOrder, type Order, type OrderLine } from './orders.ts';
import type { Item, Lane, State } from './state.ts';

/** Nothing of it is for a kiosk: it names people. */
export function toOrders(state: State, draft: OrderDraftView | null): OrdersView {
  if (state.kiosk) return { orders: [], shown: null, draft: null };
  return { orders: state.orders.list.map((order) => toOrder(state, order)).toReversed(), shown: toPage(state), draft };
}

/** What a place works on; `null`: on no order. */
export function toLaneOrder(state: State, lane: Lane): LaneOrderView | null {
  const order = orderOfLane(state, lane);
  if (!order || state.kiosk) return null;
  const next = nextLine(state, lane);
  return {
    orderId: order.id,
    name: order.name,
    goal: order.goal,
    doneCount: order.counts.done,
    lineCount: order.counts.all,
    next: next && toLine(state, next),
  };
}

export function toOrderLineRef({ orders, kiosk }: State, { orderLine }: Item): OrderLineRef | null {
  const order = orderLine && !kiosk ? findOrder(orders, orderLine.orderId) : null;
  const line = orderLine && order?.lines.get(orderLine.line);
  if (!order || !line) return null;
  return { orderId: order.id, orderName: order.name, line: line.line, requestNumber: line.requestNumber };
}

function toOrder({ lanes }: State, { id, name, goal, stage, openedAtMs, counts }: Order): OrderView {
  const takenBy = lanes.flatMap(({ laneId, task }) => (task?.orderId === id ? [laneId] : []));
  return { orderId: id, name, goal, stage, openedAtMs, counts, takenBy };
}

function toPage(state: State): OrderPageView | null {
  const { shown } = state.orders;
  const order = shown && findOrder(state.orders, shown.orderId);
  if (!order) return null;
  const { page, pageCount, lines } = pageOfLines(order, shown.filter, shown.page);
  return {
    orderId: order.id,
    filter: shown.filter,
    page,
    pageCount,
    lines: lines.map((line) => toLine(state, line)),
  };
}

function toLine({ items }: State, line: OrderLine): OrderLineView {
  const item = line.itemId === null ? undefined : items.get(line.itemId);
  return {
    line: line.line,
    user: line.user,
    requestNumber: line.requestNumber,
    model: line.model,
    note: line.note,
    state: line.state,
    itemId: line.itemId,
    serialNumber: line.done?.serialNumber ?? item?.serialNumber ?? null,
    doneAtMs: line.done?.atMs ?? null,
  };
}

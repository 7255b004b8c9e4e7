import { attachOrderLine } from './attach-order-line.ts';
import type { PassingEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { withTask } from './lane-orders.ts';
import { findLane, withLane } from './lanes.ts';
import { notify } from './notices.ts';
import { addLines, linesIn, NO_LINES, setLine } from './order-lines.ts';
import type { OrderEvent } from './order-events.ts';
import { findOrder, isReady, putOrder, type Order, type OrderLine } from './orders.ts';
import { PersistentMap } from './persistent-map.ts';
import type { Item, State } from './state.ts';
import { assertNever } from './unreachable.ts';

type StateOrderEvent = Exclude<OrderEvent, { kind: 'assignmentIntended' }>;
type EventOf<K extends StateOrderEvent['kind']> = Extract<StateOrderEvent, { kind: K }>;

export function reduceOrder(state: State, event: StateOrderEvent): State {
  if (event.kind === 'orderOpened') return openOrder(state, event);
  if (event.kind === 'orderLeft') return leaveOrder(state, event);
  const order = findOrder(state.orders, event.orderId);
  if (!order) return state;
  switch (event.kind) {
    case 'orderLinesAdded':
      return withOrder(state, addLines(order, event.lines));
    case 'orderTaken':
      return takeOrder(state, event, order);
    case 'orderLineChosen':
      return chooseLine(state, event, order);
    case 'orderLineSkipped':
      return setSkipped(state, order, event.line, true);
    case 'orderLineUnskipped':
      return setSkipped(state, order, event.line, false);
    case 'orderClosed':
      return order.stage === 'open' ? withOrder(state, { ...order, stage: 'closed' }) : state;
    case 'orderHandedOver':
      return order.stage === 'open' ? handOver(state, order) : state;
    case 'orderReopened':
      return order.stage === 'open' ? state : withOrder(state, { ...order, stage: 'open' });
    default:
      return assertNever(event);
  }
}

export function reduceOrderShown(state: State, event: Extract<PassingEvent, { kind: 'orderShown' }>): State {
  const { orderId, filter, page } = event;
  return { ...state, orders: { ...state.orders, shown: orderId === null ? null : { orderId, filter, page } } };
}

function openOrder(state: State, event: EventOf<'orderOpened'>): State {
  const { orderKey, name, goal, lineCount, atMs } = event;
  const { list, nextId } = state.orders;
  const order: Order = {
    id: nextId,
    key: orderKey,
    name,
    goal,
    stage: 'open',
    openedAtMs: atMs,
    lineCount,
    addedCount: 0,
    lines: PersistentMap.empty(),
    lineNumbers: [],
    byPerson: PersistentMap.empty(),
    byRequest: PersistentMap.empty(),
    counts: { ...NO_LINES, all: 0 },
    tallies: [],
  };
  return { ...state, orders: { ...state.orders, list: [...list, order], nextId: nextId + 1 } };
}

/** A place works on one order. Taking the one that it works on already keeps whom it serves next. */
function takeOrder(state: State, { laneId }: EventOf<'orderTaken'>, order: Order): State {
  if (!isReady(order)) return state;
  const placed = withLane(state, laneId, '');
  if (findLane(placed, laneId)?.task?.orderId === order.id) return state;
  return inFront(withTask(placed, laneId, { orderId: order.id, line: null }), laneId);
}

function leaveOrder(state: State, { laneId }: EventOf<'orderLeft'>): State {
  return findLane(state, laneId)?.task ? withTask(state, laneId, null) : state;
}

/**
 * This person is served next where their line was scanned or chosen, and nowhere else. A token that lies there without a
 * person is theirs at once.
 */
function chooseLine(state: State, { laneId, line: number, atMs }: EventOf<'orderLineChosen'>, order: Order): State {
  const line = order.lines.get(number);
  if (!isReady(order) || line?.state !== 'open') return state;
  const task = { orderId: order.id, line: number };
  const placed = withTask(loseChoice(withLane(state, laneId, ''), task), laneId, task);
  const { displayName } = line.user;
  const text = line.requestNumber || order.name;
  const said = notify(inFront(placed, laneId), atMs, 'lineChosen', { text, userName: displayName, readerKey: laneId });
  const inHand = findLane(said, laneId)?.openItemId ?? null;
  const waits = inHand !== null && said.items.get(inHand)?.state.kind === 'needsUser';
  return waits ? attachOrderLine(said, laneId, inHand) : said;
}

/** Another place that was to serve this line goes on with the next one. */
function loseChoice(state: State, chosen: { readonly orderId: number; readonly line: number }): State {
  const lanes = state.lanes.map((lane) =>
    lane.task?.orderId === chosen.orderId && lane.task.line === chosen.line
      ? { ...lane, task: { ...lane.task, line: null } }
      : lane,
  );
  return { ...state, lanes };
}

/** Where no place stands in front, the order would be worked on out of sight. */
function inFront(state: State, laneId: string): State {
  return state.frontLaneId === null ? { ...state, frontLaneId: laneId } : state;
}

function setSkipped(state: State, order: Order, number: number, isSkipped: boolean): State {
  const line = order.lines.get(number);
  if (line?.state !== (isSkipped ? 'open' : 'skipped')) return state;
  return withOrder(state, setLine(order, { ...line, isSkipped, state: isSkipped ? 'skipped' : 'open' }));
}

/** Another station serves whoever has no token yet: nobody may get one here, too. */
function handOver(state: State, order: Order): State {
  let next = withOrder(state, { ...order, stage: 'handedOver' });
  for (const line of [...linesIn(order, 'held'), ...linesIn(order, 'stopped')]) next = letGo(next, order.id, line);
  return next;
}

/** What goes on by itself, or is the person's already, is finished here. A stopped token keeps its person: that is known of it. */
function letGo(state: State, orderId: number, line: OrderLine): State {
  const item = line.itemId === null ? undefined : state.items.get(line.itemId);
  if (!item || item.methodId !== null) return state;
  const isWaiting = item.state.kind === 'needsCode';
  if (!isWaiting && item.state.kind !== 'stopped') return state;
  const loose: Item = { ...item, orderLine: null, goal: 'activate' };
  const next: Item = isWaiting ? { ...loose, user: null, preFlight: null, state: { kind: 'needsUser' } } : loose;
  const order = findOrder(state.orders, orderId);
  const freed = order && setLine(order, { ...line, itemId: null, state: 'open' });
  const put = putItem(state, next);
  return freed ? withOrder(put, freed) : put;
}

function withOrder(state: State, order: Order): State {
  return { ...state, orders: putOrder(state.orders, order) };
}

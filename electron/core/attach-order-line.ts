import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { putItem } from './item-table.ts';
import { nextLine, orderOfLane } from './lane-orders.ts';
import { findLane, laneOfItem, openNext } from './lanes.ts';
import { setLine } from './order-lines.ts';
import { personKey, putOrder, type Order, type OrderLine } from './orders.ts';
import { isHeld } from './plan-items.ts';
import { wantPreFlight } from './pre-flight.ts';
import { IDLE_SEARCH, type Item, type State } from './state.ts';

/**
 * Gives a token without a person to whom its place serves next. One whose code is taken has to be in hand for that: a scan
 * never joins the person before, who still stands on the screen, and is paired when its turn comes.
 */
export function attachOrderLine(state: State, laneId: ReaderKey, itemId: ItemId): State {
  const lane = findLane(state, laneId);
  const item = state.items.get(itemId);
  const order = orderOfLane(state, lane);
  // At a kiosk a token is for whoever has signed in, and a plan knows whom its own tokens are for.
  if (!lane || !item || !order || state.kiosk || isHeld(state, item)) return state;
  if (item.user) return linkPerson(state, item, laneId);
  // Somebody stands there: the next token is theirs.
  if (item.state.kind !== 'needsUser' || lane.visit) return state;
  const inHand = laneOfItem(state, itemId);
  if (inHand && inHand.laneId !== laneId) return state;
  if (order.goal === 'activate' && lane.openItemId !== null && lane.openItemId !== itemId) return state;
  const line = nextLine(state, lane);
  return line ? pair(state, order, line, { ...item, laneId }) : state;
}

/** A token whose person was chosen otherwise is that of their line, so that they get no second one. Its code is taken as ever. */
export function linkPerson(state: State, item: Item, laneId: ReaderKey = item.laneId): State {
  const order = orderOfLane(state, findLane(state, laneId));
  if (!order || !item.user || item.orderLine || item.state.kind !== 'needsCode') return state;
  const line = order.lines.get(order.byPerson.get(personKey(item.user)) ?? 0);
  return line?.state === 'open' ? hold(state, order, line, item) : state;
}

function pair(state: State, order: Order, line: OrderLine, item: Item): State {
  const { user } = line;
  const isFront = state.frontLaneId !== null && laneOfItem(state, item.id)?.laneId === state.frontLaneId;
  // The people who were searched for this token are nobody's choice any more.
  const cleared = isFront ? { ...state, search: IDLE_SEARCH } : state;
  const paired = { ...item, user, goal: order.goal, rejections: 0, parked: false };
  if (order.goal === 'activate') {
    const next: Item = { ...paired, state: { kind: 'needsCode', problem: null } };
    return wantPreFlight(hold(cleared, order, line, next), { ...next, orderLine: refOf(order, line) });
  }
  const next: Item = { ...paired, state: { kind: 'readyToAssign' } };
  // Nobody's hands are needed for it.
  return openNext(hold(cleared, order, line, next), next);
}

function hold(state: State, order: Order, line: OrderLine, item: Item): State {
  const held = setLine(order, { ...line, state: 'held', itemId: item.id });
  const next = putItem(state, { ...item, orderLine: refOf(order, line) });
  return { ...next, orders: putOrder(next.orders, held) };
}

function refOf({ id }: Order, { line }: OrderLine): Item['orderLine'] {
  return { orderId: id, line };
}

import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { Result } from '../contract/result.ts';
import { refuseLine } from './decide-order.ts';
import type { OrderEvent } from './order-events.ts';
import { findLane } from './lanes.ts';
import { orderOfLane } from './lane-orders.ts';
import { requestKey, type Order } from './orders.ts';
import { ok, refuse } from './result.ts';
import { parseOrderMark, type OrderMark } from './scan-order-mark.ts';
import type { State } from './state.ts';

type LineChosen = Extract<OrderEvent, { kind: 'orderLineChosen' }>;
type Place = { readonly order: Order; readonly line: number };

/**
 * The line that was scanned in a place is served next there. A mark of our own sheets names its order, which is taken up
 * with it; a mark of the site is looked for among the request numbers of the order that is worked on.
 */
export function decideOrderLine(state: State, laneId: ReaderKey, lineId: string, atMs: number): Result<LineChosen> {
  const mark = parseOrderMark(lineId);
  const found = mark ? placeOfMark(state, mark) : placeOfRequest(state, laneId, lineId);
  if (!found.ok) return found;
  const { order, line } = found.value;
  const refused = refuseLine(state, order, line);
  return refused ? refuse(refused) : ok({ kind: 'orderLineChosen', atMs, orderId: order.id, line, laneId });
}

/** An order that was handed over and came back is here twice: the open one is meant. */
function placeOfMark({ orders }: State, { keyStart, line }: OrderMark): Result<Place> {
  const meant = orders.list.filter(({ key }) => key.toLowerCase().startsWith(keyStart));
  const [order, ...others] = meant.filter(({ stage }) => stage === 'open');
  if (order && others.length === 0) return ok({ order, line });
  return refuse(meant.length > 0 && !order ? 'order-not-open' : 'order-line-unknown');
}

/** Where two people stand under one request number, nobody can say whom the mark means. */
function placeOfRequest(state: State, laneId: ReaderKey, lineId: string): Result<Place> {
  const order = orderOfLane(state, findLane(state, laneId));
  if (!order) return { ok: false, problem: NO_ORDER };
  const [line, ...others] = order.byRequest.get(requestKey(lineId)) ?? [];
  return line === undefined || others.length > 0 ? refuse('order-line-unknown') : ok({ order, line });
}

const NO_ORDER: Problem = { code: 'scan-work-order-line' };

import type { ReaderKey } from '../contract/reader.ts';
import { linesIn } from './order-lines.ts';
import { findOrder, isReady, type Order, type OrderLine, type OrderTask } from './orders.ts';
import type { Lane, State } from './state.ts';

/** The order that is worked on in a place, or `null`. */
export function orderOfLane({ orders }: State, lane: Pick<Lane, 'task'> | null): Order | null {
  const order = lane?.task ? findOrder(orders, lane.task.orderId) : null;
  return order && isReady(order) ? order : null;
}

/** Whom a place serves next: the line that was chosen there, else the first open one that was chosen nowhere else. */
export function nextLine(state: State, lane: Lane): OrderLine | null {
  const order = orderOfLane(state, lane);
  if (!order || !lane.task) return null;
  const chosen = lane.task.line === null ? undefined : order.lines.get(lane.task.line);
  if (chosen?.state === 'open') return chosen;
  const elsewhere = state.lanes.flatMap(({ laneId, task }) =>
    laneId !== lane.laneId && task?.orderId === order.id ? (task.line ?? []) : [],
  );
  for (const line of linesIn(order, 'open')) if (!elsewhere.includes(line.line)) return line;
  return null;
}

export function withTask(state: State, laneId: ReaderKey, task: OrderTask | null): State {
  return { ...state, lanes: state.lanes.map((lane) => (lane.laneId === laneId ? { ...lane, task } : lane)) };
}

/** No place works on an order that is not open, and no chosen line outlives its being open. */
export function settleTasks(state: State): State {
  const lanes = state.lanes.map((lane) => settleTask(state, lane));
  return lanes.some((lane, at) => lane !== state.lanes[at]) ? { ...state, lanes } : state;
}

function settleTask(state: State, lane: Lane): Lane {
  if (!lane.task) return lane;
  const order = orderOfLane(state, lane);
  if (!order) return { ...lane, task: null };
  const { line } = lane.task;
  return line === null || order.lines.get(line)?.state === 'open'
    ? lane
    : { ...lane, task: { ...lane.task, line: null } };
}

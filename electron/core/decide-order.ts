import type { Command } from '../contract/command.ts';
import type { ProblemCode } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { OrderCommand, OrderLineState } from '../contract/work-order.ts';
import { canAssign } from './can-assign.ts';
import type { EdgeCommand } from './edge-command.ts';
import type { Event } from './event.ts';
import { isOrderBusy } from './hand-over-order.ts';
import { findLane, KEYBOARD_LANE } from './lanes.ts';
import { findOrder, isReady, type Order } from './orders.ts';
import { ok, refuse } from './result.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type OrderStateCommand = Exclude<OrderCommand, EdgeCommand>;

const KINDS: Readonly<Record<OrderStateCommand['kind'], true>> = {
  showOrder: true,
  takeOrder: true,
  leaveOrder: true,
  chooseLine: true,
  skipLine: true,
  unskipLine: true,
  closeOrder: true,
  reopenOrder: true,
};

export function isOrderCommand(command: Command): command is OrderStateCommand {
  return command.kind in KINDS;
}

/** What a command about orders makes happen, or why it is refused. */
export function decideOrder(state: State, command: OrderStateCommand, atMs: number): Result<Event> {
  const laneId = state.frontLaneId ?? KEYBOARD_LANE;
  if (command.kind === 'showOrder') {
    const { orderId, filter, page } = command;
    return ok({ kind: 'orderShown', atMs, orderId, filter, page });
  }
  if (command.kind === 'leaveOrder') {
    return findLane(state, laneId)?.task ? ok({ kind: 'orderLeft', atMs, laneId }) : refuse('command-not-allowed');
  }
  const order = findOrder(state.orders, command.orderId);
  if (!order) return refuse('order-gone');
  const { id: orderId } = order;
  switch (command.kind) {
    case 'takeOrder': {
      const refused = refuseToTake(state, order);
      return refused ? refuse(refused) : ok({ kind: 'orderTaken', atMs, orderId, laneId });
    }
    case 'chooseLine': {
      const { line } = command;
      const refused = refuseLine(state, order, line);
      return refused ? refuse(refused) : ok({ kind: 'orderLineChosen', atMs, orderId, line, laneId });
    }
    case 'skipLine':
    case 'unskipLine':
      return decideSkip(order, command, atMs);
    case 'closeOrder':
      if (order.stage !== 'open') return refuse('order-not-open');
      return isOrderBusy(state, order) ? refuse('order-busy') : ok({ kind: 'orderClosed', atMs, orderId });
    case 'reopenOrder':
      if (order.stage === 'open') return refuse('command-not-allowed');
      return isHereAgain(state, order) ? refuse('order-here-already') : ok({ kind: 'orderReopened', atMs, orderId });
    default:
      return assertNever(command);
  }
}

/** It was handed over and has come back as a file: its people must not be served twice. */
function isHereAgain({ orders }: State, { id, key }: Order): boolean {
  return orders.list.some((other) => other.key === key && other.id !== id && other.stage !== 'handedOver');
}

/** Why a place cannot serve this line next, or `null`. */
export function refuseLine(state: State, order: Order, number: number): ProblemCode | null {
  const line = order.lines.get(number);
  return refuseToTake(state, order) ?? (line ? refuseLineState(line.state) : 'order-line-unknown');
}

function refuseToTake(state: State, order: Order): ProblemCode | null {
  if (!isReady(order)) return 'order-not-open';
  return order.goal === 'assign' ? (canAssign(state)?.code ?? null) : null;
}

/** Whoever is done has a token, and whoever is held or stopped has one in the queue. */
function refuseLineState(state: OrderLineState): ProblemCode | null {
  if (state === 'open') return null;
  return state === 'skipped' ? 'order-line-skipped' : 'order-line-done';
}

type SkipCommand = Extract<OrderStateCommand, { kind: 'skipLine' | 'unskipLine' }>;

function decideSkip(order: Order, { kind, line: number }: SkipCommand, atMs: number): Result<Event> {
  const line = order.lines.get(number);
  if (order.stage !== 'open') return refuse('order-not-open');
  if (!line) return refuse('order-line-unknown');
  const of = { atMs, orderId: order.id, line: number };
  if (kind === 'unskipLine') {
    return line.state === 'skipped' ? ok({ kind: 'orderLineUnskipped', ...of }) : refuse('command-not-allowed');
  }
  const refused = refuseLineState(line.state);
  return refused ? refuse(refused) : ok({ kind: 'orderLineSkipped', ...of });
}

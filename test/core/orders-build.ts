import type { OrderGoal, OrderLineState } from '../../electron/contract/work-order.ts';
import type { User } from '../../electron/contract/user.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { OrderLineDraft } from '../../electron/core/order-events.ts';
import { findOrder, type Order } from '../../electron/core/orders.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, LEFT, NOW_MS, scan } from './build-state.ts';

export const CY: User = { ...BOB, id: 'f3c1a1de-0003-4a6b-9f3e-000000000003', displayName: 'Cy Diaz' };

/** As `randomUUID` gives one. */
export const ORDER_KEY = '1a2b3c4d-0000-4000-8000-000000000001';

export const SECOND = '20033752';
export const THIRD = '60234567';

const AT = { atMs: NOW_MS };

export function draftLine(line: number, user: User, more: Partial<OrderLineDraft> = {}): OrderLineDraft {
  return { line, user, requestNumber: `REQ-${line}`, model: '', note: '', isSkipped: false, done: null, ...more };
}

/** Ann, Bob and Cy in the lines 2, 3 and 4. */
export const THREE: readonly OrderLineDraft[] = [draftLine(2, ANN), draftLine(3, BOB), draftLine(4, CY)];

export function opened(
  goal: OrderGoal = 'activate',
  lines: readonly OrderLineDraft[] = THREE,
  { orderId = 1, orderKey = ORDER_KEY }: { readonly orderId?: number; readonly orderKey?: string } = {},
): readonly DurableEvent[] {
  return [
    { kind: 'orderOpened', ...AT, orderKey, name: 'Naples', goal, lineCount: lines.length },
    { kind: 'orderLinesAdded', ...AT, orderId, lines },
  ];
}

export function taken(laneId = LEFT, orderId = 1): Event {
  return { kind: 'orderTaken', ...AT, orderId, laneId };
}

export function chosen(line: number, laneId = LEFT, orderId = 1): Event {
  return { kind: 'orderLineChosen', ...AT, orderId, line, laneId };
}

/** Somebody is signed in, the left reader is there and works on an order of three. `more` happens after it. */
export function working(goal: OrderGoal, more: readonly Event[] = []): State {
  const there: readonly Event[] = [
    { kind: 'sessionFixed', ...AT, name: 'Operator' },
    { kind: 'readerAttached', ...AT, readerKey: LEFT, name: 'Left scanner' },
    ...opened(goal),
    taken(),
  ];
  return foldEvents([...there, ...more], EMPTY_STATE);
}

/** The same token in another place. */
export function scanIn(laneId: string, serialNumber: string): Event {
  return { ...scan(serialNumber), readerKey: laneId, readerName: `${laneId} scanner` };
}

/** What becomes of a token whose code was taken. */
export function activated(itemId: number, user: User, serialNumber: string): readonly Event[] {
  const of = { ...AT, itemId };
  return [
    { kind: 'activationIntended', ...of, userId: user.id },
    { kind: 'activationDone', ...of, requestId: null },
    { kind: 'methodRead', ...of, method: { methodId: `m${itemId}`, serialNumber, status: 'activated' } },
  ];
}

/** And of one that is only assigned. */
export function assigned(itemId: number, user: User, serialNumber: string): readonly Event[] {
  const of = { ...AT, itemId };
  return [
    { kind: 'assignmentIntended', ...of, userId: user.id },
    { kind: 'activationDone', ...of, requestId: null },
    { kind: 'methodRead', ...of, method: { methodId: `m${itemId}`, serialNumber, status: 'assigned' } },
  ];
}

/** The order, which must be there. */
export function orderIn(state: State, id = 1): Order {
  const order = findOrder(state.orders, id);
  if (!order) throw new Error(`no order ${id}`);
  return order;
}

/** The states of all lines, in the order of the file. */
export function lineStates(state: State, id = 1): readonly (OrderLineState | undefined)[] {
  const { lineNumbers, lines } = orderIn(state, id);
  return lineNumbers.map((number) => lines.get(number)?.state);
}

import type { Result } from '../contract/result.ts';
import type { OrderGoal } from '../contract/work-order.ts';
import type { OrderLineDraft } from '../core/order-events.ts';
import { ok, refuse } from '../core/result.ts';
import type { DeskOptions } from './desks.ts';

export type NewOrder = {
  readonly key: string;
  readonly name: string;
  readonly goal: OrderGoal;
  readonly lines: readonly OrderLineDraft[];
};

/** Chosen: a line of the journal that somebody can still look at. */
const LINES_PER_EVENT = 500;

/** Opens an order. Its lines are stored in one piece: all of them are there after a stop, or none. */
export async function openOrder(
  { key, name, goal, lines }: NewOrder,
  { state, dispatch, clock }: Pick<DeskOptions, 'state' | 'dispatch' | 'clock'>,
): Promise<Result<null>> {
  const atMs = clock.nowMs();
  await dispatch({ kind: 'orderOpened', atMs, orderKey: key, name, goal, lineCount: lines.length });
  const opened = state().orders.list.findLast((order) => order.key === key && order.stage === 'open');
  if (!opened) return refuse('order-gone');
  const count = Math.ceil(lines.length / LINES_PER_EVENT);
  const slices = Array.from({ length: count }, (_, index) =>
    lines.slice(index * LINES_PER_EVENT, (index + 1) * LINES_PER_EVENT),
  );
  const { id: orderId } = opened;
  // Not one after the other: what is given in one turn is one write to the disk.
  await Promise.all(slices.map((some) => dispatch({ kind: 'orderLinesAdded', atMs, orderId, lines: some })));
  return ok(null);
}

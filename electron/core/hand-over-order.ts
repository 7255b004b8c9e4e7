import type { Problem } from '../contract/problem.ts';
import { allLines, linesIn } from './order-lines.ts';
import type { OrderLineDraft } from './order-events.ts';
import type { Order } from './orders.ts';
import { filterOf } from './queue-filter.ts';
import type { State } from './state.ts';

/** Some of its tokens go on by themselves: what comes of them is not known yet. */
export function isOrderBusy(state: State, order: Order): boolean {
  for (const { itemId } of linesIn(order, 'held')) {
    const item = itemId === null ? undefined : state.items.get(itemId);
    if (item && filterOf(item.state) === 'working') return true;
  }
  return false;
}

/** Why an order cannot go to another station now. A token that the tenant has given to its person already is settled here. */
export function refuseHandOver(state: State, order: Order): Problem | null {
  if (isOrderBusy(state, order)) return { code: 'order-busy' };
  for (const { itemId } of [...linesIn(order, 'held'), ...linesIn(order, 'stopped')]) {
    const item = itemId === null ? undefined : state.items.get(itemId);
    if (item && item.methodId !== null) return { code: 'order-busy' };
  }
  return null;
}

/** Its lines as another station takes them up: who has their token, and who is left to be served. */
export function exportLines(_state: State, order: Order): readonly OrderLineDraft[] {
  return allLines(order).map(({ itemId: _itemId, state: _lineState, ...draft }) => draft);
}

import { findOrder } from '../orders.ts';
import type { Item, State } from '../state.ts';
import { frameOf, type PaperSurroundings } from './paper-frame.ts';
import type { Label } from './paper.ts';

/** Chosen: two lines of a label at full size. */
const LONGEST_NAME = 40;

/** What is stuck on the bag. `null`: the token is nobody's. */
export function labelOf(state: State, item: Item, surroundings: PaperSurroundings): Label | null {
  if (!item.user) return null;
  return {
    ...frameOf(state, surroundings),
    personName: item.user.displayName,
    isNameLong: item.user.displayName.length > LONGEST_NAME,
    serial: { symbology: 'code128', text: item.serialNumber },
    order: orderOf(state, item),
  };
}

function orderOf(state: State, { orderLine }: Item): Label['order'] {
  const order = orderLine && findOrder(state.orders, orderLine.orderId);
  if (!order) return null;
  const requestNumber = order.lines.get(orderLine.line)?.requestNumber ?? '';
  return { name: order.name, line: String(orderLine.line), requestNumber };
}

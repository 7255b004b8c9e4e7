import { putItem } from './item-table.ts';
import { notify } from './notices.ts';
import { findOrder } from './orders.ts';
import type { ShiftEvent } from './shift-events.ts';
import type { Item, State } from './state.ts';

type PaperEvent = Extract<ShiftEvent, { kind: 'paperPrinted' | 'paperNotPrinted' }>;

/**
 * What became of a printed page: a receipt is remembered with its token, and trouble is said. What the station prints by
 * itself goes unsaid while it goes well: a box of two hundred labels would talk for minutes.
 */
export function reducePaper(state: State, event: PaperEvent): State {
  const item = event.itemId === undefined ? undefined : state.items.get(event.itemId);
  const about = { ...(item ? { item } : { text: orderName(state, event) }), readerKey: '' };
  if (event.kind === 'paperNotPrinted') {
    return notify(state, event.atMs, 'paperFailed', { ...about, problem: event.problem });
  }
  const kept = item && event.paper === 'receipt' ? keepReceipt(state, item, event.atMs) : state;
  return event.byItself ? kept : notify(kept, event.atMs, 'paperPrinted', about);
}

function keepReceipt(state: State, item: Item, receiptAtMs: number): State {
  return putItem(state, { ...item, receiptAtMs });
}

function orderName({ orders }: State, { orderId }: PaperEvent): string {
  return (orderId === undefined ? null : findOrder(orders, orderId)?.name) ?? '';
}

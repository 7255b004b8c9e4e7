import { screen } from '@testing-library/react';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { makeDraft, makeOrders } from '../fakes/make-orders.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

export const ORDER_KEYS = '{Control>}o{/Control}';

/** The window with the orders on screen. */
export async function openOrders(change: Partial<Snapshot> = {}): Promise<RenderedDesk> {
  const desk = renderDesk(change);
  await desk.user.keyboard(ORDER_KEYS);
  return desk;
}

/** The same, with a list that is to become an order. */
export function openDraft(change: Partial<OrderDraftView> = {}): Promise<RenderedDesk> {
  return openOrders(show({ draft: makeDraft(change) }));
}

export function pushDraft({ push }: RenderedDesk, change: Partial<OrderDraftView>): void {
  push(show({ draft: makeDraft(change) }));
}

export function show(change: Partial<Snapshot['orders']>): Pick<Snapshot, 'orders'> {
  return { orders: makeOrders(change) };
}

export function ordersArea(): HTMLElement | null {
  return screen.queryByRole('region', { name: 'Work orders' });
}

export function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

export function focused(): Element | null {
  return document.activeElement;
}

/** All that was said for a screen reader, the oldest first. */
export function said(): readonly (string | null)[] {
  return [...document.querySelectorAll('[role="log"] p')].map(({ textContent }) => textContent);
}

import type { ItemId } from '../../electron/contract/item.ts';

/** Back to the row that asked, so that the arrows go on from there. */
export function focusQueueRow(itemId: ItemId): void {
  document.querySelector<HTMLElement>(`[data-queue-row="${itemId}"]`)?.focus();
}

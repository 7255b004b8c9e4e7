import type { QueueRow } from '../../electron/contract/item.ts';
import { useSnapshot } from '../desk.ts';

/** The issued tokens of other people that the queue shows, and that a swap is allowed for. */
export function useSwapPartners(row: QueueRow): readonly QueueRow[] {
  const rows = useSnapshot((snapshot) => snapshot.queue.rows);
  return rows.filter(({ id, can, user }) => id !== row.id && can.includes('swap') && user?.id !== row.user?.id);
}

/** Every word stands somewhere in the name or the serial number. */
export function fitsWords({ serialNumber, user }: QueueRow, words: string): boolean {
  const text = [serialNumber, user?.displayName, user?.userPrincipalName].join(' ').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';

/** Takes a finished row away at once, and asks first about any other. */
export function useRemove(): (row: QueueRow) => void {
  const { change, send } = useDesk();
  return (row) => {
    if (!row.can.includes('remove')) return;
    if (row.state.kind === 'activated') void send('queue', { kind: 'removeItem', itemId: row.id });
    else change({ removing: row.id });
  };
}

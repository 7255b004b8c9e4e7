import type { QueueRow } from '../../electron/contract/item.ts';
import { useNow } from '../clock.ts';
import { useDesk } from '../desk.ts';
import { useKeyAction } from '../use-keys.ts';
import { findRow, isUndoable } from './plan-view.ts';
import { useAskForPlan } from './use-ask-for-plan.ts';

type UndoKeyProps = { readonly open: QueueRow | null; readonly last: QueueRow | null };

/**
 * Ctrl Z: the row of the queue that has the focus, else the open token, else the one that was issued last. In a row that
 * cannot be undone it does nothing, because that row was meant.
 */
export function UndoKey({ open, last }: UndoKeyProps) {
  const { store } = useDesk();
  const { ask } = useAskForPlan();
  const nowMs = useNow();
  useKeyAction('undo', () => {
    const { snapshot } = store.getState();
    const id = focusedRowId();
    if (id === null) {
      const row = [open, last].find((each) => each !== null && isUndoable(each, nowMs));
      if (row) ask('undo', row);
      return;
    }
    const row = snapshot && findRow(snapshot, id);
    if (row && isUndoable(row, nowMs)) ask('undo', row, id);
  });
  return null;
}

function focusedRowId(): number | null {
  const id = document.activeElement?.closest<HTMLElement>('[data-queue-row]')?.dataset['queueRow'];
  return id === undefined ? null : Number(id);
}

import type { ItemId, QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { setRefusal } from '../store.ts';
import type { Planning } from './plan-view.ts';

type AskForPlan = {
  /** Puts the question into the hand-over. `from`: the row of the queue that it was asked from. */
  readonly ask: (kind: Planning['kind'], row: QueueRow, from?: ItemId) => void;
  /** Needs no question: it is the token on the bench, and it was returned. */
  readonly reassign: (row: QueueRow) => void;
};

export function useAskForPlan(): AskForPlan {
  const { store, change, send } = useDesk();
  return {
    ask: (kind, row, from) => {
      setRefusal(store, 'plan', null);
      change({ planning: { kind, row }, planFrom: from ?? null, removing: null });
    },
    reassign: (row) => {
      change({ planFrom: null });
      void send('item', { kind: 'planReassign', itemId: row.id });
    },
  };
}

import { useCallback } from 'react';
import type { PaperCommand } from '../../electron/contract/paper.ts';
import type { OrderCommand } from '../../electron/contract/work-order.ts';
import { useDesk } from '../desk.ts';
import { setRefusal } from '../store.ts';

export type SendOrder = (command: OrderCommand | PaperCommand) => Promise<boolean>;

/** Sends a command about orders. Whoever closed a dialog of the system knows that: nothing is shown then. */
export function useSendOrder(): SendOrder {
  const { store, send } = useDesk();
  return useCallback(
    async (command) => {
      const isTaken = await send('orders', command);
      if (store.getState().view.refusals.orders?.code === 'cancelled') setRefusal(store, 'orders', null);
      return isTaken;
    },
    [store, send],
  );
}

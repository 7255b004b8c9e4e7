import type { ItemId } from '../../electron/contract/item.ts';
import type { OrderView } from '../../electron/contract/work-order.ts';
import { useDesk } from '../desk.ts';
import { useSendOrder } from './use-send-order.ts';

export type LineActions = {
  readonly serve: (line: number) => void;
  readonly skip: (line: number) => void;
  readonly unskip: (line: number) => void;
  readonly open: (itemId: ItemId) => void;
};

/** What can be done with a line. What is worked on next is at the hand-over, so the screen closes for it. */
export function useLineActions({ orderId }: Pick<OrderView, 'orderId'>): LineActions {
  const { send: sendAt, change } = useDesk();
  const send = useSendOrder();
  return {
    serve: (line) =>
      void send({ kind: 'chooseLine', orderId, line }).then((isTaken) => isTaken && change({ screen: null })),
    skip: (line) => void send({ kind: 'skipLine', orderId, line }),
    unskip: (line) => void send({ kind: 'unskipLine', orderId, line }),
    open(itemId) {
      // It is to be seen: a plan goes aside, and a question before one is over.
      change({ askedToOpen: itemId, planning: null, isPlanAside: true });
      void sendAt('orders', { kind: 'openItem', itemId }).then((isTaken) =>
        change(isTaken ? { screen: null } : { askedToOpen: null }),
      );
    },
  };
}

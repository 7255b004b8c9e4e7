import { useEffect, useRef } from 'react';
import type { OrderView } from '../../electron/contract/work-order.ts';
import { useSendOrder } from './use-send-order.ts';

/** After an order was started, the one that appears is opened: what comes next is to take it up. */
export function useOpenNewest(orders: readonly OrderView[]): () => () => void {
  const send = useSendOrder();
  /** The newest one at the start; `null`: none is waited for. */
  const before = useRef<number | null>(null);
  const newest = orders[0]?.orderId ?? 0;

  useEffect(() => {
    if (before.current === null || newest <= before.current) return;
    before.current = null;
    void send({ kind: 'showOrder', orderId: newest, filter: 'all', page: 0 });
  }, [newest, send]);

  return () => {
    before.current = newest;
    return () => {
      before.current = null;
    };
  };
}

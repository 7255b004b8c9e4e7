import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GridList } from 'react-aria-components';
import type { OrderId, OrderView } from '../../electron/contract/work-order.ts';
import { useSnapshot } from '../desk.ts';
import { ImportList } from './import-list.tsx';
import { OrderRow } from './order-row.tsx';
import { useSendOrder } from './use-send-order.ts';

type OrderListProps = {
  readonly orders: readonly OrderView[];
  /** The one that was looked at before: the arrows go on from there. */
  readonly lastId: OrderId | null;
};

/** All orders. Enter or a click opens one; nothing is taken up by being first. */
export function OrderList({ orders, lastId }: OrderListProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const nothing = useRef<HTMLDivElement>(null);
  // Only when the list comes on screen: later on, the focus is the operator's.
  const [landOn] = useState(() => orders.find(({ orderId }) => orderId === lastId)?.orderId ?? orders[0]?.orderId);

  useEffect(() => nothing.current?.querySelector('button')?.focus(), []);

  const show = (orderId: OrderId): void => void send({ kind: 'showOrder', orderId, filter: 'all', page: 0 });

  if (orders.length === 0) {
    return (
      <div ref={nothing} className="no-orders">
        <h3>{t('orders.none.title')}</h3>
        <p className="no-orders-what">{t('orders.none.what')}</p>
        <p className="second">{t('orders.none.columns')}</p>
        <p className="second">{t('orders.none.files')}</p>
        <ImportList kind="main" />
      </div>
    );
  }
  return (
    <GridList
      className="order-list"
      aria-label={t('orders.list')}
      items={orders.map((order) => ({ ...order, id: order.orderId }))}
      dependencies={[lanes]}
      onAction={(key) => show(Number(key))}
    >
      {(order) => <OrderRow order={order} hasFocus={order.orderId === landOn} />}
    </GridList>
  );
}

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { setRefusal } from '../store.ts';
import { Screen } from '../ui/screen.tsx';
import { Draft } from './draft.tsx';
import { DraftStrip } from './draft-strip.tsx';
import { ImportList } from './import-list.tsx';
import { OrderList } from './order-list.tsx';
import { OrderPage } from './order-page.tsx';
import { useOpenNewest } from './use-open-newest.ts';
import { useSendOrder } from './use-send-order.ts';

/** The work orders: all of them, one of them, or a list that is to become one. Each is one step back from the other. */
export function Orders() {
  const { t } = useTranslation();
  const { store } = useDesk();
  const { orders, shown, draft } = useSnapshot((snapshot) => snapshot.orders);
  const send = useSendOrder();
  const openNewest = useOpenNewest(orders);
  const [asideFile, setAsideFile] = useState<string | null>(null);
  const [lastId, setLastId] = useState(shown?.orderId ?? null);
  const order = orders.find(({ orderId }) => orderId === shown?.orderId);
  const isAside = draft !== null && asideFile === draft.fileName;

  // A list that is thrown away is aside no more: the next one may be called the same.
  if (draft === null && asideFile !== null) setAsideFile(null);
  if (shown && shown.orderId !== lastId) setLastId(shown.orderId);
  useEffect(() => () => setRefusal(store, 'orders', null), [store]);

  const isAtDraft = draft !== null && !isAside;
  const isAtOrder = !isAtDraft && order !== undefined && shown !== null;
  const leaveDraft = (): void => setAsideFile(draft?.fileName ?? null);
  const leaveOrder = (): void => void send({ kind: 'showOrder', orderId: null, filter: 'all', page: 0 });
  return (
    <Screen
      name="orders"
      icon="list"
      title={t('bar.orders')}
      about={t('orders.about')}
      actions={!isAtDraft && orders.length > 0 && <ImportList kind="plain" />}
      onBack={isAtDraft ? leaveDraft : isAtOrder ? leaveOrder : undefined}
    >
      <Refusal place="orders" />
      {isAtDraft && <Draft draft={draft} onStart={openNewest} />}
      {isAtOrder && <OrderPage order={order} shown={shown} />}
      {!isAtDraft && !isAtOrder && (
        <>
          {draft && <DraftStrip draft={draft} onShow={() => setAsideFile(null)} />}
          <OrderList orders={orders} lastId={lastId} />
        </>
      )}
    </Screen>
  );
}

import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../electron/contract/work-order.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { hasManyLanes, laneName } from '../lanes/lanes.ts';
import { frontOf } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useSendOrder } from './use-send-order.ts';

type OrderActionsProps = { readonly order: OrderView };

/** What can be done with an order. The one it is opened for stands first and is the only solid one. */
export function OrderActions({ order }: OrderActionsProps) {
  const { t } = useTranslation();
  const { change } = useDesk();
  const send = useSendOrder();
  const front = useSnapshot(frontOf);
  const isMany = useSnapshot(hasManyLanes);
  const { orderId, stage, takenBy } = order;
  const isOpen = stage === 'open';
  const isHere = front !== null && takenBy.includes(front.laneId);

  const takeUp = async (): Promise<void> => {
    // From here on it is the hand-over that says who is next.
    if (await send({ kind: 'takeOrder', orderId })) change({ screen: null });
  };

  return (
    <div className="order-actions" role="group" aria-label={t('orders.actions')}>
      <span data-first-action="">
        {isOpen && !isHere && (
          <Button key="take" kind="main" onPress={() => void takeUp()}>
            {isMany && front ? t('orders.takeUpAt', { place: laneName(t, front) }) : t('orders.takeUp')}
          </Button>
        )}
        {isOpen && isHere && (
          <Button key="leave" onPress={() => void send({ kind: 'leaveOrder' })}>
            {t('orders.leave')}
          </Button>
        )}
        {!isOpen && (
          <Button key="reopen" kind="main" onPress={() => void send({ kind: 'reopenOrder', orderId })}>
            {t(stage === 'handedOver' ? 'orders.takeBack' : 'orders.reopen')}
          </Button>
        )}
      </span>
      <Button icon="print" onPress={() => void send({ kind: 'printOrder', paper: 'orderSheet', orderId })}>
        {t('orders.paperSheet')}
      </Button>
      <Button icon="print" onPress={() => void send({ kind: 'printOrder', paper: 'manifest', orderId })}>
        {t('orders.paperManifest')}
      </Button>
      {isOpen && <Button onPress={() => void send({ kind: 'handOverOrder', orderId })}>{t('orders.handOver')}</Button>}
      {isOpen && <Button onPress={() => void send({ kind: 'closeOrder', orderId })}>{t('orders.close')}</Button>}
    </div>
  );
}

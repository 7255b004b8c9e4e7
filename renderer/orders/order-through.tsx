import { useTranslation } from 'react-i18next';
import type { LaneOrderView } from '../../electron/contract/work-order.ts';
import { useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSendOrder } from './use-send-order.ts';

type OrderThroughProps = { readonly order: LaneOrderView };

/** Nobody is left to scan for: everybody has their token or was skipped on purpose, or somebody has to be looked at. */
export function OrderThrough({ order: { orderId, doneCount, lineCount } }: OrderThroughProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const counts = useSnapshot((snapshot) => snapshot.orders.orders.find((each) => each.orderId === orderId)?.counts);
  const skippedCount = counts?.skipped ?? 0;
  const leftCount = lineCount - doneCount - skippedCount;
  return (
    <section className="order-through" data-tone={leftCount === 0 ? 'done' : 'care'}>
      <p className="say" data-size="large">
        <Icon name={leftCount === 0 ? 'tick' : 'warning'} />{' '}
        {t(leftCount === 0 ? 'orders.lane.done' : 'orders.lane.nobodyLeft')}
      </p>
      <p className="hint">
        {skippedCount > 0 && `${t('orders.lane.leftOut', { count: skippedCount })} `}
        {leftCount === 0 ? t('orders.lane.doneHint') : t('orders.lane.nobodyLeftHint', { count: leftCount })}
      </p>
      <p className="idle-actions">
        <Button
          kind={leftCount === 0 ? 'main' : 'plain'}
          icon="print"
          onPress={() => void send({ kind: 'printOrder', paper: 'manifest', orderId })}
        >
          {t('orders.lane.manifest')}
        </Button>
      </p>
    </section>
  );
}

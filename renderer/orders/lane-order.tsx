import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LaneOrderView } from '../../electron/contract/work-order.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { frontOf, setRefusal } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { Icon } from '../ui/icon.tsx';
import { personWords } from './order-words.ts';
import { useSendOrder } from './use-send-order.ts';

/** The order that the front place works on, over whatever is done there; nothing where there is none. */
export function LaneOrder() {
  const order = useSnapshot((snapshot) => frontOf(snapshot)?.order ?? null);
  return order && <Banner order={order} />;
}

type BannerProps = { readonly order: LaneOrderView };

function Banner({ order: { orderId, name, doneCount, lineCount, next } }: BannerProps) {
  const { t } = useTranslation();
  const { store, change } = useDesk();
  const send = useSendOrder();
  const isOpen = useSnapshot((snapshot) => snapshot.open !== null);

  // What was refused was about the person before.
  useEffect(() => () => setRefusal(store, 'orders', null), [store, orderId, next?.line]);

  const show = async (): Promise<void> => {
    if (await send({ kind: 'showOrder', orderId, filter: next ? 'open' : 'all', page: 0 }))
      change({ screen: 'orders' });
  };

  return (
    <section className="lane-order" aria-label={t('orders.lane.title', { name })}>
      <Icon name="list" />
      <div className="lane-order-words">
        <b className="lane-order-name">{t('orders.lane.title', { name })}</b>
        <div className="lane-order-progress">
          <FilledBar doneCount={doneCount} allCount={lineCount} />
          <span>{t('orders.lane.count', { done: doneCount, all: lineCount })}</span>
        </div>
        {isOpen && next && (
          <p className="second lane-order-next">
            {t('orders.lane.next', { name: personWords(next.user.displayName, next.requestNumber) })}
          </p>
        )}
      </div>
      {/* With a token in hand, its code has the room. */}
      {!isOpen && (
        <div className="lane-order-buttons">
          <Button
            kind="quiet"
            {...(next ? { 'aria-label': t('orders.lane.chooseWho') } : {})}
            onPress={() => void show()}
          >
            {t(next ? 'orders.lane.choose' : 'orders.lane.open')}
          </Button>
          <Button kind="quiet" aria-label={t('orders.leave')} onPress={() => void send({ kind: 'leaveOrder' })}>
            {t('orders.lane.leave')}
          </Button>
        </div>
      )}
      <Refusal place="orders" />
    </section>
  );
}

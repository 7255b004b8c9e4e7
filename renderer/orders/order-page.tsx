import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPageView, OrderView } from '../../electron/contract/work-order.ts';
import { useKeepFocus } from '../doctor/use-keep-focus.ts';
import { Chip } from '../ui/chip.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderFilter } from './order-filter.tsx';
import { OrderLines } from './order-lines.tsx';
import { progressWords } from './order-words.ts';
import { Pages } from './pages.tsx';
import { useSendOrder } from './use-send-order.ts';
import { WorksOn } from './works-on.tsx';

type OrderPageProps = { readonly order: OrderView; readonly shown: OrderPageView };

/** One order: how far it is, what can be done with it, and its people. */
export function OrderPage({ order, shown }: OrderPageProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const area = useRef<HTMLElement>(null);
  const { orderId, name, goal, stage, counts, takenBy } = order;
  const { filter, page, pageCount } = shown;

  useEffect(() => {
    // What an order is opened for stands first.
    area.current?.querySelector<HTMLElement>('[data-first-action] button')?.focus();
  }, [orderId]);
  useKeepFocus(area, `${stage} ${takenBy.join(' ')} ${filter} ${page} ${counts.open}`);

  const show = (wanted: number): void => void send({ kind: 'showOrder', orderId, filter, page: wanted });
  return (
    <section ref={area} className="order-page" tabIndex={-1} aria-label={name}>
      <div className="order-head">
        <div className="order-head-what">
          <h3 className="order-name">{name}</h3>
          {stage !== 'open' && <Chip tone="plain">{t(`orders.stage.${stage}`)}</Chip>}
          <p className="second">{t(`orders.goal.${goal}`)}</p>
        </div>
        <div className="order-head-progress">
          <FilledBar doneCount={counts.done} allCount={counts.all} />
          <p>{progressWords(t, order)}</p>
          <p className="second">
            {stage === 'open' && <WorksOn takenBy={takenBy} />}
            {stage === 'closed' && t('orders.isClosed')}
            {stage === 'handedOver' && t('orders.isHandedOver')}
          </p>
        </div>
        <OrderActions order={order} />
      </div>
      <div className="order-lines-head">
        <OrderFilter order={order} filter={filter} />
      </div>
      <OrderLines order={order} shown={shown} />
      <Pages page={page} pageCount={pageCount} onShow={show} />
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { GridList } from 'react-aria-components';
import type { OrderPageView, OrderView } from '../../electron/contract/work-order.ts';
import { useSnapshot } from '../desk.ts';
import { OrderLine } from './order-line.tsx';
import { useLineActions } from './use-line-actions.ts';

type OrderLinesProps = { readonly order: OrderView; readonly shown: OrderPageView };

/** One page of the people of an order. A line by itself does nothing: who is next is said by a button, never by a slip of the hand. */
export function OrderLines({ order, shown }: OrderLinesProps) {
  const { t } = useTranslation();
  const actions = useLineActions(order);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const { filter, page, lines } = shown;
  return (
    <GridList
      // Another filter or page is another list.
      key={`${filter} ${page}`}
      className="order-lines"
      // Tab goes to the buttons of a line, as it does in the queue.
      keyboardNavigationBehavior="tab"
      aria-label={t('orders.lines', { name: order.name })}
      items={lines.map((line) => ({ ...line, id: line.line }))}
      dependencies={[lanes, order.stage]}
      renderEmptyState={() => <p className="orders-empty">{t(`orders.empty.${filter}`)}</p>}
    >
      {(line) => <OrderLine line={line} order={order} actions={actions} />}
    </GridList>
  );
}

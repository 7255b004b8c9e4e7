import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { OrderFilter as Filter, OrderView } from '../../electron/contract/work-order.ts';
import { useSendOrder } from './use-send-order.ts';

const FILTERS: readonly Filter[] = ['all', 'open', 'held', 'stopped', 'skipped', 'done'];

type OrderFilterProps = { readonly order: OrderView; readonly filter: Filter };

/** The counts of an order; each one shows its lines. */
export function OrderFilter({ order, filter }: OrderFilterProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const { orderId, counts } = order;
  const show = (chosen: Filter): void => void send({ kind: 'showOrder', orderId, filter: chosen, page: 0 });
  return (
    <ToggleButtonGroup
      className="filter"
      aria-label={t('orders.filter.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={([chosen]) => show(FILTERS.find((each) => each === chosen) ?? 'all')}
    >
      {FILTERS.map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="filter-button"
          data-wanted={(each === 'stopped' && counts.stopped > 0) || undefined}
        >
          <span>{t(`orders.filter.${each}`)}</span> <b>{t('orders.number', { count: counts[each] })}</b>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

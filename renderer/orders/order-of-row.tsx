import { useTranslation } from 'react-i18next';
import type { OrderLineRef } from '../../electron/contract/work-order.ts';

type OrderOfRowProps = { readonly line: OrderLineRef };

/** Which line of which order a token is for. The request number stands first: it is what is asked about. */
export function OrderOfRow({ line: { orderName, requestNumber, line } }: OrderOfRowProps) {
  const { t } = useTranslation();
  return <>{[requestNumber || t('orders.line', { line }), orderName].join(' · ')}</>;
}

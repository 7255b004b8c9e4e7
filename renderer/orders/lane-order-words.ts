import type { TFunction } from 'i18next';
import type { LaneOrderView } from '../../electron/contract/work-order.ts';

/** What a place that works on an order waits for, in as few words as its tab has room for. */
export function laneOrderWords(t: TFunction, { next }: LaneOrderView): string {
  return next ? t('orders.lane.tabScan', { name: next.user.displayName }) : t('orders.lane.tabDone');
}

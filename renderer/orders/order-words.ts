import type { TFunction } from 'i18next';
import type { OrderView } from '../../electron/contract/work-order.ts';

const BESIDE = ['held', 'skipped', 'stopped'] as const;

/** How far an order is: `312 of 500 issued, 4 skipped, 2 stopped`. What there is none of is not said. */
export function progressWords(t: TFunction, { counts }: Pick<OrderView, 'counts'>): string {
  const issued = t('orders.issued', { done: counts.done, all: counts.all });
  const others = BESIDE.flatMap((state) =>
    counts[state] === 0 ? [] : t(`orders.count.${state}`, { count: counts[state] }),
  );
  return [issued, ...others].join(', ');
}

/** What a person is asked by: the name, and the request number where there is one. */
export function personWords(name: string, requestNumber: string): string {
  return [name, requestNumber].filter(Boolean).join(', ');
}

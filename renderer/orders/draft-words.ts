import type { TFunction } from 'i18next';
import type { OrderDraftCounts } from '../../electron/contract/work-order.ts';

/** What will happen: `18 of 20 people can be served`. */
export function servedWords(t: TFunction, { usable, all }: OrderDraftCounts): string {
  return usable === all
    ? t('orders.draft.servedAll', { count: all })
    : t('orders.draft.served', { usable, count: all });
}

/** What a file is called, without what it is: a name to begin with. */
export function nameOfFile(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/, '').trim() || fileName;
}

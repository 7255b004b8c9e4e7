import type { TFunction } from 'i18next';
import type { ComparisonResult, ComparisonView } from '../../electron/contract/shift.ts';

/** In one sentence, without its full stop. */
export function resultWords(t: TFunction, { checkedCount, differences }: ComparisonResult): string {
  if (checkedCount === 0) return t('shift.compare.nothing');
  const count = differences.length;
  return count === 0
    ? t('shift.compare.good', { count: checkedCount })
    : t('shift.compare.bad', { count, all: checkedCount });
}

/** It was compared, and nothing was issued after it. */
export function isUpToDate({ result, isRunning }: ComparisonView): boolean {
  return !isRunning && result !== null && result.issuedSince === 0;
}

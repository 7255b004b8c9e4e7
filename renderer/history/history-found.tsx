import { useTranslation } from 'react-i18next';
import type { HistoryView } from '../../electron/contract/history.ts';
import { formatNumber } from './history-words.ts';

type HistoryFoundProps = { readonly history: HistoryView };

/** How much fits the search; said when it changes. */
export function HistoryFound({ history }: HistoryFoundProps) {
  const { t } = useTranslation();
  const { foundCount, entryCount, forgottenCount, isBusy } = history;
  if (isBusy && entryCount === 0) return null;
  const counts = { found: formatNumber(foundCount), number: formatNumber(entryCount) };
  return (
    <p className="history-found second" role="status">
      {t(foundCount === entryCount ? 'history.found.all' : 'history.found.some', counts)}
      {foundCount === 0 && entryCount > 0 && ` ${t('history.found.none')}`}
      {forgottenCount > 0 && ` ${t('history.forgotten', { number: formatNumber(forgottenCount) })}`}
    </p>
  );
}

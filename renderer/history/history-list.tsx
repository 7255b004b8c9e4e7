import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../electron/contract/history.ts';
import { HistoryRow } from './history-row.tsx';

type HistoryListProps = { readonly entries: readonly HistoryEntry[] };

export function HistoryList({ entries }: HistoryListProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <ol className="history-list" aria-label={t('history.list')}>
      {entries.map((entry) => (
        <HistoryRow key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}

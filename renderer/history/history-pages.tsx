import { useTranslation } from 'react-i18next';
import type { HistoryView } from '../../electron/contract/history.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { formatNumber } from './history-words.ts';

type HistoryPagesProps = { readonly history: HistoryView };

export function HistoryPages({ history: { page, pageCount, search } }: HistoryPagesProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  if (pageCount <= 1) return null;
  const show = (wanted: number): void => void send('history', { kind: 'searchHistory', search, page: wanted });
  return (
    <nav className="pages" aria-label={t('history.pages')}>
      <Button
        kind="quiet"
        icon="left"
        aria-label={t('history.newer')}
        isDisabled={page === 0}
        onPress={() => show(page - 1)}
      />
      <span>{t('history.page', { page: formatNumber(page + 1), pages: formatNumber(pageCount) })}</span>
      <Button
        kind="quiet"
        icon="right"
        aria-label={t('history.older')}
        isDisabled={page >= pageCount - 1}
        onPress={() => show(page + 1)}
      />
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import type { HistoryView } from '../../electron/contract/history.ts';
import { useDesk } from '../desk.ts';
import { PageTurner } from '../ui/page-turner.tsx';
import { formatNumber } from './history-words.ts';

type HistoryPagesProps = { readonly history: HistoryView };

export function HistoryPages({ history: { page, pageCount, search } }: HistoryPagesProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  return (
    <PageTurner
      label={t('history.pages')}
      page={page}
      pageCount={pageCount}
      words={t('history.page', { page: formatNumber(page + 1), pages: formatNumber(pageCount) })}
      back={t('history.newer')}
      forward={t('history.older')}
      onShow={(wanted) => void send('history', { kind: 'searchHistory', search, page: wanted })}
    />
  );
}

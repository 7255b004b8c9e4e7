import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { PageTurner } from '../ui/page-turner.tsx';

export function QueuePages() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { filter, page, pageCount } = useSnapshot((snapshot) => snapshot.queue);
  return (
    <PageTurner
      label={t('queue.title')}
      page={page}
      pageCount={pageCount}
      words={t('queue.page', { page: page + 1, count: pageCount })}
      back={t('queue.previousPage')}
      forward={t('queue.nextPage')}
      onShow={(wanted) => void send('queue', { kind: 'showQueue', filter, page: wanted })}
    />
  );
}

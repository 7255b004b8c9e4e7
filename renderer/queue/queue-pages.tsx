import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';

export function QueuePages() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { filter, page, pageCount } = useSnapshot((snapshot) => snapshot.queue);
  if (pageCount <= 1) return null;
  const show = (wanted: number): void => void send('queue', { kind: 'showQueue', filter, page: wanted });
  return (
    <nav className="pages" aria-label={t('queue.title')}>
      <Button
        kind="quiet"
        icon="left"
        aria-label={t('queue.previousPage')}
        isDisabled={page === 0}
        onPress={() => show(page - 1)}
      />
      <span>{t('queue.page', { page: page + 1, count: pageCount })}</span>
      <Button
        kind="quiet"
        icon="right"
        aria-label={t('queue.nextPage')}
        isDisabled={page >= pageCount - 1}
        onPress={() => show(page + 1)}
      />
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Icon } from '../ui/icon.tsx';

/** Nothing may go on while the station cannot save, so this one cannot be overlooked. */
export function StorageBanner() {
  const { t } = useTranslation();
  const { problem, unsavedEvents } = useSnapshot((snapshot) => snapshot.health.storage);
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  const { title, next } = useProblemWords(problem?.code ?? 'storage-failing');
  if (!problem) return null;
  return (
    <div className="storage-banner" role="alert">
      <Icon name="disk" />
      <div>
        <p className="storage-banner-title">{isKiosk ? title : t('banner.storageTitle')}</p>
        <p>
          {next}
          {unsavedEvents > 0 && !isKiosk && ` ${t('banner.unsaved', { count: unsavedEvents })}`}
        </p>
        <Evidence problem={problem} />
      </div>
    </div>
  );
}

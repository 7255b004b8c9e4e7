import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { Icon } from '../ui/icon.tsx';

/** Nothing may go on while the station cannot save, so this one cannot be overlooked. */
export function StorageBanner() {
  const { t } = useTranslation();
  const { problem, unsavedEvents } = useSnapshot((snapshot) => snapshot.health.storage);
  if (!problem) return null;
  return (
    <div className="storage-banner" role="alert">
      <Icon name="disk" />
      <div>
        <p className="storage-banner-title">{t('banner.storageTitle')}</p>
        <p>
          {t(`problem.${problem.code}.next`)}
          {unsavedEvents > 0 && ` ${t('banner.unsaved', { count: unsavedEvents })}`}
        </p>
        <Evidence problem={problem} />
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';

/** Hazard tape across the window: practice can never be taken for a tenant. */
export function PracticeTape() {
  const { t } = useTranslation();
  const isPractice = useSnapshot((snapshot) => snapshot.mode.kind === 'practice');
  if (!isPractice) return null;
  return (
    <p className="tape">
      <span>{t('mode.tape')}</span>
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../electron/contract/settings.ts';
import { useSnapshot } from '../desk.ts';

type LeavePracticeProps = { readonly settings: SettingsView };

/** The one thing that most people come here for. */
export function LeavePractice({ settings: { values, problem } }: LeavePracticeProps) {
  const { t } = useTranslation();
  const isPractice = useSnapshot((snapshot) => snapshot.mode.kind === 'practice');
  const { tenantId, clientId } = values;
  if (!isPractice) return null;
  return (
    <section className="leave-practice" aria-label={t('settings.practice.title')}>
      <h3>{t('settings.practice.title')}</h3>
      {tenantId.value !== null && clientId.value !== null && problem === null ? (
        <p>{t('settings.practice.saved')}</p>
      ) : tenantId.canChange && clientId.canChange ? (
        <ol>
          <li>{t('settings.practice.enter')}</li>
          <li>{t('settings.practice.save')}</li>
          <li>{t('settings.practice.restart')}</li>
        </ol>
      ) : (
        <p>{t('settings.practice.locked')}</p>
      )}
    </section>
  );
}

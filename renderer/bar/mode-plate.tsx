import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';

/** Which tenant the codes go to. Practice and a real tenant say it in the same place. */
export function ModePlate() {
  const { t } = useTranslation();
  const mode = useSnapshot((snapshot) => snapshot.mode);
  if (mode.kind === 'practice') {
    return (
      <p className="mode-plate" data-mode="practice">
        <b>{t('mode.practice')}</b> <span>{t('mode.practiceDetail')}</span>
      </p>
    );
  }
  return (
    <p className="mode-plate" data-mode="tenant" title={`${mode.name}, ${mode.graphHost}`}>
      <b>{mode.name}</b> <span>{mode.graphHost}</span>
    </p>
  );
}

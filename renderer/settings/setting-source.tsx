import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { valueWords } from './setting-words.ts';
import type { SettingProps } from './setting.tsx';

/** Where the value comes from, and the way back to what is built in. */
export function SettingSource({ name, view: { value, source, canChange }, draft }: SettingProps) {
  const { t } = useTranslation();
  const label = t(`settings.fields.${name}.label`);
  if (!canChange) {
    return (
      <p className="setting-source">
        <Icon name="lock" />
        {t(source === 'policy' ? 'settings.lockedByPolicy' : 'settings.lockedOnly')}
      </p>
    );
  }
  const kept = valueWords(t, name, value);
  return (
    <p className="setting-source">
      <span id={`${name}-source`}>{t(`settings.source.${source}`)}</span>
      {draft.changed.includes(name) ? (
        <Button kind="quiet" aria-label={t('settings.undo', { label, value: kept })} onPress={() => draft.undo(name)}>
          {t('settings.undoShort', { value: kept })}
        </Button>
      ) : (
        source === 'user' && (
          <Button kind="quiet" aria-label={t('settings.back', { label })} onPress={() => draft.put(name, null)}>
            {t('settings.backShort')}
          </Button>
        )
      )}
    </p>
  );
}

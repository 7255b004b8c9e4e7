import { useTranslation } from 'react-i18next';
import { bindingOf } from '../keys.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type SettingsHeadProps = {
  /** How many changes are not saved. */
  readonly count: number;
  readonly isSaved: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
};

/** One Save for all of them, always in sight. */
export function SettingsHead({ count, isSaved, onSave, onClose }: SettingsHeadProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="settings-head">
        <Icon name="settings" />
        <div className="settings-title">
          <h2>{t('settings.title')}</h2>
          {count > 0 && <p className="settings-unsaved">{t('settings.unsaved', { count })}</p>}
          {count === 0 && isSaved && (
            <p className="settings-saved">
              <Icon name="tick" /> {t('settings.saved')}
            </p>
          )}
          {count === 0 && !isSaved && <p className="second">{t('settings.about')}</p>}
        </div>
        <Button kind="main" caps={bindingOf('saveSettings').caps} isDisabled={count === 0} onPress={onSave}>
          {t('settings.save')}
        </Button>
        <Button caps={bindingOf('closeSettings').caps} onPress={onClose}>
          {t('settings.close')}
        </Button>
      </div>
      <Refusal place="settings" />
    </>
  );
}

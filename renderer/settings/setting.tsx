import { useTranslation } from 'react-i18next';
import type { SettingName, SettingView, StationSettings } from '../../electron/contract/settings.ts';
import { Chip } from '../ui/chip.tsx';
import { MOST_DAYS, MOST_MINUTES } from './draft.ts';
import { SettingControl } from './setting-control.tsx';
import { SettingSource } from './setting-source.tsx';
import { valueWords } from './setting-words.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

export type SettingProps = {
  readonly name: SettingName;
  readonly view: SettingView<StationSettings[SettingName]>;
  readonly draft: SettingsDraft;
};

/** What it is, what it says, and who said so. What the policy holds is shown and cannot be touched. */
export function Setting({ name, view, draft, needsRestart }: SettingProps & { readonly needsRestart: boolean }) {
  const { t } = useTranslation();
  const isChanged = draft.changed.includes(name);
  const wrong = draft.wrong(name);
  return (
    <li className="setting" data-changed={isChanged || undefined} data-locked={!view.canChange || undefined}>
      <div className="setting-what">
        <p className="setting-label">
          <span id={`${name}-label`}>{t(`settings.fields.${name}.label`)}</span>
          {isChanged && <Chip tone="now">{t('settings.changed')}</Chip>}
          {!isChanged && needsRestart && <Chip tone="care">{t('settings.afterRestart')}</Chip>}
        </p>
        <p id={`${name}-help`} className="second">
          {t(`settings.fields.${name}.help`)}
        </p>
      </div>
      <div className="setting-tool">
        {!view.canChange && <p className="setting-value">{valueWords(t, name, view.value)}</p>}
        {view.canChange && draft.values[name] === null && <p className="setting-value">{t('settings.backChosen')}</p>}
        {view.canChange && draft.values[name] !== null && <SettingControl name={name} view={view} draft={draft} />}
        {/* Said when it appears: the field has been left by then. */}
        <p id={`${name}-wrong`} className="setting-wrong" role="status">
          {wrong && t(`settings.wrong.${wrong}`, { least: 0, most: wrong === 'days' ? MOST_DAYS : MOST_MINUTES })}
          {!wrong && draft.isRefused(name) && t('settings.refused')}
        </p>
        <SettingSource name={name} view={view} draft={draft} />
      </div>
    </li>
  );
}

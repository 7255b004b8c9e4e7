import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../electron/contract/settings.ts';
import { SETTING_GROUPS, type SettingGroup } from './fields.ts';
import { Setting } from './setting.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

type SettingGroupListProps = {
  readonly group: SettingGroup;
  readonly settings: SettingsView;
  readonly draft: SettingsDraft;
};

export function SettingGroupList({ group, settings, draft }: SettingGroupListProps) {
  const { t } = useTranslation();
  return (
    <section className="setting-group" aria-label={t(`settings.group.${group}`)}>
      <h3>{t(`settings.group.${group}`)}</h3>
      <ul>
        {SETTING_GROUPS[group].map((name) => (
          <Setting
            key={name}
            name={name}
            view={settings.values[name]}
            needsRestart={settings.needsRestart.includes(name)}
            draft={draft}
          />
        ))}
      </ul>
    </section>
  );
}

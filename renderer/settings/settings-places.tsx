import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../electron/contract/settings.ts';
import { CopyLine } from '../ui/copy-line.tsx';

type SettingsPlacesProps = { readonly settings: SettingsView };

/** For whoever looks after this computer. */
export function SettingsPlaces({ settings }: SettingsPlacesProps) {
  const { t } = useTranslation();
  const { userPath, policyPath, hasPolicy, graphUrl, authority } = settings;
  const from = (isFromEnvironment: boolean): string => (isFromEnvironment ? t('settings.places.fromEnvironment') : '');
  return (
    <section className="settings-places" aria-label={t('settings.places.title')}>
      <h3>{t('settings.places.title')}</h3>
      <dl>
        <Place label={t('settings.places.userFile')} line={userPath} />
        <Place
          label={t('settings.places.policyFile')}
          line={policyPath}
          note={hasPolicy ? '' : t('settings.places.noPolicy')}
        />
        <Place
          label={t('settings.places.graph')}
          line={graphUrl.value}
          note={from(graphUrl.source === 'environment')}
        />
        {authority.value !== null && (
          <Place
            label={t('settings.places.authority')}
            line={authority.value}
            note={from(authority.source === 'environment')}
          />
        )}
      </dl>
    </section>
  );
}

type PlaceProps = { readonly label: string; readonly line: string; readonly note?: string };

function Place({ label, line, note = '' }: PlaceProps) {
  return (
    <div className="settings-place">
      <dt>
        {label} {note && <span className="second">{note}</span>}
      </dt>
      <dd>
        <CopyLine line={line} label={label} />
      </dd>
    </div>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { PaperTemplates } from '../paper/paper-templates.tsx';
import { setRefusal } from '../store.ts';
import { useKeyAction, useOfferedActions } from '../use-keys.ts';
import { GROUP_NAMES } from './fields.ts';
import { ReplaceQuestion } from './replace-question.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { SettingGroupList } from './setting-group-list.tsx';
import { SettingsHead } from './settings-head.tsx';
import { SettingsNotes } from './settings-notes.tsx';
import { SettingsPlaces } from './settings-places.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';

/** Asked in the head of the screen. `leave` and `leaveForDoctor` come up only while something is not saved. */
type Asked = 'leave' | 'leaveForDoctor' | 'replace' | null;

/** Takes the whole window, as the doctor does: nobody changes a setting beside a token that is being issued. */
export function Settings() {
  const { t } = useTranslation();
  const { store, change, send } = useDesk();
  const settings = useSnapshot((snapshot) => snapshot.settings);
  const draft = useSettingsDraft(settings);
  const area = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const hasChanges = draft.changed.length > 0;

  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    return () => setRefusal(store, 'settings', null);
  }, [store]);

  const stay = (): void => {
    setAsked(null);
    area.current?.focus({ preventScroll: true });
  };
  const close = (): void => change({ settingsOpen: false });
  const closeForDoctor = (): void => {
    close();
    void send('queue', { kind: 'openDoctor' });
  };
  const askToLeave = (): void => (hasChanges ? setAsked('leave') : close());
  const save = async (replacesBroken: boolean): Promise<void> => {
    setAsked(null);
    await draft.save(replacesBroken);
    // The first field that is not taken, else the screen: the button that was pressed may be gone.
    const wrong = area.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? area.current)?.focus();
  };
  const askToSave = (): void => {
    if (settings.isUserFileBroken) setAsked('replace');
    else void save(false);
  };

  // Esc first answers a question that is open.
  useKeyAction('closeSettings', useOfferedActions().has('keep') ? null : askToLeave);
  useKeyAction('settings', askToLeave);
  useKeyAction('saveSettings', hasChanges ? askToSave : null);
  useKeyAction('doctor', () => (hasChanges ? setAsked('leaveForDoctor') : closeForDoctor()));

  return (
    <main className="settings">
      <section ref={area} className="settings-area" data-area="settings" tabIndex={-1} aria-label={t('settings.title')}>
        <SettingsHead count={draft.changed.length} isSaved={draft.isSaved} onSave={askToSave} onClose={askToLeave} />
        {asked === 'replace' && <ReplaceQuestion onKeep={stay} onReplace={() => void save(true)} />}
        {(asked === 'leave' || asked === 'leaveForDoctor') && (
          <LeaveQuestion
            count={draft.changed.length}
            onStay={stay}
            onLeave={asked === 'leave' ? close : closeForDoctor}
          />
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="settings-scroll" tabIndex={0} role="group" aria-label={t('settings.list')}>
          <SettingsNotes settings={settings} onReplace={() => setAsked('replace')} />
          {GROUP_NAMES.map((group) => (
            <SettingGroupList key={group} group={group} settings={settings} draft={draft} />
          ))}
          <PaperTemplates />
          <SettingsPlaces settings={settings} />
        </div>
      </section>
    </main>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../electron/contract/settings.ts';
import { CopyLine } from '../ui/copy-line.tsx';
import { Evidence, ProblemNote } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';
import { LeavePractice } from './leave-practice.tsx';
import { labelsOf } from './setting-words.ts';

type SettingsNotesProps = { readonly settings: SettingsView; readonly onReplace: () => void };

/** What must be known before anything is changed, the worst first. */
export function SettingsNotes({ settings, onReplace }: SettingsNotesProps) {
  const { t } = useTranslation();
  const { problem, warnings, isUserFileBroken, userPath, needsRestart } = settings;
  // Said once. While the policy is wrong, too, the problem is the policy's.
  const isAboutUserFile = isUserFileBroken && (problem?.detail?.startsWith(userPath) ?? false);
  return (
    <div className="settings-notes">
      {problem && !isAboutUserFile && <ProblemNote problem={problem} />}
      {isUserFileBroken && (
        <Note tone="stop" icon="disk" title={t('settings.broken.title')}>
          <p>{t('settings.broken.next')}</p>
          {isAboutUserFile && problem && <Evidence problem={problem} />}
          <CopyLine line={userPath} label={t('settings.broken.file')} />
          <Button onPress={onReplace}>{t('settings.broken.replace')}</Button>
        </Note>
      )}
      {needsRestart.length > 0 && (
        <Note tone="care" icon="retry" title={t('settings.restart.title')}>
          <p>{t('settings.restart.next', { names: labelsOf(t, needsRestart) })}</p>
        </Note>
      )}
      {warnings.map((warning) => (
        <Note key={warning.kind} tone="care" icon="warning" title={t('settings.warning.title')}>
          <p>
            {warning.kind === 'environmentIgnored'
              ? t('settings.warning.environmentIgnored', { names: warning.names.join(', ') })
              : t('settings.warning.policyOpenToAll', { path: warning.path })}
          </p>
        </Note>
      ))}
      <LeavePractice settings={settings} />
    </div>
  );
}

type NoteProps = {
  readonly tone: Extract<Tone, 'stop' | 'care'>;
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
};

function Note({ tone, icon, title, children }: NoteProps) {
  return (
    <div className="note" data-tone={tone}>
      <Icon name={icon} />
      <div className="note-body">
        <p className="note-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

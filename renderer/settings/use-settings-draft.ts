import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingName, SettingsView } from '../../electron/contract/settings.ts';
import { useDesk, useView } from '../desk.ts';
import { changedNames, changeOf, refusedNames, wrongOf, type Draft, type DraftValue, type Wrong } from './draft.ts';
import { SETTING_NAMES } from './fields.ts';

/** What has been changed on the screen, and how it is saved. */
export type SettingsDraft = {
  readonly values: Draft;
  /** Since the last change. */
  readonly isSaved: boolean;
  readonly changed: readonly SettingName[];
  readonly put: (name: SettingName, value: DraftValue) => void;
  /** As it was. */
  readonly undo: (name: SettingName) => void;
  /** The operator has left the field: now is the time to say what is wrong with it. */
  readonly leave: (name: SettingName) => void;
  readonly wrong: (name: SettingName) => Wrong | null;
  readonly isRefused: (name: SettingName) => boolean;
  /** Sends nothing while a field is wrong. The answer tells whether it was taken. */
  readonly save: (replacesBroken: boolean) => Promise<boolean>;
};

export function useSettingsDraft(settings: SettingsView): SettingsDraft {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  const [values, setValues] = useState<Draft>({});
  const [left, setLeft] = useState<ReadonlySet<SettingName>>(new Set());
  const [isSaved, setIsSaved] = useState(false);
  const [sent, setSent] = useState<readonly SettingName[]>([]);
  const refusal = useView((view) => view.refusals.settings);
  const changed = changedNames(settings.values, values);
  const refused = refusedNames(sent, refusal?.detail ?? '');

  const save = async (replacesBroken: boolean): Promise<boolean> => {
    setLeft(new Set(SETTING_NAMES));
    const wrong = changed.filter((name) => wrongOf(name, values[name]) !== null);
    if (wrong.length > 0) {
      say(t('settings.wrongCount', { count: wrong.length }), true);
      return false;
    }
    setSent(changed);
    const change = changeOf(settings.values, values);
    const isTaken = await send('settings', { kind: 'changeSettings', change, replacesBroken });
    if (!isTaken) return false;
    // What has been typed meanwhile stays.
    setValues((now) => keepNewer(now, values));
    setLeft(new Set());
    setIsSaved(true);
    say(t('said.settingsSaved'));
    return true;
  };

  return {
    values,
    changed,
    isSaved,
    put(name, value) {
      setIsSaved(false);
      setValues((now) => ({ ...now, [name]: value }));
    },
    undo: (name) => setValues((now) => without(now, name)),
    leave: (name) => setLeft((now) => new Set([...now, name])),
    wrong: (name) => (left.has(name) && changed.includes(name) ? wrongOf(name, values[name]) : null),
    isRefused: (name) => refused.includes(name) && changed.includes(name),
    save,
  };
}

function without(draft: Draft, gone: SettingName): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => name !== gone));
}

function keepNewer(now: Draft, sent: Draft): Draft {
  return SETTING_NAMES.reduce<Draft>((kept, name) => (now[name] === sent[name] ? without(kept, name) : kept), now);
}

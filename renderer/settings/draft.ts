import type { SettingName, SettingsChange, SettingViews } from '../../electron/contract/settings.ts';
import { fieldOf, SETTING_NAMES, type Field } from './fields.ts';

/** What stands in a control; `null`: as it is built in. */
export type DraftValue = string | boolean | null;

/** What has been touched and not saved. */
export type Draft = { readonly [Name in SettingName]?: DraftValue };

/** What is wrong with a field, as `settings.wrong.<kind>` says it. */
export type Wrong = 'id' | 'placeholder' | 'name' | 'minutes' | 'days' | 'words';

type Read =
  | { readonly ok: true; readonly value: string | number | boolean | readonly string[] | null }
  | { readonly ok: false; readonly wrong: Wrong };

/** Both as the station holds them: it asks again, and its word counts. */
export const LONGEST_NAME = 40;
export const MOST_MINUTES = 240;
export const MOST_DAYS = 3_650;
const MOST_WORDS = 6;

/** Only what differs from what holds now, and what the policy leaves to the user. */
export function changeOf(values: SettingViews, draft: Draft): SettingsChange {
  const parts = changedNames(values, draft).flatMap((name) => {
    const read = readDraft(fieldOf(name), draft[name] ?? null);
    return read.ok ? [[name, read.value] as const] : [];
  });
  // Each value was read by the kind of its own field.
  return Object.fromEntries(parts);
}

/** The settings that would be sent, or would be if what was typed could be read. */
export function changedNames(values: SettingViews, draft: Draft): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => {
    const typed = draft[name];
    const { value, source, canChange } = values[name];
    if (typed === undefined || !canChange) return false;
    const read = readDraft(fieldOf(name), typed);
    if (read.ok && read.value === null) return source === 'user';
    return !read.ok || JSON.stringify(read.value) !== JSON.stringify(value);
  });
}

export function wrongOf(name: SettingName, typed: DraftValue | undefined): Wrong | null {
  if (typed === undefined) return null;
  const read = readDraft(fieldOf(name), typed);
  return read.ok ? null : read.wrong;
}

/** The settings among `names` that a refusal speaks of. */
export function refusedNames(names: readonly SettingName[], detail: string): readonly SettingName[] {
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(detail));
}

function readDraft(field: Field, typed: DraftValue): Read {
  if (typed === null || typeof typed === 'boolean' || field.kind === 'choice') return { ok: true, value: typed };
  const text = typed.trim();
  switch (field.kind) {
    case 'id':
      return readId(text.toLowerCase());
    case 'name':
      return text.length > 0 && text.length <= LONGEST_NAME && !/\p{C}/u.test(text)
        ? { ok: true, value: text }
        : { ok: false, wrong: 'name' };
    case 'minutes':
      return /^[0-9]{1,3}$/.test(text) && Number(text) <= MOST_MINUTES
        ? { ok: true, value: Number(text) }
        : { ok: false, wrong: 'minutes' };
    case 'days':
      return /^[0-9]{1,4}$/.test(text) && Number(text) <= MOST_DAYS
        ? { ok: true, value: Number(text) }
        : { ok: false, wrong: 'days' };
    case 'words':
      return readWords(text);
    case 'printer':
      return { ok: true, value: text };
    case 'switch':
      return { ok: true, value: typed === 'true' };
  }
}

function readWords(text: string): Read {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const isGood = words.length > 0 && words.length <= MOST_WORDS && words.every((word) => word.length <= LONGEST_NAME);
  return isGood && !/\p{C}/u.test(text) ? { ok: true, value: words } : { ok: false, wrong: 'words' };
}

/** What stands in a control for a value. */
export function draftOf(value: string | number | boolean | readonly string[] | null): DraftValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : value.join(', ');
}

/** An id that was emptied is one that nobody has set. */
function readId(text: string): Read {
  if (text === '') return { ok: true, value: null };
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return { ok: false, wrong: 'id' };
  return /[^0-]/.test(text) ? { ok: true, value: text } : { ok: false, wrong: 'placeholder' };
}

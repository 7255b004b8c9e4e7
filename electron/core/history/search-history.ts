import type { HistoryEntry, HistorySearch } from '../../contract/history.ts';
import type { WalkedEntry } from './history-walk.ts';
import { plainSerial, plainText } from './plain-text.ts';

/** An entry with the words that it is found by: `names` of people, one a line, and its serial number. */
export type HistoryRecord = { readonly entry: HistoryEntry; readonly names: string; readonly serial: string };

export const NO_SEARCH: HistorySearch = { text: '', fromMs: null, toMs: null };

/** Makes records; the few names of many entries are made plain once. */
export function createRecordMaker(): (walked: WalkedEntry) => HistoryRecord {
  const known = new Map<string, string>();
  const plain = (name: string): string => {
    const made = known.get(name) ?? plainText(name);
    known.set(name, made);
    return made;
  };
  return ({ entry, people }) => {
    const { operator, serialNumber, userName, userPrincipalName } = entry;
    const named = [userName, userPrincipalName, operator?.name, operator?.userPrincipalName];
    const others = people.flatMap((user) => [user.displayName, user.userPrincipalName]);
    const names = [...named, ...others].flatMap((name) => (name ? plain(name) : []));
    return { entry, names: names.join('\n'), serial: plainSerial(serialNumber ?? '') };
  };
}

/** The entries that fit, in their order. */
export function searchHistory(records: readonly HistoryRecord[], search: HistorySearch): readonly HistoryRecord[] {
  const { fromMs, toMs } = search;
  const name = plainText(search.text);
  const serial = plainSerial(search.text);
  return records.filter(({ entry, names, serial: ofToken }) => {
    if (fromMs !== null && entry.atMs < fromMs) return false;
    if (toMs !== null && entry.atMs >= toMs) return false;
    return name === '' || names.includes(name) || (serial !== '' && ofToken.includes(serial));
  });
}

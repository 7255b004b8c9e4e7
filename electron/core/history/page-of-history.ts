import type { HistoryEntry } from '../../contract/history.ts';
import type { HistoryRecord } from './search-history.ts';

/** Chosen: a screen and a half; what is more is found by the search. */
const ENTRIES_PER_PAGE = 50;

export type HistoryPage = {
  readonly page: number;
  readonly pageCount: number;
  readonly foundCount: number;
  readonly entries: readonly HistoryEntry[];
};

/** One page of what was found, the newest first. A page that is not there any more is the last one. */
export function pageOfHistory(found: readonly HistoryRecord[], wanted: number): HistoryPage {
  const pageCount = Math.max(1, Math.ceil(found.length / ENTRIES_PER_PAGE));
  const page = Math.min(wanted, pageCount - 1);
  const end = found.length - page * ENTRIES_PER_PAGE;
  const entries = found.slice(Math.max(0, end - ENTRIES_PER_PAGE), end).map(({ entry }) => entry);
  return { page, pageCount, foundCount: found.length, entries: entries.toReversed() };
}

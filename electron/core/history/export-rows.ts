import type { HistoryEntry } from '../../contract/history.ts';
import { EVENT_NAMES } from './event-names.ts';
import { plainCell } from './plain-cell.ts';

/** How a moment is written; the edge knows the time zone. */
export type WriteTime = (atMs: number) => string;

/** The columns of the list, in their order, and what stands in each. */
const COLUMNS: Readonly<
  Record<string, (entry: HistoryEntry, times: ExportTimes) => string | number | null | undefined>
> = {
  Entry: ({ seq }) => seq,
  'Time (UTC)': ({ atMs }, { utc }) => utc(atMs),
  'Time (local)': ({ atMs }, { local }) => local(atMs),
  Event: ({ kind }) => EVENT_NAMES[kind],
  Operator: ({ operator }) => operator?.name,
  'Operator sign-in name': ({ operator }) => operator?.userPrincipalName,
  'Serial number': ({ serialNumber }) => serialNumber,
  Person: ({ userName }) => userName,
  'Sign-in name': ({ userPrincipalName }) => userPrincipalName,
  Reader: ({ readerName }) => readerName,
  'Work order': ({ orderName }) => orderName,
  Detail: ({ detail }) => detail,
  Note: ({ note }) => note,
  Number: ({ number }) => number,
  Problem: ({ problem }) => problem?.code,
  'Said by the service': ({ problem }) => problem?.detail,
  'Request ID': ({ requestId }) => requestId,
  'Kind of event': ({ kind }) => kind,
};

export type ExportTimes = { readonly utc: WriteTime; readonly local: WriteTime };

export const EXPORT_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** One row of the list. No cell of it does anything in a spreadsheet. */
export function exportRow(entry: HistoryEntry, times: ExportTimes): readonly string[] {
  return Object.values(COLUMNS).map((read) => plainCell(String(read(entry, times) ?? '')));
}

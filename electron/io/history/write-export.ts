import { stringify } from 'csv-stringify/sync';
import type { ChainView, HistoryEntry } from '../../contract/history.ts';
import type { Result } from '../../contract/result.ts';
import { EXPORT_COLUMNS, exportRow } from '../../core/history/export-rows.ts';
import { ok, refuse } from '../../core/result.ts';
import { replaceFile } from '../replace-file.ts';

/** What leaves the station, the oldest entry first. */
export type HistoryExport = {
  readonly stationName: string;
  readonly exportedAtMs: number;
  readonly chain: ChainView;
  readonly entries: readonly HistoryEntry[];
};

/** Writes the file whole or not at all. `file-not-written`: the disk refused, with what it said. */
export async function writeExport(
  path: string,
  format: 'csv' | 'json',
  exported: HistoryExport,
): Promise<Result<null>> {
  try {
    await replaceFile(path, format === 'csv' ? toCsv(exported.entries) : toJson(exported));
    return ok(null);
  } catch (error) {
    return refuse('file-not-written', { detail: codeOf(error) });
  }
}

/** For a spreadsheet: Excel reads a list as UTF-8 only where it begins with the mark of it, and wants its own line ends. */
export function toCsv(entries: readonly HistoryEntry[]): string {
  const rows = entries.map((entry) => exportRow(entry, { utc: toUtc, local: toLocal }));
  return stringify([EXPORT_COLUMNS, ...rows], { bom: true, record_delimiter: '\r\n' });
}

/** For a program: the entries as they are, with the head of the chain they were read from. */
export function toJson({ stationName, exportedAtMs, chain, entries }: HistoryExport): string {
  const timed = entries.map(({ seq, atMs, ...entry }) => ({ seq, at: toUtc(atMs), atLocal: toLocal(atMs), ...entry }));
  return `${JSON.stringify({ stationName, exportedAt: toUtc(exportedAtMs), chain, entries: timed }, null, 2)}\n`;
}

/** Source: ECMA-262, time values: dates end here. A stored time may be anything. */
const LATEST_MS = 8.64e15;

function toUtc(atMs: number): string {
  return atMs > LATEST_MS ? '' : new Date(atMs).toISOString();
}

/** ISO 8601 with the offset that held here at that moment. `offsetMinutes`: ahead of UTC. */
export function toLocal(atMs: number, offsetMinutes = -new Date(atMs).getTimezoneOffset()): string {
  // The last day has no local time everywhere.
  if (atMs > LATEST_MS - 86_400_000) return '';
  const shifted = new Date(atMs + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const distance = Math.abs(offsetMinutes);
  const [hours, minutes] = [Math.floor(distance / 60), distance % 60].map((part) => String(part).padStart(2, '0'));
  return `${shifted}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The disk's own word without the path, which is nobody's business in the window. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : String(error);
}

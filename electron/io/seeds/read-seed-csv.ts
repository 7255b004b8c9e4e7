import { parse } from 'csv-parse/sync';
import type { Result } from '../../contract/result.ts';
import type { SeedFault } from '../../contract/seed-file.ts';
import { ok, refuse } from '../../core/result.ts';
import { decodeSeed, encodingsOf, type SeedEncoding } from './decode-seed.ts';
import { findColumns, type Columns, type SeedColumn } from './seed-columns.ts';
import { readFacts, type SeedEntry, type SeedFile } from './seed-entry.ts';

type Row = { readonly line: number; readonly cells: readonly string[] };
type Parsed = Omit<SeedEntry, 'seeds'> & { readonly secret: string };

/** Reads a vendor's list of seeds. `seed-file-unreadable`: it is no such list. A row that cannot be used is told and left out. */
export function readSeedCsv(text: string): Result<SeedFile> {
  const rows = splitRows(text);
  const columns = findColumns(rows[0]?.cells ?? []);
  if (!columns) return refuse('seed-file-unreadable', { detail: 'no columns for serial number and secret key' });
  const faults: SeedFault[] = [];
  const parsed = (columns.hasHeader ? rows.slice(1) : rows).flatMap((row) => parseRow(row, columns, faults) ?? []);
  const encoding = encodingOfFile(parsed.map(({ secret }) => secret));
  const entries = parsed.flatMap((row) => toEntry(row, encoding, faults) ?? []);
  return ok({ entries, encoding: encoding ?? 'unproved', ignoredColumns: columns.ignored, faults });
}

function splitRows(text: string): readonly Row[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without `columns`, each record is a list of strings
  const records = parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
}

function parseRow({ line, cells }: Row, { at }: Columns, faults: SeedFault[]): Parsed | null {
  const cell = (column: SeedColumn): string => cells[at.get(column) ?? -1] ?? '';
  const facts = readFacts({
    serialNumber: cell('serialNumber'),
    manufacturer: cell('manufacturer'),
    model: cell('model'),
    period: cell('period'),
    hash: cell('hash'),
    kind: cell('kind'),
    digits: cell('digits'),
  });
  const serialNumber = cell('serialNumber') || null;
  if (typeof facts === 'string') faults.push({ line, serialNumber, kind: facts });
  else if (cell('secret') === '') faults.push({ line, serialNumber, kind: 'seedMissing' });
  else return { ...facts, line, secret: cell('secret') };
  return null;
}

/** A file is written in one way: one seed that can be read in one way only tells it for all. `null`: none does. */
function encodingOfFile(secrets: readonly string[]): SeedEncoding | null {
  const certain = secrets.map(encodingsOf).filter((encodings) => encodings.length === 1);
  const hexCount = certain.filter(([encoding]) => encoding === 'hex').length;
  if (certain.length === 0) return null;
  return hexCount * 2 > certain.length ? 'hex' : 'base32';
}

function toEntry(row: Parsed, encoding: SeedEncoding | null, faults: SeedFault[]): SeedEntry | null {
  const { secret, ...facts } = row;
  const encodings = encoding === null ? encodingsOf(secret) : [encoding];
  const seeds = encodings.flatMap((one) => decodeSeed(secret, one) ?? []);
  if (seeds.length > 0) return { ...facts, seeds };
  faults.push({ line: row.line, serialNumber: row.serialNumber, kind: 'seedUnreadable' });
  return null;
}

import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { readSheet, type CellValue } from 'read-excel-file/node';
import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';
import { ROWS_BEFORE_HEADER, type SheetRow } from '../../core/work-order.ts';
import { findWorkOrderColumns } from '../../core/work-order-columns.ts';
import { decodeText } from '../decode-text.ts';

export type ReadSheetOptions = {
  readonly signal: AbortSignal;
  /** Told now and then how many rows have been read. */
  readonly onProgress: (rowCount: number) => void;
};

/** Chosen: fifty thousand long rows are below it; whatever is above it is another kind of file. */
const MOST_BYTES = 64 * 1_024 * 1_024;
const MOST_ROWS = 200_000;

/** Chosen: small enough that the window stays awake between two of them. */
const CHUNK_CHARACTERS = 64 * 1_024;

/** Chosen: enough for a sentence, as with Graph's words. */
const LONGEST_DETAIL = 300;

/** Source: the ZIP format: its first four bytes; an .xlsx file is a ZIP archive. */
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];

/**
 * The rows of a comma-separated file or of the first sheet of an .xlsx workbook, empty ones left out.
 * `sheet-unreadable`: it is neither, or too large. `cancelled`: the signal was given.
 */
export async function readSheetFile(path: string, options: ReadSheetOptions): Promise<Result<readonly SheetRow[]>> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return refuse('sheet-unreadable', { detail: 'larger than 64 MB' });
    const bytes = await readFile(path, { signal: options.signal });
    const isWorkbook = ZIP_MARK.every((byte, place) => bytes[place] === byte);
    const rows = await (isWorkbook ? readWorkbook(bytes, options) : readList(decodeText(bytes), options));
    return rows.ok && rows.value.length === 0 ? refuse('sheet-unreadable', { detail: 'it is empty' }) : rows;
  } catch (error) {
    if (options.signal.aborted) return refuse('cancelled');
    const words = error instanceof Error ? error.message : String(error);
    return refuse('sheet-unreadable', { detail: words.slice(0, LONGEST_DETAIL) });
  }
}

async function readWorkbook(
  bytes: Buffer,
  { signal, onProgress }: ReadSheetOptions,
): Promise<Result<readonly SheetRow[]>> {
  const rows = await readSheet(bytes);
  if (signal.aborted) return refuse('cancelled');
  if (rows.length > MOST_ROWS) return refuse('sheet-unreadable', { detail: `more than ${MOST_ROWS} rows` });
  onProgress(rows.length);
  const lines = rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
  return ok(lines.filter(({ cells }) => cells.some((cell) => cell !== '')));
}

/** A number of sixteen digits and more was rounded by the spreadsheet: it must not look like one that was not. */
function cellText(value: CellValue | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : roundedText(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function roundedText(value: number): string {
  return Number.isInteger(value) ? value.toExponential() : String(value);
}

async function readList(text: string, { signal, onProgress }: ReadSheetOptions): Promise<Result<readonly SheetRow[]>> {
  if (text.includes('\0')) return refuse('sheet-unreadable', { detail: 'it is no text' });
  const rows: SheetRow[] = [];
  let breaks = 0;
  const parser = parse({
    bom: true,
    delimiter: [separatorOf(text)],
    // Said, because it would be taken from the first row alone: a list of two programs has both.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: readonly string[], { lines }) => {
      // A row that is several lines of text is one row of a spreadsheet, and that is where people look for it.
      // Observed: csv-parse 7.0.3 counts CR LF inside of quotes as two lines.
      breaks += cells.reduce((count, cell) => count + (cell.match(/[\r\n]/g)?.length ?? 0), 0);
      rows.push({ line: lines - breaks, cells });
      return null;
    },
  });

  /** Between two chunks everything else has its turn: a scan, a command that calls this off. */
  async function* readChunks(): AsyncGenerator<string> {
    for (let start = 0; start < text.length && rows.length <= MOST_ROWS; start += CHUNK_CHARACTERS) {
      await setImmediate();
      yield text.slice(start, start + CHUNK_CHARACTERS);
      onProgress(rows.length);
    }
  }

  try {
    await pipeline(Readable.from(readChunks()), parser.resume(), { signal });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // It tells the line at which it gave up, which is the last one of the file.
    return refuse('sheet-unreadable', { detail: `below line ${rows.at(-1)?.line ?? 0}: ${error.code}` });
  }
  if (rows.length > MOST_ROWS) return refuse('sheet-unreadable', { detail: `more than ${MOST_ROWS} rows` });
  return ok(rows);
}

/** The sign with which most of a header is understood: a comma, a semicolon or a tabulator. */
function separatorOf(text: string): string {
  const firstLines = text.split(/\r\n|\n|\r/, ROWS_BEFORE_HEADER);
  const signs = [',', ';', '\t'].map((sign) => {
    const rows = firstLines.map((line) =>
      line.replaceAll(/"[^"]*"/g, (cell) => cell.replaceAll(sign, ' ')).split(sign),
    );
    return { sign, understood: Math.max(...rows.map((cells) => findWorkOrderColumns(cells)?.at.size ?? 0)) };
  });
  return signs.toSorted((one, other) => other.understood - one.understood)[0]?.sign ?? ',';
}

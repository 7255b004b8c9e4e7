import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../electron/contract/history.ts';
import { EXPORT_COLUMNS } from '../../../electron/core/history/export-rows.ts';
import { toCsv, toJson, toLocal, writeExport, type HistoryExport } from '../../../electron/io/history/write-export.ts';
import { makeTempFolder } from '../journal/open-temp-journal.ts';

const HASH = 'ab'.repeat(32);

function entry(change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    seq: 7,
    atMs: Date.UTC(2026, 10, 24, 9, 5, 7, 89),
    kind: 'activationRefused',
    operator: { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' },
    serialNumber: '00040008',
    userName: 'Özgür "Oz" Łukasz, Dr.',
    userPrincipalName: 'oz@example.com',
    readerName: null,
    orderName: 'Munich\nweek 48',
    detail: null,
    note: null,
    number: null,
    requestId: 'r7',
    problem: { code: 'graph-refused', detail: 'No.', requestId: 'r7' },
    ...change,
  };
}

function exportOf(entries: readonly HistoryEntry[]): HistoryExport {
  return {
    stationName: 'Depot 4',
    exportedAtMs: Date.UTC(2026, 10, 24, 10),
    chain: { kind: 'holds', headSeq: 7, headHash: HASH },
    entries,
  };
}

function rowsOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('the list for a spreadsheet', () => {
  test('is UTF-8 with its mark, Windows line ends, and a head in plain English', () => {
    const csv = toCsv([entry()]);
    expect(csv.startsWith('\uFEFFEntry,Time (UTC),Time (local),Event,Operator,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')[0]?.slice(1).split(',')).toEqual(EXPORT_COLUMNS);
  });

  test('every part of an entry stands in its column, quotes and line ends within a cell too', () => {
    expect(rowsOf(toCsv([entry()]))).toEqual([
      {
        Entry: '7',
        'Time (UTC)': '2026-11-24T09:05:07.089Z',
        'Time (local)': toLocal(Date.UTC(2026, 10, 24, 9, 5, 7, 89)),
        Event: 'Code refused by Graph',
        Operator: 'M. Ferri',
        'Operator sign-in name': 'm.ferri@example.com',
        'Serial number': '00040008',
        Person: 'Özgür "Oz" Łukasz, Dr.',
        'Sign-in name': 'oz@example.com',
        Reader: '',
        'Work order': 'Munich\nweek 48',
        Detail: '',
        Note: '',
        Number: '',
        Problem: 'graph-refused',
        'Said by the service': 'No.',
        'Request ID': 'r7',
        'Kind of event': 'activationRefused',
      },
    ]);
  });

  test('nothing found is the head alone', () => {
    expect(rowsOf(toCsv([]))).toEqual([]);
    expect(toCsv([])).toContain('Entry,');
  });

  test('a time that is no date leaves its cells empty and the list whole', () => {
    const [row] = rowsOf(toCsv([entry({ atMs: Number.MAX_SAFE_INTEGER })]));
    expect([row?.['Time (UTC)'], row?.['Time (local)'], row?.['Entry']]).toEqual(['', '', '7']);
  });

  test('whatever labels and people are called, no cell is a formula, and none is lost', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\uFF1D', '"', ',', '\r\n'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ userName: text, serialNumber: text, note: text }), { maxLength: 5 }),
        (changes) => {
          const rows = rowsOf(toCsv(changes.map((change) => entry(change))));
          expect(rows).toHaveLength(changes.length);
          for (const [index, row] of rows.entries()) {
            for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
            expect(row['Person']?.endsWith(changes[index]?.userName ?? '')).toBe(true);
          }
        },
      ),
    );
  });
});

test('the local time is the same moment as the one in UTC, with the offset of the day', () => {
  for (const month of [0, 6]) {
    const atMs = Date.UTC(2026, month, 15, 23, 30);
    expect(toLocal(atMs)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(Date.parse(toLocal(atMs))).toBe(atMs);
  }
});

test.each([
  [0, '2026-11-24T23:30:00.000+00:00'],
  [60, '2026-11-25T00:30:00.000+01:00'],
  [330, '2026-11-25T05:00:00.000+05:30'],
  [-210, '2026-11-24T20:00:00.000-03:30'],
])('%d minutes ahead of UTC it is %s', (offsetMinutes, written) => {
  const atMs = Date.UTC(2026, 10, 24, 23, 30);
  expect(toLocal(atMs, offsetMinutes)).toBe(written);
  expect(Date.parse(written)).toBe(atMs);
});

test('the list for a program holds the entries as they are, with the head of the chain', () => {
  const { atMs: _atMs, ...others } = entry();
  expect(JSON.parse(toJson(exportOf([entry()])))).toEqual({
    stationName: 'Depot 4',
    exportedAt: '2026-11-24T10:00:00.000Z',
    chain: { kind: 'holds', headSeq: 7, headHash: HASH },
    entries: [{ ...others, at: '2026-11-24T09:05:07.089Z', atLocal: toLocal(entry().atMs) }],
  });
});

describe('the file', () => {
  test.each(['csv', 'json'] as const)('is written whole as %s, in the place of an older one', async (format) => {
    const path = join(makeTempFolder(), `history.${format}`);
    writeFileSync(path, 'older');
    expect(await writeExport(path, format, exportOf([entry()]))).toEqual({ ok: true, value: null });
    const expected = format === 'csv' ? toCsv([entry()]) : toJson(exportOf([entry()]));
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  test('a disk that refuses is told in its own word, without the path, and leaves nothing half', async () => {
    const folder = makeTempFolder();
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'in the way'), { recursive: true });
    const written = await writeExport(path, 'csv', exportOf([entry()]));
    expect(written).toMatchObject({ ok: false, problem: { code: 'file-not-written' } });
    expect(!written.ok && written.problem.detail).toMatch(/^E[A-Z]+$/);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

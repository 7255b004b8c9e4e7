import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readSheetFile } from '../../../electron/io/work-order/read-sheet.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'work-order-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

async function readBytes(
  bytes: string | Uint8Array,
  signal = never,
  onProgress: (count: number) => void = () => undefined,
) {
  const path = join(folder, 'sheet');
  await writeFile(path, bytes);
  return readSheetFile(path, { signal, onProgress });
}

describe('a list of comma-separated values', () => {
  const ROWS = [
    { line: 1, cells: ['upn', 'note'] },
    { line: 2, cells: ['anna@example.com', 'Größe 2, "left"'] },
    { line: 4, cells: ['bob@example.com', ''] },
  ];

  test.each([
    ['with commas', 'upn,note\nanna@example.com,"Größe 2, ""left"""\n\nbob@example.com,\n'],
    [
      'with semicolons, as saved in half of Europe',
      'upn;note\r\nanna@example.com;"Größe 2, ""left"""\r\n\r\nbob@example.com;\r\n',
    ],
    ['with tabulators', 'upn\tnote\nanna@example.com\t"Größe 2, ""left"""\n\nbob@example.com\t\n'],
    ['with a byte order mark', '\uFEFFupn,note\nanna@example.com,"Größe 2, ""left"""\n\nbob@example.com,\n'],
  ])('%s', async (_what, text) => {
    expect(await readBytes(text)).toEqual({ ok: true, value: ROWS });
  });

  test('in UTF-16 and in the Western code page', async () => {
    const text = 'upn,note\nanna@example.com,Größe\n';
    const expected = { ok: true, value: [ROWS[0], { line: 2, cells: ['anna@example.com', 'Größe'] }] };
    expect(await readBytes(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(expected);
    expect(await readBytes(Buffer.from(text, 'latin1'))).toEqual(expected);
  });

  test('in UTF-16 the other way round', async () => {
    const bytes = Buffer.from('\uFEFFupn,note\nanna@example.com,Größe\n', 'utf16le').swap16();
    expect(await readBytes(bytes)).toMatchObject({ value: [ROWS[0], { cells: ['anna@example.com', 'Größe'] }] });
  });

  test.each([
    ['the line that names the separator', 'sep=;\nupn;note\na@x;b,c\n', 2],
    ['a title with a comma in it', 'Report of 3, 4 and 5\n\nupn;note\na@x;b,c\n', 3],
  ])('below %s the separator is still found', async (_what, text, line) => {
    expect(await readBytes(text)).toMatchObject({
      value: [{ line: 1 }, { line, cells: ['upn', 'note'] }, { line: line + 1, cells: ['a@x', 'b,c'] }],
    });
  });

  test.each([
    ['line breaks of Windows', '\r\n'],
    ['line breaks of Unix', '\n'],
    ['line breaks of old Macs', '\r'],
  ])('%s inside of quotes are text, and the rows after them are where a spreadsheet shows them', async (_what, end) => {
    const text = ['upn,note', 'a@x,"one', 'two', 'three"', '', 'b@x,"x', 'y"', 'c@x,z', ''].join(end);
    expect(await readBytes(text)).toMatchObject({
      value: [
        { line: 1 },
        { line: 2, cells: ['a@x', `one${end}two${end}three`] },
        { line: 4, cells: ['b@x', `x${end}y`] },
        { line: 5, cells: ['c@x', 'z'] },
      ],
    });
  });

  test('line breaks of two programs in one list end rows alike', async () => {
    expect(await readBytes('upn,note\r\na@x,1\nb@x,2\rc@x,3')).toMatchObject({
      value: [{}, { cells: ['a@x', '1'] }, { cells: ['b@x', '2'] }, { cells: ['c@x', '3'] }],
    });
  });

  test('a quote in the middle of a cell is text', async () => {
    expect(await readBytes('upn,note\na@x,5" screen\n')).toMatchObject({
      value: [{}, { cells: ['a@x', '5" screen'] }],
    });
  });

  test('a quote that is never closed is told with its line, because everybody after it would be lost', async () => {
    expect(await readBytes('upn,note\na@x,1\nb@x,"2\nc@x,3\n')).toMatchObject({
      ok: false,
      problem: { code: 'sheet-unreadable', detail: 'below line 2: CSV_QUOTE_NOT_CLOSED' },
    });
  });

  test.each([
    ['formulas', '=1+1'],
    ['a number in scientific notation', '1.23E+12'],
    ['zeros in front', '00471'],
    ['a date', '2026-11-24'],
    ['a quoted trick', '="00471"'],
  ])('%s stay as they are written', async (_what, cell) => {
    expect(await readBytes(`upn,note\na@x,${cell}\n`)).toMatchObject({ value: [{}, { cells: ['a@x', cell] }] });
  });

  test.each([
    ['nothing', ''],
    ['a byte order mark alone', Buffer.from([0xef, 0xbb, 0xbf])],
    ['empty lines alone', '\r\n\r\n\n'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d])],
    ['an old workbook (.xls)', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00, 0x00])],
    ['text with a NUL in it', 'upn,note\na@x,\0\n'],
  ])('%s is no list', async (_what, bytes) => {
    expect(await readBytes(bytes)).toMatchObject({ ok: false, problem: { code: 'sheet-unreadable' } });
  });

  test('far too large a file is not read', async () => {
    const path = join(folder, 'large');
    await writeFile(path, '');
    await truncate(path, 64 * 1_024 * 1_024 + 1);
    expect(await readSheetFile(path, { signal: never, onProgress: () => undefined })).toMatchObject({
      problem: { code: 'sheet-unreadable', detail: 'larger than 64 MB' },
    });
  });

  test('far too many rows are not read to the end', async () => {
    const counts: number[] = [];
    expect(await readBytes('a\n'.repeat(300_000), never, (count) => counts.push(count))).toMatchObject({
      problem: { code: 'sheet-unreadable', detail: 'more than 200000 rows' },
    });
    expect(counts.at(-1)).toBeLessThan(250_000);
  });

  test('everything else has its turn while a long one is read', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await readBytes(`upn,note\n${'somebody@example.com,a note of some length\n'.repeat(20_000)}`);
    isOver = true;
    expect(turns).toBeGreaterThan(10);
  });

  test('one that is called off between two rows ends', async () => {
    const controller = new AbortController();
    const text = `upn,note\n${'somebody@example.com,a note of some length\n'.repeat(20_000)}`;
    const reading = readBytes(text, controller.signal, () => setImmediate(() => controller.abort()));
    expect(await reading).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  test('rows that are shorter or longer than the header are kept as they are', async () => {
    expect(await readBytes('a,b\n1\n1,2,3\n')).toMatchObject({
      value: [{}, { cells: ['1'] }, { cells: ['1', '2', '3'] }],
    });
  });

  test('fifty thousand rows are read with progress, and can be called off', async () => {
    const text = `upn,note\n${'somebody@example.com,a note of some length\n'.repeat(50_000)}`;
    const progress: number[] = [];
    const read = await readBytes(text, never, (count) => progress.push(count));
    expect(read.ok && read.value.length).toBe(50_001);
    expect(progress.length).toBeGreaterThan(20);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    const controller = new AbortController();
    const called = await readBytes(text, controller.signal, () => controller.abort());
    expect(called).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });
});

describe('a workbook', () => {
  function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
    const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the writer's own cells are wider than what is written here
    return writeWorkbook(cells as never).toBuffer();
  }

  test('gives text as text and numbers as they were typed', async () => {
    const bytes = await workbook([
      ['Employee ID', 'Note'],
      ['00471', 'text keeps its zeros'],
      [471, null],
      [12.5, true],
    ]);
    expect(await readBytes(bytes)).toMatchObject({
      ok: true,
      value: [
        { line: 1, cells: ['Employee ID', 'Note'] },
        { line: 2, cells: ['00471', 'text keeps its zeros'] },
        { line: 3, cells: ['471', ''] },
        { line: 4, cells: ['12.5', 'true'] },
      ],
    });
  });

  test('a number that the spreadsheet has rounded does not look like a whole one', async () => {
    expect(await readBytes(await workbook([['Employee ID'], [8659623852751000000]]))).toMatchObject({
      value: [{}, { cells: ['8.659623852751e+18'] }],
    });
  });

  test('a date is a day, an empty cell is nothing, and blank rows keep their numbers', async () => {
    const bytes = await workbook([
      ['Employee ID', 'Note'],
      [null, null],
      ['00471', null],
      ['00472', '  trailing  '],
    ]);
    const read = await readBytes(bytes);
    expect(read).toMatchObject({
      value: [{ line: 1 }, { line: 3, cells: ['00471', ''] }, { line: 4, cells: ['00472', 'trailing'] }],
    });
    const date = { value: new Date(Date.UTC(2026, 10, 24)), type: Date, format: 'yyyy-mm-dd' };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    const dated = await writeWorkbook([[{ value: 'upn' }], [date]] as never).toBuffer();
    expect(await readBytes(dated)).toMatchObject({ value: [{}, { cells: ['2026-11-24'] }] });
  });

  test('a number of twelve digits is whole, as it was typed', async () => {
    expect(await readBytes(await workbook([['Employee ID'], [1_230_000_000_000]]))).toMatchObject({
      value: [{}, { cells: ['1230000000000'] }],
    });
  });

  test('a damaged one is refused', async () => {
    const bytes = await workbook([['upn'], ['anna@example.com']]);
    expect(await readBytes(bytes.subarray(0, 200))).toMatchObject({ ok: false, problem: { code: 'sheet-unreadable' } });
  });
});

test('a file that is not there is refused', async () => {
  const missing = await readSheetFile(join(folder, 'nothing'), { signal: never, onProgress: () => undefined });
  expect(missing).toMatchObject({ ok: false, problem: { code: 'sheet-unreadable' } });
});

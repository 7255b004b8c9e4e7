import { describe, expect, test } from 'vitest';
import type { ReaderInfo } from '../../electron/core/ports.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import layoutFile from '../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import type { HeardScan } from '../../electron/main/heard-scan.ts';
import { encodeReports, VIRTUAL_READER_LAYOUT } from '../../electron/practice/virtual-reader.ts';
import { createLineBench, START_MS as NOW_MS, type LineBench } from '../core/scan-line-bench.ts';

const LONG = `SN: GALT11420104${' '.repeat(60)}`;

function reader(readerKey: string, layout: ReaderInfo['layout'] = VIRTUAL_READER_LAYOUT): ReaderInfo {
  return { readerKey, name: `Reader ${readerKey}`, vendorId: 1, productId: 2, serialNumber: null, layout };
}

function lineWith(...readers: readonly ReaderInfo[]): LineBench {
  const bench = createLineBench();
  for (const each of readers) bench.line.attach(each);
  return bench;
}

/** What is heard of these reports at once, and of what was held back until then. */
function readAll(
  { line, heard, moveTo }: LineBench,
  readerKey: string,
  reports: readonly Uint8Array[],
  atMs = NOW_MS,
): readonly HeardScan[] {
  const before = heard.length;
  moveTo(atMs);
  for (const bytes of reports) line.read({ readerKey, bytes, atMs });
  return heard.slice(before);
}

function scanned(
  readerKey: string,
  serialNumber: string,
  { atMs, ...more }: { atMs?: number; [key: string]: unknown } = {},
): object {
  const when = atMs === undefined ? {} : { atMs };
  const meaning = { kind: 'serialNumber', serialNumber, ...more };
  return { kind: 'scan', readerKey, readerName: `Reader ${readerKey}`, ...when, meaning };
}

function refused(readerKey: string, code: string, more: object = {}): object {
  return { kind: 'scan', readerKey, meaning: { kind: 'refused', problem: { code }, shownText: '', ...more } };
}

function trouble(readerKey: string, code: string, more: object = {}): object {
  return { kind: 'trouble', readerKey, readerName: `Reader ${readerKey}`, problem: { code }, ...more };
}

/** A report of layout B: no AIM identifier, the data from byte 2 on. */
function reportWithoutAim(text: string): Uint8Array {
  const report = new Uint8Array(64);
  report.set([2, text.length, ...Buffer.from(text, 'latin1')]);
  return report;
}

describe('from reports to scans', () => {
  test('a scan in one report is one scan with the name of its reader and the moment of the report', () => {
    const events = readAll(lineWith(reader('a')), 'a', encodeReports('GALT11420104', ']C0'));
    expect(events).toEqual([
      {
        kind: 'scan',
        atMs: NOW_MS,
        readerKey: 'a',
        readerName: 'Reader a',
        rawText: 'GALT11420104',
        meaning: {
          kind: 'serialNumber',
          serialNumber: 'GALT11420104',
          scannedText: 'GALT11420104',
          aimId: ']C0',
          steps: [],
        },
      },
    ]);
  });

  test('a scan in several reports is one, at the moment of the last', () => {
    const line = lineWith(reader('a'));
    const [first, second] = encodeReports(LONG, ']C0');
    expect(readAll(line, 'a', [first ?? new Uint8Array()])).toEqual([]);
    const events = readAll(line, 'a', [second ?? new Uint8Array()], NOW_MS + 5);
    expect(events).toMatchObject([scanned('a', 'GALT11420104', { atMs: NOW_MS + 5, aimId: ']C0' })]);
  });

  test('each reader is read by its own layout', () => {
    const line = lineWith(reader('a'), reader('b', layoutFile.layouts.B));
    expect(readAll(line, 'a', encodeReports('GALT11420104', ']C0'))).toMatchObject([scanned('a', 'GALT11420104')]);
    const events = readAll(line, 'b', [reportWithoutAim('8659623852751')]);
    expect(events).toMatchObject([scanned('b', '8659623852751', { aimId: null })]);
  });

  test('a trade number is refused by what the scanner says of it, not by its digits', () => {
    const line = lineWith(reader('a'));
    const trade = refused('a', 'scan-retail-code', { shownText: '2600124809778' });
    readAll(line, 'a', encodeReports('2600124809778', ']E0'));
    line.moveBy(400);
    expect(line.heard).toMatchObject([trade]);
    const code128 = readAll(line, 'a', encodeReports('2600124809778', ']C0'), NOW_MS + 500);
    expect(code128).toMatchObject([scanned('a', '2600124809778')]);
  });
});

describe('two readers at once', () => {
  test('whose reports come in turns never merge', () => {
    const line = lineWith(reader('a'), reader('b'));
    const [a1, a2] = encodeReports(`GALT11420104${' '.repeat(60)}`, ']C0');
    const [b1, b2] = encodeReports(`8659623852751${' '.repeat(60)}`, ']A0');
    const steps: readonly (readonly [string, Uint8Array | undefined])[] = [
      ['a', a1],
      ['b', b1],
      ['b', b2],
      ['a', a2],
    ];
    const events = steps.flatMap(([readerKey, bytes]) => readAll(line, readerKey, bytes ? [bytes] : []));
    expect(events).toMatchObject([
      scanned('b', '8659623852751', { aimId: ']A0' }),
      scanned('a', 'GALT11420104', { aimId: ']C0' }),
    ]);
  });

  test('of which one is pulled: the other one goes on with its half', () => {
    const line = lineWith(reader('a'), reader('b'));
    const reports = encodeReports(LONG, ']C0');
    readAll(line, 'a', reports.slice(0, 1));
    readAll(line, 'b', reports.slice(0, 1));
    line.line.detach('b');
    expect(readAll(line, 'a', reports.slice(1))).toMatchObject([scanned('a', 'GALT11420104')]);
  });
});

describe('a cable that is pulled in the middle of a scan', () => {
  test('takes its half along: the next scan of the same reader is whole', () => {
    const line = lineWith(reader('a'));
    readAll(line, 'a', encodeReports(LONG, ']C0').slice(0, 1));
    line.line.detach('a');
    line.line.attach(reader('a'));
    const events = readAll(line, 'a', encodeReports('8659623852751', ']A0'));
    expect(events).toMatchObject([scanned('a', '8659623852751', { scannedText: '8659623852751', aimId: ']A0' })]);
    expect(events).toHaveLength(1);
  });

  test('leaves nobody who is listened to', () => {
    const line = lineWith(reader('a'));
    line.line.detach('a');
    expect(readAll(line, 'a', encodeReports('GALT11420104', ']C0'))).toEqual([]);
  });

  test('and a reader that was never announced is not listened to either', () => {
    expect(readAll(lineWith(), 'a', encodeReports('GALT11420104', ']C0'))).toEqual([]);
  });
});

describe('reports that are no scan', () => {
  test.each([0, 1, 3, 0xfd])('under the report id %d nothing is said, and a half that waits goes on', (reportId) => {
    const line = lineWith(reader('a'));
    const reports = encodeReports(LONG, ']C0');
    readAll(line, 'a', reports.slice(0, 1));
    const foreign = new Uint8Array(64);
    foreign[0] = reportId;
    expect(readAll(line, 'a', [foreign])).toEqual([]);
    expect(readAll(line, 'a', reports.slice(1))).toMatchObject([scanned('a', 'GALT11420104')]);
  });

  test('an empty report is nothing', () => {
    expect(readAll(lineWith(reader('a')), 'a', [new Uint8Array()])).toEqual([]);
  });

  test.each([
    ['too short', Uint8Array.of(2, 4, 0x5d, 0x43, 0x30, 0x31), '6 bytes'],
    ['with a count that does not fit', Uint8Array.from({ length: 64 }, (_, index) => [2, 57][index] ?? 0), 'count 57'],
  ])('one that is %s is told as malformed, with what is wrong', (_what, bytes, detail) => {
    const events = readAll(lineWith(reader('a')), 'a', [bytes]);
    expect(events).toEqual([
      trouble('a', 'report-malformed', { atMs: NOW_MS, problem: { code: 'report-malformed', detail } }),
    ]);
  });

  test('a malformed report takes its whole scan with it: what follows of it is no scan of its own', () => {
    const line = lineWith(reader('a'));
    const [first = new Uint8Array()] = encodeReports(LONG, ']C0');
    readAll(line, 'a', [first, Uint8Array.of(2, 1)]);
    const rest = readAll(line, 'a', encodeReports('8659623852751', ']C0'));
    expect(rest).toMatchObject([refused('a', 'scan-too-long')]);
    const next = readAll(line, 'a', encodeReports('8659623852751', ']C0'));
    expect(next).toMatchObject([scanned('a', '8659623852751', { scannedText: '8659623852751' })]);
  });
});

describe('a reader that numbers no reports', () => {
  test('is read from its first byte on', () => {
    const layout: ReportLayout = {
      ...VIRTUAL_READER_LAYOUT,
      reportId: null,
      lengthBytes: 63,
      countOffsetBytes: 0,
      aimOffsetBytes: 1,
      dataOffsetBytes: 4,
      continuedOffsetBytes: 62,
    };
    const reports = encodeReports('GALT11420104', ']C0').map((bytes) => bytes.slice(1));
    expect(readAll(lineWith(reader('a', layout)), 'a', reports)).toMatchObject([scanned('a', 'GALT11420104')]);
  });
});

describe('a scan whose rest does not come', () => {
  const half = encodeReports(LONG, ']C0').slice(0, 1);
  const whole = encodeReports('8659623852751', ']A0');

  test('is told as unfinished before the next one, which stands alone', () => {
    const line = lineWith(reader('a'));
    readAll(line, 'a', half, NOW_MS);
    expect(readAll(line, 'a', whole, NOW_MS + 301)).toMatchObject([
      trouble('a', 'report-unfinished', { atMs: NOW_MS + 301 }),
      scanned('a', '8659623852751', { scannedText: '8659623852751', aimId: ']A0' }),
    ]);
  });

  test('is told once', () => {
    const line = lineWith(reader('a'));
    readAll(line, 'a', half, NOW_MS);
    readAll(line, 'a', whole, NOW_MS + 301);
    expect(readAll(line, 'a', encodeReports('20033752', ']A0'), NOW_MS + 302)).toHaveLength(1);
  });

  test('is told before the next one also where that is a long one', () => {
    const line = lineWith(reader('a'));
    readAll(line, 'a', half, NOW_MS);
    const long = encodeReports(`8659623852751${' '.repeat(150)}`, ']A0');
    const events = long.flatMap((bytes, index) => readAll(line, 'a', [bytes], NOW_MS + 301 + index));
    expect(long).toHaveLength(3);
    expect(events).toMatchObject([
      trouble('a', 'report-unfinished'),
      scanned('a', '8659623852751', { scannedText: '8659623852751', aimId: ']A0' }),
    ]);
  });

  test('is waited for as long as 300 ms', () => {
    const line = lineWith(reader('a'));
    readAll(line, 'a', half, NOW_MS);
    const events = readAll(line, 'a', encodeReports(LONG, ']C0').slice(1), NOW_MS + 300);
    expect(events).toMatchObject([scanned('a', 'GALT11420104')]);
  });

  test('each report gives the next one 300 ms of its own', () => {
    const line = lineWith(reader('a'));
    const reports = encodeReports(`GALT11420104${' '.repeat(150)}`, ']C0');
    const events = reports.flatMap((bytes, index) => readAll(line, 'a', [bytes], NOW_MS + index * 300));
    expect(reports).toHaveLength(3);
    expect(events).toMatchObject([scanned('a', 'GALT11420104')]);
  });
});

test('a scan of more than a kilobyte is refused once it ends, and the next one is read', () => {
  const line = lineWith(reader('a'));
  const events = readAll(line, 'a', encodeReports('7'.repeat(4_096), ']Q1'));
  expect(events).toMatchObject([refused('a', 'scan-too-long')]);
  expect(events).toHaveLength(1);
  expect(readAll(line, 'a', encodeReports('GALT11420104', ']C0'))).toMatchObject([scanned('a', 'GALT11420104')]);
});

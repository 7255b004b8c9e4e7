import { describe, expect, test } from 'vitest';
import { readerInfo } from './corpus-vector.ts';
import { readAs, toHex, writeReports } from './corpus-scanners.ts';
import { keyReport } from './keyboard-writer.ts';
import { createLineBench, START_MS, type LineBench } from './scan-line-bench.ts';

const LONG = `SN: GALT11420104${' '.repeat(60)}`;

function watchedBench(scanner = 'layout A'): LineBench {
  const bench = createLineBench();
  bench.line.attach(readerInfo('left', readAs(scanner)));
  bench.watch();
  return bench;
}

function send({ line, clock }: LineBench, reports: readonly Uint8Array[]): void {
  for (const bytes of reports) line.read({ readerKey: 'left', bytes, atMs: clock.nowMs() });
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

describe('a line that is watched', () => {
  test('says of each report what is in it', () => {
    const bench = watchedBench();
    const [report = new Uint8Array()] = writeReports('layout A', '20033752', ']C0');
    send(bench, [report]);
    expect(bench.notes).toEqual([
      {
        readerKey: 'left',
        atMs: START_MS,
        lengthBytes: 64,
        bytesHex: hexOf(report),
        fields: { dataOffsetBytes: 5, dataLengthBytes: 8, aimId: ']C0', continued: false },
        problem: null,
      },
    ]);
    expect(toHex(report)).toMatch(/^0208/);
  });

  test('says where the data are when they stand later', () => {
    const bench = watchedBench();
    send(bench, writeReports("layout A'", '20033752', ']C0'));
    expect(bench.notes).toMatchObject([{ fields: { dataOffsetBytes: 6, dataLengthBytes: 8, aimId: ']C0' } }]);
  });

  test('waits for the end of a scan, because only then it is known what it holds', () => {
    const bench = watchedBench();
    const reports = writeReports('layout A', LONG, ']C0');
    send(bench, reports.slice(0, 1));
    expect(bench.notes).toEqual([]);
    send(bench, reports.slice(1));
    expect(bench.notes.map(({ bytesHex }) => bytesHex)).toEqual(reports.map(hexOf));
    expect(bench.notes.map(({ fields }) => fields?.continued)).toEqual([true, false]);
  });

  test.each([
    ['a link with a secret', `otpauth://totp/Example:ann?issuer=Example&secret=JBSWY3DPEHPK3PXP&digits=6&period=30`],
    ['a seed', 'JBSWY3DPEHPK3PXP'],
    ['a seed with control characters in it', 'JBSW\u001dY3DP\u001dEHPK\u001d3PXP'],
    ['a seed in hexadecimal', '3132333435363738393031323334353637383930'],
    ['a line of a seed file', 'ann@example.com,20033752,JBSWY3DPEHPK3PXP,30'],
    ['JSON with a secret', '{"sn":"20033752","seed":"JBSW"}'],
    ['JSON with who knows what', '{"sn":"20033752","x":"JBSW"}'],
    ['a link', 'https://example.com/JBSW'],
    ['a link with a serial number', 'https://example.com/JBSW?sn=20033752'],
    ['what is too long', '7'.repeat(300)],
    ['what is far too long', '7'.repeat(2_000)],
    ['a long text that is nothing', 'what is this and what is it for'],
    ['the name of a secret', 'KEY: JBSW'],
  ])('shows no byte of %s', (_, text) => {
    const bench = watchedBench();
    const reports = writeReports('layout A', text, ']Q1');
    send(bench, reports);
    expect(bench.notes).toHaveLength(reports.length);
    expect(bench.notes.filter(({ bytesHex }) => bytesHex !== null)).toEqual([]);
  });

  test.each([
    ['a suffix', '20033752\r\n'],
    ['signs that cannot be seen', '\u000220033752\u0003'],
    ['a group separator', '20033752\u001d'],
    ['a suffix alone', '\r\n'],
    ['a trade number', '4006381333931'],
    ['a short label', 'OTPC-P1'],
    ['a mark', 'TS:PARK'],
  ])('shows the bytes of %s', (_, text) => {
    const bench = watchedBench();
    send(bench, writeReports('layout A', text, ']C0'));
    expect(bench.notes).toMatchObject([{ bytesHex: expect.stringMatching(/^02/) }]);
  });

  test('says at once what could not be read, and why', () => {
    const bench = watchedBench();
    send(bench, [Uint8Array.of(2, 8, 0x5d)]);
    expect(bench.notes).toMatchObject([
      { bytesHex: '02085D', fields: null, lengthBytes: 3, problem: { code: 'report-malformed', detail: '3 bytes' } },
    ]);
  });

  test('shows no byte of what could not be read, where it may be a piece of a seed', () => {
    const bench = watchedBench();
    send(bench, [Uint8Array.from([2, 8, ...Buffer.from('JBSWY3DP')])]);
    const [first = new Uint8Array()] = writeReports('layout A', LONG, ']C0');
    send(bench, [first, Uint8Array.of(2, 8)]);
    expect(bench.notes).toMatchObject([
      { bytesHex: null, problem: { code: 'report-malformed' } },
      { bytesHex: null, problem: null },
      { bytesHex: null, problem: { code: 'report-malformed' } },
    ]);
  });

  test('shows no byte of a scan that was broken or whose rest never came', () => {
    const bench = watchedBench();
    const [first = new Uint8Array()] = writeReports('layout A', LONG, ']C0');
    send(bench, [first]);
    bench.moveBy(500);
    send(bench, writeReports('layout A', '20033752', ']C0'));
    expect(bench.notes.map(({ bytesHex }) => bytesHex)).toEqual([null, null]);
    send(bench, writeReports('layout A', '60234567', ']C0'));
    expect(bench.notes[2]?.bytesHex).not.toBeNull();
  });

  test('shows no byte of a report under another id, and those of an answer', () => {
    const bench = watchedBench();
    send(bench, [Uint8Array.of(4, 1)]);
    send(bench, writeReports('layout A', 'REVINF.', ']Z6'));
    expect(bench.notes).toMatchObject([
      { bytesHex: null, fields: null, lengthBytes: 2 },
      { bytesHex: expect.stringMatching(/^0207/), fields: { aimId: ']Z6' } },
    ]);
    expect(bench.heard).toEqual([]);
  });

  test('shows no key press', () => {
    const bench = watchedBench('keyboard us');
    send(bench, [keyReport([4]), keyReport([]), new Uint8Array(3)]);
    expect(bench.notes).toMatchObject([
      { bytesHex: null, fields: null, lengthBytes: 8, problem: null },
      { bytesHex: null, problem: null },
      { bytesHex: null, lengthBytes: 3, problem: { code: 'report-malformed' } },
    ]);
  });

  test('does not gather reports without end, nor lose one', () => {
    const bench = watchedBench();
    const endless = Array.from(
      { length: 300 },
      () => writeReports('layout A', 'x'.repeat(57), ']C0')[0] ?? new Uint8Array(),
    );
    send(bench, endless);
    expect(bench.notes).toHaveLength(256);
    bench.line.detach('left');
    expect(bench.notes).toHaveLength(300);
    expect(bench.notes.every(({ bytesHex }) => bytesHex === null)).toBe(true);
  });

  test('says nothing before it is watched, nor after', () => {
    const bench = createLineBench();
    bench.line.attach(readerInfo('left', 'layout A'));
    const [first = new Uint8Array(), second = new Uint8Array()] = writeReports('layout A', LONG, ']C0');
    send(bench, [first]);
    bench.watch();
    send(bench, [second]);
    expect(bench.notes).toHaveLength(1);
    bench.line.watch(null);
    send(bench, writeReports('layout A', '20033752', ']C0'));
    expect(bench.notes).toHaveLength(1);
    expect(bench.heard).toHaveLength(2);
  });

  test('hears the same as one that is not', () => {
    const [watched, other] = [watchedBench(), createLineBench()];
    other.line.attach(readerInfo('left', 'layout A'));
    for (const bench of [watched, other]) {
      send(bench, [...writeReports('layout A', LONG, ']C0'), Uint8Array.of(2, 1), Uint8Array.of(9)]);
      send(bench, writeReports('layout A', 'OTPC-P1', ']C0'));
      bench.moveBy(1_000);
    }
    expect(watched.heard).toEqual(other.heard);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReaderInfo, ReaderListener } from '../../electron/core/ports.ts';
import {
  createVirtualReader,
  encodeReports,
  VIRTUAL_READER_LAYOUT as LAYOUT,
} from '../../electron/practice/virtual-reader.ts';

const AIM_ID = fc
  .tuple(fc.constantFrom('A', 'C', 'E', 'Q', 'd', 'z'), fc.constantFrom('0', '1', '4', 'm'))
  .map(([letter, modifier]) => `]${letter}${modifier}`);

describe('a scan as reports', () => {
  test('is one report of 64 bytes for a serial number', () => {
    const [report, ...rest] = encodeReports('GALT11420104', ']C0');
    expect(rest).toEqual([]);
    const expected = new Uint8Array(64);
    expected.set([2, 12, ...Buffer.from(']C0GALT11420104')]);
    expected[61] = 'j'.charCodeAt(0);
    expect(report).toEqual(expected);
  });

  test.each([
    [0, 1],
    [1, 1],
    [56, 1],
    [57, 2],
    [112, 2],
    [113, 3],
  ])('of %i bytes takes %i reports', (length, count) => {
    expect(encodeReports('x'.repeat(length), ']C0')).toHaveLength(count);
  });

  test('joins again to the same bytes, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), AIM_ID, (text, aimId) => {
        const reports = encodeReports(text, aimId);
        const parts = reports.map((report) =>
          report.slice(LAYOUT.dataOffsetBytes, LAYOUT.dataOffsetBytes + (report[LAYOUT.countOffsetBytes] ?? 0)),
        );
        expect(Buffer.concat(parts).toString('utf8')).toBe(text);
        expect(reports.map((report) => report.length)).toEqual(reports.map(() => LAYOUT.lengthBytes));
        expect(reports.map((report) => report[0])).toEqual(reports.map(() => LAYOUT.reportId));
        const continued = reports.map((report) => (report[LAYOUT.continuedOffsetBytes] ?? 0) & 1);
        expect(continued).toEqual(reports.map((_, index) => (index < reports.length - 1 ? 1 : 0)));
        const aimIds = reports.map((report) => Buffer.from(report.slice(2, 5)).toString('latin1'));
        expect(aimIds).toEqual(reports.map(() => aimId));
      }),
    );
  });

  test('without an AIM identifier has zeros in its place', () => {
    expect([...(encodeReports('x', '')[0] ?? [])].slice(0, 6)).toEqual([2, 1, 0, 0, 0, 'x'.charCodeAt(0)]);
  });

  test('with too long an AIM identifier has its first three characters', () => {
    expect(encodeReports('x', `]C0${'9'.repeat(80)}`)).toEqual(encodeReports('x', ']C0'));
  });
});

describe('the virtual reader', () => {
  test('is announced at start with its layout', async () => {
    const { attached, reader, listener } = createListening();
    await reader.port.start(listener);
    expect(attached).toMatchObject([{ name: 'Practice reader', layout: LAYOUT }]);
  });

  test('sends a scan under its key, at the time, in bytes that belong to the receiver', async () => {
    const { attached, reader, listener, reports } = createListening();
    await reader.port.start(listener);
    reader.scan('10001001', ']C0');
    reader.scan('10001001', ']C0');
    expect(reports).toMatchObject([1, 2].map(() => ({ readerKey: attached[0]?.readerKey, atMs: 1_234 })));
    expect(reports[0]?.bytes).toEqual(reports[1]?.bytes);
    expect(reports[0]?.bytes.buffer).not.toBe(reports[1]?.bytes.buffer);
  });

  test('says nothing before the start, after the stop and while it is unplugged', async () => {
    const { reader, listener, reports, detached } = createListening();
    reader.scan('before', ']C0');
    await reader.port.start(listener);
    reader.unplug();
    reader.unplug();
    reader.scan('unplugged', ']C0');
    reader.plug();
    await reader.port.stop();
    reader.scan('after', ']C0');
    expect(reports).toEqual([]);
    expect(detached).toEqual(['practice:1']);
  });

  test('has the same key each time it is plugged in, as a reader with a serial number has', async () => {
    const { reader, listener, attached } = createListening();
    await reader.port.start(listener);
    reader.plug();
    reader.unplug();
    reader.plug();
    expect(attached.map(({ readerKey }) => readerKey)).toEqual(['practice:1', 'practice:1']);
  });

  test('that is unplugged at the start is announced when it is plugged in', async () => {
    const { reader, listener, attached } = createListening();
    reader.unplug();
    await reader.port.start(listener);
    expect(attached).toEqual([]);
    reader.plug();
    expect(attached).toHaveLength(1);
  });
});

function createListening() {
  const attached: ReaderInfo[] = [];
  const detached: string[] = [];
  const reports: Parameters<ReaderListener['onReport']>[0][] = [];
  const listener: ReaderListener = {
    onAttached: (reader) => attached.push(reader),
    onDetached: (readerKey) => detached.push(readerKey),
    onReport: (report) => reports.push(report),
    onTrouble: () => {},
    onSerialNumber: () => {},
    onDevices: () => {},
  };
  return { reader: createVirtualReader({ nowMs: () => 1_234 }), listener, attached, detached, reports };
}

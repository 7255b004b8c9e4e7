import { describe, expect, test } from 'vitest';
import { decodeReport, describeReport, isScanReport } from '../../electron/core/hid-report.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import { bytesOf, LAYOUT_A } from './hid-bytes.ts';

function read(layout: ReportLayout, bytes: Uint8Array): unknown {
  const decoded = decodeReport(layout, bytes);
  if (!decoded.ok) return decoded.problem.detail;
  const { text, aimId, continued } = decoded.value;
  return [text, aimId, continued];
}

function filled(lengthBytes: number, parts: readonly (readonly [offset: number, text: string | number])[]): Uint8Array {
  const bytes = new Uint8Array(lengthBytes);
  for (const [offset, part] of parts) bytes.set(typeof part === 'number' ? [part] : bytesOf(part), offset);
  return bytes;
}

describe('a layout whose AIM identifier may stand one byte later', () => {
  const layout: ReportLayout = { ...LAYOUT_A, aimSlackBytes: 1 };

  test('is told by where the bracket is, and the data move with it', () => {
    const early = filled(64, [
      [0, 2],
      [1, 8],
      [2, ']C0'],
      [5, '20033752x'],
    ]);
    const late = filled(64, [
      [0, 2],
      [1, 8],
      [3, ']C0'],
      [6, '20033752x'],
    ]);
    expect(read(layout, early)).toEqual(['20033752', ']C0', false]);
    expect(read(layout, late)).toEqual(['20033752', ']C0', false]);
  });

  test('reads all 56 bytes and the flag where they stand', () => {
    const text = 'A1b2-'.repeat(12).slice(0, 56);
    expect(
      read(
        layout,
        filled(64, [
          [0, 2],
          [1, 56],
          [3, ']Q1'],
          [6, text],
          [63, 1],
        ]),
      ),
    ).toEqual([text, ']Q1', true]);
  });

  test('without any bracket stays where the layout says', () => {
    expect(
      read(
        layout,
        filled(64, [
          [0, 2],
          [1, 8],
          [5, '20033752'],
        ]),
      ),
    ).toEqual(['20033752', null, false]);
  });

  test('is refused where the layout leaves no room: the data would be read as another number', () => {
    expect(
      read(
        LAYOUT_A,
        filled(64, [
          [0, 2],
          [1, 4],
          [3, ']C0'],
          [6, '2003'],
        ]),
      ),
    ).toBe('AIM identifier out of place');
  });
});

describe('a layout without a flag', () => {
  // Source: Microscan HID Report Format: id 1, count, 62 bytes.
  const layout: ReportLayout = {
    name: 'C',
    reportId: 1,
    lengthBytes: 64,
    countOffsetBytes: 1,
    aimOffsetBytes: null,
    dataOffsetBytes: 2,
    dataCapacityBytes: 62,
    continuedOffsetBytes: null,
  };

  test('makes a full report one that goes on, up to its last byte', () => {
    const text = '0123456789'.repeat(7).slice(0, 62);
    expect(
      read(
        layout,
        filled(64, [
          [0, 1],
          [1, 62],
          [2, text],
        ]),
      ),
    ).toEqual([text, null, true]);
  });

  test('refuses a count that does not fit', () => {
    expect(
      read(
        layout,
        filled(64, [
          [0, 1],
          [1, 63],
        ]),
      ),
    ).toBe('count 63');
  });
});

describe('a layout without report ids and without a count', () => {
  const layout: ReportLayout = {
    name: 'bare',
    reportId: null,
    lengthBytes: 16,
    countOffsetBytes: null,
    aimOffsetBytes: null,
    dataOffsetBytes: 0,
    dataCapacityBytes: 15,
    continuedOffsetBytes: 15,
    continuedMask: 0b1100_0000,
  };

  test('takes its data up to the first NUL, whatever is left over behind it', () => {
    expect(
      read(
        layout,
        filled(16, [
          [0, '20033752'],
          [9, '999'],
        ]),
      ),
    ).toEqual(['20033752', null, false]);
    expect(read(layout, filled(16, [[0, '123456789012345']]))).toEqual(['123456789012345', null, false]);
    expect(read(layout, filled(16, []))).toEqual(['', null, false]);
  });

  test.each([
    [0b0000_0001, false],
    [0b0100_0000, true],
    [0b1000_0000, true],
    [0b0011_1111, false],
  ])('goes on by the bits of its mask: %i is %s', (flag, continued) => {
    expect(
      read(
        layout,
        filled(16, [
          [0, '20033752'],
          [15, flag],
        ]),
      ),
    ).toEqual(['20033752', null, continued]);
  });

  test('takes every report for a scan', () => {
    expect(isScanReport(layout, Uint8Array.of(0x32))).toBe(true);
    expect(isScanReport(LAYOUT_A, Uint8Array.of(2))).toBe(true);
    expect(isScanReport(LAYOUT_A, Uint8Array.of(3))).toBe(false);
    expect(isScanReport(LAYOUT_A, new Uint8Array(0))).toBe(false);
  });
});

describe('a layout whose data are a number', () => {
  const layout: ReportLayout = { ...LAYOUT_A, aimOffsetBytes: null, dataOffsetBytes: 2, encoding: 'hex' };
  const bytes = filled(64, [
    [0, 2],
    [1, 6],
    [2, '\u0000\u0004\u0000\u0008\u00cf\u00a5'],
  ]);

  test('makes hexadecimal digits of them, its zeros included', () => {
    expect(read(layout, bytes)).toEqual(['00040008CFA5', null, false]);
    expect(read({ ...layout, encoding: 'text' }, bytes)).toEqual(['\u0000\u0004\u0000\u0008\u00cf\u00a5', null, false]);
  });

  test('counts bytes, not digits', () => {
    expect(describeReport(layout, bytes)).toMatchObject({ dataOffsetBytes: 2, dataLengthBytes: 6 });
  });
});

describe('where the parts of a report stand', () => {
  test('is told in bytes from its first one on', () => {
    const full = filled(64, [
      [0, 2],
      [1, 56],
      [2, `]Q1${'x'.repeat(56)}`],
      [63, 1],
    ]);
    expect(describeReport(LAYOUT_A, full)).toEqual({
      dataOffsetBytes: 5,
      dataLengthBytes: 56,
      aimId: ']Q1',
      continued: true,
    });
  });

  test('moves with an identifier that stands later', () => {
    const late = filled(64, [
      [0, 2],
      [1, 8],
      [3, ']C020033752'],
    ]);
    expect(describeReport({ ...LAYOUT_A, aimSlackBytes: 1 }, late)).toMatchObject({ dataOffsetBytes: 6, aimId: ']C0' });
  });

  test('is not told of a report that could not be taken apart', () => {
    expect(describeReport(LAYOUT_A, filled(64, [[0, 3]]))).toBeNull();
    expect(describeReport(LAYOUT_A, new Uint8Array(0))).toBeNull();
  });
});

describe('a number of fixed width', () => {
  const layout: ReportLayout = {
    name: 'cradle',
    reportId: null,
    lengthBytes: 10,
    countOffsetBytes: null,
    aimOffsetBytes: null,
    dataOffsetBytes: 2,
    dataCapacityBytes: 8,
    continuedOffsetBytes: null,
    encoding: 'hex',
  };

  test.each([
    ['with zeros inside', [0x31, 0x14, 0x20, 0x10, 0x00, 0x65, 0x96, 0x23], '3114201000659623'],
    ['with zeros at its end', [0x31, 0x14, 0x20, 0x10, 0x11, 0x65, 0x00, 0x00], '3114201011650000'],
    ['with zeros in front', [0x00, 0x04, 0x00, 0x08, 0xcf, 0xa5, 0x11, 0x22], '00040008CFA51122'],
  ])('%s is read whole, and is a scan of its own', (_what, number, text) => {
    const decoded = decodeReport(layout, Uint8Array.from([1, 2, ...number]));
    expect(decoded).toEqual({ ok: true, value: { text, aimId: null, continued: false } });
  });
});

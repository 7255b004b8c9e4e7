import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeReport, isScannerAnswer, isScanReport, type Frame } from '../../electron/core/hid-report.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import { bytesOf, LAYOUT_A, LAYOUT_B, report } from './hid-bytes.ts';

function frameOf(layout: ReportLayout, bytes: Uint8Array): Frame {
  const decoded = decodeReport(layout, bytes);
  if (!decoded.ok) throw new Error(decoded.problem.detail);
  return decoded.value;
}

function refusal(bytes: Uint8Array, layout: ReportLayout = LAYOUT_A): string {
  const decoded = decodeReport(layout, bytes);
  return decoded.ok ? 'read' : `${decoded.problem.code}: ${decoded.problem.detail}`;
}

describe('layout A: AIM identifier, then 56 bytes', () => {
  // Source: the manuals' example and a capture of a Voyager 1602g: report id, count, ']C0', data, maker's code, 0, flag.
  const short = new Uint8Array(64);
  short.set([0x02, 0x08, 0x5d, 0x43, 0x30, 0x32, 0x30, 0x30, 0x33, 0x33, 0x37, 0x35, 0x32]);
  short[61] = 0x6a;

  test('reads a whole scan of eight digits', () => {
    expect(frameOf(LAYOUT_A, short)).toEqual({ text: '20033752', aimId: ']C0', continued: false });
  });

  test('reads a full report that goes on', () => {
    const full = report(LAYOUT_A, 'x'.repeat(56), { aimId: ']X0', continued: true });
    expect(full.slice(0, 6)).toEqual(Uint8Array.of(0x02, 0x38, 0x5d, 0x58, 0x30, 0x78));
    expect(full[63]).toBe(1);
    expect(frameOf(LAYOUT_A, full)).toEqual({ text: 'x'.repeat(56), aimId: ']X0', continued: true });
  });

  test('takes what stands in the place of the AIM identifier for one only if it begins with a bracket', () => {
    const none = short.slice();
    none.set([0, 0, 0], 2);
    expect(frameOf(LAYOUT_A, none)).toEqual({ text: '20033752', aimId: null, continued: false });
  });

  test.each([
    [0b0000_0000, false],
    [0b0000_0001, true],
    [0b1111_1110, false],
    [0b1111_1111, true],
  ])('byte 63 = %i: goes on %s, by its lowest bit alone', (flag, continued) => {
    const bytes = short.slice();
    bytes[63] = flag;
    expect(frameOf(LAYOUT_A, bytes).continued).toBe(continued);
  });

  test('an empty report is an empty share of a scan', () => {
    expect(frameOf(LAYOUT_A, report(LAYOUT_A, '')).text).toBe('');
  });

  test('bytes after the count are not data', () => {
    const bytes = short.slice();
    bytes.set(bytesOf('999'), 13);
    expect(frameOf(LAYOUT_A, bytes).text).toBe('20033752');
  });
});

describe('layout B: no AIM identifier, data from byte 2', () => {
  // Source: Newland and ID TECH manuals.
  const short = new Uint8Array(64);
  short.set([0x02, 0x08, 0x32, 0x30, 0x30, 0x33, 0x33, 0x37, 0x35, 0x32]);
  short[62] = 0x02;

  test('reads a whole scan of eight digits', () => {
    expect(frameOf(LAYOUT_B, short)).toEqual({ text: '20033752', aimId: null, continued: false });
  });

  test('a bracket at its beginning is data, not an AIM identifier', () => {
    const bytes = report(LAYOUT_B, ']C020033752');
    expect(frameOf(LAYOUT_B, bytes)).toEqual({ text: ']C020033752', aimId: null, continued: false });
  });

  test('reads 56 bytes that go on', () => {
    const full = report(LAYOUT_B, 'y'.repeat(56), { continued: true });
    expect(frameOf(LAYOUT_B, full)).toEqual({ text: 'y'.repeat(56), aimId: null, continued: true });
  });
});

describe("layout A': one byte more before the identifier", () => {
  // Source: a public WebHID library takes the bracket at either place.
  const either: ReportLayout = { ...LAYOUT_A, aimSlackBytes: 1 };
  const plain = report(either, '20033752', { aimId: ']C0' });
  const later = Uint8Array.of(2, 8, 0, ...plain.subarray(2, 62), 0);

  test('identifier and data are read one byte later, the count and the flag where they were', () => {
    expect(frameOf(either, later)).toEqual({ text: '20033752', aimId: ']C0', continued: false });
    const full = Uint8Array.of(2, 56, 0x30, ...bytesOf(']Q1'), ...bytesOf('y'.repeat(56)), 0x73, 1);
    expect(frameOf(either, full)).toEqual({ text: 'y'.repeat(56), aimId: ']Q1', continued: true });
  });

  test('a report of layout A is read as ever, with an identifier and without', () => {
    expect(frameOf(either, plain)).toEqual(frameOf(LAYOUT_A, plain));
    const none = report(either, '20033752');
    expect(frameOf(either, none)).toEqual({ text: '20033752', aimId: null, continued: false });
  });

  test('a bracket among the data moves nothing', () => {
    const bytes = report(either, ']]]]', { aimId: ']C0' });
    expect(frameOf(either, bytes)).toEqual({ text: ']]]]', aimId: ']C0', continued: false });
  });

  test('is refused where the layout does not allow for it: the number would be another one', () => {
    expect(refusal(later)).toBe('report-malformed: AIM identifier out of place');
  });
});

describe('a layout without report id', () => {
  const unnumbered: ReportLayout = {
    name: 'descriptor',
    reportId: null,
    lengthBytes: 14,
    countOffsetBytes: 0,
    aimOffsetBytes: 1,
    dataOffsetBytes: 4,
    dataCapacityBytes: 9,
    continuedOffsetBytes: 13,
  };
  const bytes = Uint8Array.of(8, ...bytesOf(']C020033752'), 0, 1);

  test('is read from byte 0, whatever that byte is', () => {
    expect(frameOf(unnumbered, bytes)).toEqual({ text: '20033752', aimId: ']C0', continued: true });
    expect([bytes, Uint8Array.of(2, 0)].map((sent) => isScanReport(unnumbered, sent))).toEqual([true, true]);
  });

  test('is refused short, empty, or with a count that does not fit', () => {
    expect(refusal(bytes.slice(0, 13), unnumbered)).toBe('report-malformed: 13 bytes');
    expect(refusal(new Uint8Array(0), unnumbered)).toBe('report-malformed: 0 bytes');
    expect(refusal(Uint8Array.of(10, ...bytes.slice(1)), unnumbered)).toBe('report-malformed: count 10');
  });
});

describe('a layout without count', () => {
  const uncounted: ReportLayout = { ...LAYOUT_A, countOffsetBytes: null, aimOffsetBytes: 1, dataOffsetBytes: 4 };
  const send = (text: string): Uint8Array => {
    const bytes = new Uint8Array(64);
    bytes.set([2, ...bytesOf(']C0'), ...bytesOf(text)]);
    return bytes;
  };

  test.each([
    ['to the first NUL', '20033752', '20033752'],
    ['to the first NUL, whatever is left over after it', '2003\u{0}3752', '2003'],
    ['to the end of their room', 'z'.repeat(56), 'z'.repeat(56)],
    ['and no further', 'z'.repeat(57), 'z'.repeat(56)],
    ['not at all', '', ''],
  ])('has its data %s', (_, sent, expected) => {
    expect(frameOf(uncounted, send(sent)).text).toBe(expected);
  });
});

describe('the flag that a scan goes on', () => {
  test.each([
    [0b0010_0000, 0b1101_1111, false],
    [0b0010_0000, 0b0010_0000, true],
    [0b1111_1111, 0b0000_0000, false],
    [0b1111_1111, 0b1000_0000, true],
    [0b1000_0000, 0b1111_1111, true],
  ])('is seen through the mask %i in %i: %s', (continuedMask, flag, continued) => {
    const bytes = report(LAYOUT_A, '20033752');
    bytes[63] = flag;
    expect(frameOf({ ...LAYOUT_A, continuedMask }, bytes).continued).toBe(continued);
  });

  test('is not looked for where there is none', () => {
    const bytes = report(LAYOUT_A, '20033752', { continued: true });
    expect(frameOf({ ...LAYOUT_A, continuedOffsetBytes: null }, bytes).continued).toBe(false);
  });
});

test('layout C: report 1, a count, and 62 bytes', () => {
  // Source: the Microscan MINI Hawk manual's example, with its text counted anew.
  const layout: ReportLayout = {
    ...LAYOUT_B,
    name: 'C',
    reportId: 1,
    dataCapacityBytes: 62,
    continuedOffsetBytes: null,
  };
  const bytes = new Uint8Array(64);
  bytes.set([1, 12, ...bytesOf('A]0002374938')]);
  expect(frameOf(layout, bytes)).toEqual({ text: 'A]0002374938', aimId: null, continued: false });
  expect(refusal(Uint8Array.of(1, 63, ...bytes.slice(2)), layout)).toBe('report-malformed: count 63');
});

test.each([
  [']Z0', true],
  [']Z6', true],
  [']X0', true],
  [']X1', false],
  [']C0', false],
  [null, false],
])('under the AIM identifier %s a frame is an answer of the scanner: %s', (aimId, isAnswer) => {
  expect(isScannerAnswer({ text: 'REVINF', aimId, continued: false })).toBe(isAnswer);
});

test('a report under another id is no report of scans', () => {
  expect([2, 4, 0].map((id) => isScanReport(LAYOUT_A, Uint8Array.of(id, 0)))).toEqual([true, false, false]);
  expect(isScanReport(LAYOUT_A, new Uint8Array(0))).toBe(false);
});

describe('a report that is not as the layout says', () => {
  test('is refused where the layout itself reaches past its end', () => {
    const layout: ReportLayout = { ...LAYOUT_B, dataCapacityBytes: 70 };
    expect(refusal(Uint8Array.of(2, 62, ...new Uint8Array(62)), layout)).toBe('read');
    expect(refusal(Uint8Array.of(2, 63, ...new Uint8Array(62)), layout)).toBe('report-malformed: count 63');
  });

  const good = report(LAYOUT_A, '20033752', { aimId: ']C0' });

  test.each([
    ['nothing', new Uint8Array(0), 'report-malformed: report id missing'],
    ['another report', Uint8Array.of(3, ...good.slice(1)), 'report-malformed: report id 3'],
    ['the report id left out', good.slice(1), 'report-malformed: report id 8'],
    ['one byte short', good.slice(0, 63), 'report-malformed: 63 bytes'],
    ['the report id alone', good.slice(0, 1), 'report-malformed: 1 bytes'],
    ['a count of 57', Uint8Array.of(2, 57, ...good.slice(2)), 'report-malformed: count 57'],
    ['a count of 255', Uint8Array.of(2, 255, ...good.slice(2)), 'report-malformed: count 255'],
  ])('%s is refused', (_, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });

  test('a longer buffer is read up to its own length: some systems fill reports up', () => {
    const long = new Uint8Array(65);
    long.set(good);
    expect(frameOf(LAYOUT_A, long)).toEqual(frameOf(LAYOUT_A, good));
  });

  test('any bytes are read or refused, and never more than 56 are taken', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), fc.boolean(), (random, isOurs) => {
        const bytes = isOurs ? Uint8Array.of(2, ...random) : random;
        const decoded = decodeReport(LAYOUT_A, bytes);
        if (decoded.ok) expect(bytesOf(decoded.value.text)).toEqual(bytes.slice(5, 5 + (bytes[1] ?? 0)));
        if (decoded.ok) expect(decoded.value.text.length).toBeLessThanOrEqual(56);
      }),
    );
  });
});

test('the text of a frame is its own: a reader may use its buffer again', () => {
  const buffer = report(LAYOUT_A, '20033752', { aimId: ']C0' });
  const frame = frameOf(LAYOUT_A, buffer);
  buffer.fill(0);
  expect(frame.text).toBe('20033752');
});

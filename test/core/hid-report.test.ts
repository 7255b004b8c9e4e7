import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeReport, type Frame } from '../../electron/core/hid-report.ts';
import { bytesOf, LAYOUT_A, LAYOUT_B, report } from './hid-bytes.ts';

function frameOf(layout: typeof LAYOUT_A, bytes: Uint8Array): Frame {
  const decoded = decodeReport(layout, bytes);
  if (!decoded.ok) throw new Error(decoded.problem.detail);
  return decoded.value;
}

function refusal(bytes: Uint8Array): string {
  const decoded = decodeReport(LAYOUT_A, bytes);
  return decoded.ok ? 'read' : `${decoded.problem.code}: ${decoded.problem.detail}`;
}

describe('layout A: AIM identifier, then 56 bytes', () => {
  // Source: the manuals' example and a capture of a Voyager 1602g: report id, count, ']C0', data, maker's code, 0, flag.
  const short = new Uint8Array(64);
  short.set([0x02, 0x08, 0x5d, 0x43, 0x30, 0x32, 0x30, 0x30, 0x33, 0x33, 0x37, 0x35, 0x32]);
  short[61] = 0x6a;

  test('reads a whole scan of eight digits', () => {
    expect(frameOf(LAYOUT_A, short)).toEqual({ bytes: bytesOf('20033752'), aimId: ']C0', continued: false });
  });

  test('reads a full report that goes on', () => {
    const full = report(LAYOUT_A, 'x'.repeat(56), { aimId: ']X0', continued: true });
    expect(full.slice(0, 6)).toEqual(Uint8Array.of(0x02, 0x38, 0x5d, 0x58, 0x30, 0x78));
    expect(full[63]).toBe(1);
    expect(frameOf(LAYOUT_A, full)).toEqual({ bytes: bytesOf('x'.repeat(56)), aimId: ']X0', continued: true });
  });

  test('takes what stands in the place of the AIM identifier for one only if it begins with a bracket', () => {
    const none = short.slice();
    none.set([0, 0, 0], 2);
    expect(frameOf(LAYOUT_A, none)).toEqual({ bytes: bytesOf('20033752'), aimId: null, continued: false });
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
    expect(frameOf(LAYOUT_A, report(LAYOUT_A, '')).bytes).toEqual(new Uint8Array(0));
  });

  test('bytes after the count are not data', () => {
    const bytes = short.slice();
    bytes.set(bytesOf('999'), 13);
    expect(frameOf(LAYOUT_A, bytes).bytes).toEqual(bytesOf('20033752'));
  });
});

describe('layout B: no AIM identifier, data from byte 2', () => {
  // Source: Newland and ID TECH manuals.
  const short = new Uint8Array(64);
  short.set([0x02, 0x08, 0x32, 0x30, 0x30, 0x33, 0x33, 0x37, 0x35, 0x32]);
  short[62] = 0x02;

  test('reads a whole scan of eight digits', () => {
    expect(frameOf(LAYOUT_B, short)).toEqual({ bytes: bytesOf('20033752'), aimId: null, continued: false });
  });

  test('a bracket at its beginning is data, not an AIM identifier', () => {
    const bytes = report(LAYOUT_B, ']C020033752');
    expect(frameOf(LAYOUT_B, bytes)).toEqual({ bytes: bytesOf(']C020033752'), aimId: null, continued: false });
  });

  test('reads 56 bytes that go on', () => {
    const full = report(LAYOUT_B, 'y'.repeat(56), { continued: true });
    expect(frameOf(LAYOUT_B, full)).toEqual({ bytes: bytesOf('y'.repeat(56)), aimId: null, continued: true });
  });
});

describe('a report that is not as the layout says', () => {
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
        if (decoded.ok) expect(decoded.value.bytes).toEqual(bytes.slice(5, 5 + (bytes[1] ?? 0)));
        if (decoded.ok) expect(decoded.value.bytes.length).toBeLessThanOrEqual(56);
      }),
    );
  });
});

test('the bytes of a frame are its own: a reader may use its buffer again', () => {
  const buffer = report(LAYOUT_A, '20033752', { aimId: ']C0' });
  const frame = frameOf(LAYOUT_A, buffer);
  buffer.fill(0);
  expect(frame.bytes).toEqual(bytesOf('20033752'));
});

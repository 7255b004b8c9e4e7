import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromDescriptor } from '../../electron/core/layout-from-descriptor.ts';
import { parseReportDescriptor } from '../../electron/core/report-descriptor.ts';
import { descriptorFixture, fromHex } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

/** Whatever comes in: a value or a refusal comes out, and everything that comes out keeps to the bounds. */
function expectWithinBounds(bytes: Uint8Array): void {
  const before = bytes.slice();
  const parsed = parseReportDescriptor(bytes);
  expect(bytes).toEqual(before);
  if (!parsed.ok) {
    expect(parsed.problem.code).toBe('report-malformed');
    expect(parsed.problem.detail?.length).toBeLessThan(80);
    return;
  }
  expect(parsed.value.length).toBeLessThanOrEqual(bytes.length);
  for (const { bitOffset, bitSize, count, collections, usages, reportId } of parsed.value) {
    expect(Number.isSafeInteger(bitOffset) && bitOffset >= 0 && bitSize > 0 && count > 0).toBe(true);
    expect(bitOffset + bitSize * count).toBeLessThanOrEqual(16_384 * 8);
    expect(collections.length).toBeLessThanOrEqual(16);
    expect(reportId === null || (reportId > 0 && reportId < 256)).toBe(true);
    expect(usages.every(({ first, last }) => first >= 0 && first <= last && last <= 0xffff_ffff)).toBe(true);
  }
  const layout = layoutFromDescriptor(parsed.value);
  if (!layout.ok) return;
  const { lengthBytes, dataOffsetBytes, dataCapacityBytes, countOffsetBytes, continuedOffsetBytes } = layout.value;
  expect(dataOffsetBytes + dataCapacityBytes).toBeLessThanOrEqual(lengthBytes);
  expect(Math.max(countOffsetBytes ?? 0, continuedOffsetBytes ?? 0)).toBeLessThan(lengthBytes);
}

/** An item whose length is right, so that the parser gets past the first few. */
const ITEM = fc
  .tuple(
    fc.constantFrom(0x0, 0x1, 0x2, 0x7, 0x8, 0x9, 0xa, 0xb, 0xc),
    fc.nat(3),
    fc.nat(3),
    fc.uint8Array({ minLength: 4, maxLength: 4 }),
  )
  .map(([tag, kind, size, data]) => [(tag << 4) | (kind << 2) | size, ...data.subarray(0, [0, 1, 2, 4][size])]);

/** Items as a scanner's descriptor has them, in any order and number. */
const SCANNER_ITEMS =
  '058c 0501 0902 0912 093b 09fb 19fb 29fd 09fe 09ff a101 a102 c0 8502 7508 7501 9501 9503 9538 8102 820201 8103 a4 b4';
const SCANNER_ITEM = fc.constantFrom(...SCANNER_ITEMS.split(' ')).map((item) => [...fromHex(item)]);

const SEEDS = ['pos-64', 'pos-64-eight-flags', 'pos-other-order', 'keyboard-and-pos', 'boot-keyboard'];

describe('any descriptor is read or refused', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), expectWithinBounds), { numRuns: 2_000 });
  });

  test('random items of the right lengths', () => {
    const bytes = fc.array(ITEM, { maxLength: 120 }).map((items) => Uint8Array.from(items.flat()));
    fc.assert(fc.property(bytes, expectWithinBounds), { numRuns: 2_000 });
  });

  test("a scanner's items in any order", () => {
    const opened = [0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x75, 0x08, 0x95, 0x01];
    const bytes = fc.array(SCANNER_ITEM, { maxLength: 40 }).map((items) => {
      const open = items.reduce((depth, [prefix]) => depth + (prefix === 0xa1 ? 1 : prefix === 0xc0 ? -1 : 0), 1);
      return Uint8Array.from([...opened, ...items.flat(), ...Array<number>(Math.max(0, open)).fill(0xc0)]);
    });
    fc.assert(fc.property(bytes, expectWithinBounds), { numRuns: 2_000 });
  });

  test('real descriptors with bytes changed, left out or doubled', () => {
    const change = fc.record({ at: fc.nat(200), take: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.array(change, { minLength: 1, maxLength: 6 }), (seed, changes) => {
        const bytes = [...descriptorFixture(seed)];
        for (const { at, take, put } of changes) bytes.splice(at % bytes.length, take, ...put);
        expectWithinBounds(Uint8Array.from(bytes));
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each(SEEDS)('%s cut off anywhere is no scanner: no part of it stands for the whole', (seed) => {
  const whole = descriptorFixture(seed);
  for (let length = 0; length < whole.length; length++) {
    const parsed = parseReportDescriptor(whole.subarray(0, length));
    expect(parsed.ok && layoutFromDescriptor(parsed.value).ok).toBe(false);
  }
});

describe('the largest that are let in', () => {
  const SIZE = 4_096;
  const filled = (...pattern: readonly number[]): Uint8Array =>
    Uint8Array.from({ length: SIZE }, (_, at) => pattern[at % pattern.length] ?? 0);

  test.each([
    ['usages without a field', filled(0x09, 0x01)],
    ['usages of 32 bits', filled(0x0b, 0xff, 0xff, 0xff, 0xff)],
    ['whole ranges', filled(0x19, 0x00, 0x2a, 0xff, 0xff)],
    ['fields of the greatest size', filled(0x76, 0x00, 0x01, 0x96, 0x00, 0x30, 0x81, 0x02)],
    ['fields of one bit', Uint8Array.of(0x75, 0x01, 0x95, 0x01, ...filled(0x81, 0x02).subarray(4))],
    ['a report id and a field in turn', Uint8Array.of(0x75, 8, 0x95, 1, ...filled(0x85, 0x07, 0x81, 0x02).subarray(4))],
    ['collections opened and closed', filled(0xa1, 0x02, 0xc0)],
    ['pushed and popped', filled(0xa4, 0xb4)],
    ['long items', filled(0xfe, 0x00, 0x00)],
    ['nothing but 0xFF', filled(0xff)],
  ])('%s', (_, bytes) => {
    expectWithinBounds(bytes);
  });
});

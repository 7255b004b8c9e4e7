import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../../electron/io/scanner/reader-layout.ts';
import { VIRTUAL_READER_LAYOUT } from '../../../electron/practice/virtual-reader.ts';

const VENDORS = [
  { name: 'Honeywell', vendorId: 0x0c2e, layout: 'A' },
  { name: 'Zebra', vendorId: 0x05e0, layout: 'A' },
  { name: 'Datalogic', vendorId: 0x05f9, layout: 'A' },
  { name: 'nobody known', vendorId: 0xffff, layout: 'A' },
  { name: 'Newland and ID TECH', vendorId: 0x1eab, layout: 'B' },
] as const;

describe('the layout of a scanner', () => {
  test.each(VENDORS)('of $name is $layout', ({ vendorId, layout }) => {
    expect(layoutOf(vendorId).name).toBe(layout);
  });

  test('A has the AIM identifier before the data, B has none', () => {
    expect(layoutOf(0x0c2e)).toMatchObject({ aimOffsetBytes: 2, dataOffsetBytes: 5, continuedOffsetBytes: 63 });
    expect(layoutOf(0x1eab)).toMatchObject({ aimOffsetBytes: null, dataOffsetBytes: 2, continuedOffsetBytes: 63 });
  });

  test.each(VENDORS)('of $name has room for its parts within the report', ({ vendorId }) => {
    const { lengthBytes, countOffsetBytes, dataOffsetBytes, dataCapacityBytes, continuedOffsetBytes } =
      layoutOf(vendorId);
    expect(countOffsetBytes).toBeLessThan(dataOffsetBytes);
    expect(dataOffsetBytes + dataCapacityBytes).toBeLessThanOrEqual(continuedOffsetBytes);
    expect(continuedOffsetBytes).toBeLessThan(lengthBytes);
  });

  test('the virtual reader speaks the standard one', () => {
    expect(layoutOf(0)).toMatchObject({ ...VIRTUAL_READER_LAYOUT });
  });
});

import { describe, expect, test } from 'vitest';
import { decodeReport } from '../../../electron/core/hid-report.ts';
import { findLayout } from '../../../electron/io/scanner/reader-layout.ts';
import { encodeReports, VIRTUAL_READER_LAYOUT } from '../../../electron/practice/virtual-reader.ts';
import layoutFile from '../../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import { descriptorFixture, fromHex } from '../../fixtures/hid/descriptors/read-descriptor-fixture.ts';

const SCANNER = { usagePage: 0x8c, usage: 0x02 };
const KEYBOARD = { usagePage: 0x01, usage: 0x06 };

/** What the profiles say of a Point-of-Sale scanner of this maker, where the device's own descriptor cannot be had. */
function profiled(vendorId: number) {
  const finding = findLayout({ vendorId, productId: 0, ...SCANNER }, null);
  return finding.kind === 'profiled' ? finding.layout : null;
}

const VENDORS = [
  { name: 'Honeywell', vendorId: 0x0c2e, layout: 'A' },
  { name: 'Access-IS', vendorId: 0x0db5, layout: 'A' },
  { name: 'Newland and ID TECH', vendorId: 0x1eab, layout: 'B' },
  { name: 'nobody known', vendorId: 0xffff, layout: undefined },
] as const;

describe('the layout of a scanner by its profile', () => {
  test.each(VENDORS)('of $name is $layout', ({ vendorId, layout }) => {
    expect(profiled(vendorId)?.name).toBe(layout);
  });

  test('A has the AIM identifier before the data, B has none', () => {
    expect(profiled(0x0c2e)).toMatchObject({ aimOffsetBytes: 2, dataOffsetBytes: 5, continuedOffsetBytes: 63 });
    expect(profiled(0x1eab)).toMatchObject({ aimOffsetBytes: null, dataOffsetBytes: 2, continuedOffsetBytes: 63 });
  });

  test('the virtual reader speaks the standard one', () => {
    expect(profiled(0x0c2e)).toMatchObject({ ...VIRTUAL_READER_LAYOUT });
  });

  test("A takes A' too: one byte more before the bracket", () => {
    const layout = profiled(0x0c2e);
    if (!layout) throw new Error('Honeywell has no profile');
    const [report = new Uint8Array()] = encodeReports('GALT11420104', ']C0');
    const later = Uint8Array.of(...report.subarray(0, 2), 0, ...report.subarray(2, 62), 0);
    expect(decodeReport(layout, later)).toEqual(decodeReport(layout, report));
  });
});

describe('the layout of a device', () => {
  const honeywell = { vendorId: 0x0c2e, productId: 0x0b87, ...SCANNER };
  const stranger = { vendorId: 0xffff, productId: 1, ...SCANNER };
  /** One report of 63 bytes under this id, of which the descriptor does not say what it holds. */
  const silent = (reportId: number): Uint8Array =>
    Uint8Array.of(0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x85, reportId, 0x75, 8, 0x95, 63, 0x09, 0x12, 0x81, 0x02, 0xc0);

  test('is as the device describes it, whatever the profile says', () => {
    const found = findLayout(honeywell, descriptorFixture('pos-other-order'));
    expect(found).toMatchObject({ kind: 'described', layout: { name: 'descriptor', reportId: 7 } });
    expect(findLayout(stranger, descriptorFixture('pos-64')).kind).toBe('described');
  });

  test('is as the profile says where no descriptor can be had', () => {
    expect(findLayout(honeywell, null)).toMatchObject({ kind: 'profiled', layout: { name: 'A' } });
  });

  test('is as the profile says where the descriptor does not tell, or cannot be read', () => {
    expect(findLayout(honeywell, silent(2))).toMatchObject({ kind: 'profiled', layout: { name: 'A' } });
    expect(findLayout(honeywell, fromHex('05 8C 09'))).toMatchObject({ kind: 'profiled', layout: { name: 'A' } });
  });

  test('is unknown where the profile speaks of a report that the device does not have', () => {
    const detail = 'descriptor: 0 reports of scanned data';
    expect(findLayout(honeywell, silent(3))).toEqual({ kind: 'unknown', detail });
  });

  test('is unknown where there is nothing to go by, and it is told what is missing', () => {
    expect(findLayout(stranger, null)).toEqual({ kind: 'unknown', detail: 'no descriptor and no profile' });
    expect(findLayout(stranger, fromHex('05 8C 09'))).toEqual({
      kind: 'unknown',
      detail: 'descriptor byte 2: item cut off',
    });
    expect(findLayout(stranger, descriptorFixture('boot-keyboard'))).toEqual({
      kind: 'unknown',
      detail: 'descriptor: no bar code scanner',
    });
  });

  describe('that this bench has written down', () => {
    const layout = { ...VIRTUAL_READER_LAYOUT, name: 'ours' };
    const own = { layout, isOfSite: true };

    test('is as written down, before what the device says', () => {
      expect(findLayout(honeywell, descriptorFixture('pos-64'), own)).toEqual({ kind: 'profiled', layout });
      expect(findLayout(stranger, null, own)).toEqual({ kind: 'profiled', layout });
      expect(findLayout(stranger, silent(2), own)).toEqual({ kind: 'profiled', layout });
    });

    test('is not as written down where the device has no such report', () => {
      expect(findLayout(stranger, silent(3), own).kind).toBe('unknown');
      expect(findLayout(honeywell, descriptorFixture('pos-other-order'), own).kind).toBe('described');
    });

    test('is as the device says where nothing is written down of it', () => {
      const unknown = { layout: null, isOfSite: true };
      expect(findLayout(stranger, descriptorFixture('pos-64'), unknown).kind).toBe('described');
      expect(findLayout(stranger, null, unknown).kind).toBe('unknown');
    });
  });

  test('of a scanner in keyboard mode is unknown', () => {
    expect(findLayout({ vendorId: 0x05e0, productId: 0x1200, ...KEYBOARD }, null).kind).toBe('unknown');
  });
});

test.each(Object.entries(layoutFile.layouts))('layout %s has room for its parts within the report', (name, layout) => {
  const { lengthBytes, countOffsetBytes, aimOffsetBytes, aimSlackBytes, dataOffsetBytes, dataCapacityBytes } = layout;
  const dataEnd = dataOffsetBytes + dataCapacityBytes + aimSlackBytes;
  expect(layout.name).toBe(name);
  expect(layout.source.length).toBeGreaterThan(5);
  expect(countOffsetBytes).toBeLessThan(aimOffsetBytes ?? dataOffsetBytes);
  expect((aimOffsetBytes ?? dataOffsetBytes - 3) + 3).toBe(dataOffsetBytes);
  expect(dataEnd).toBeLessThanOrEqual(layout.continuedOffsetBytes ?? lengthBytes);
  expect(layout.continuedOffsetBytes ?? 0).toBeLessThan(lengthBytes);
});

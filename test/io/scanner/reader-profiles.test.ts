import { describe, expect, test } from 'vitest';
import type { SiteReaderProfile } from '../../../electron/core/bench-settings.ts';
import { profileOf } from '../../../electron/io/scanner/reader-profiles.ts';
import layoutFile from '../../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import profileFile from '../../../native/profiles/reader-profiles.json' with { type: 'json' };

const SCANNER = { usagePage: 0x8c, usage: 0x02 };
const KEYBOARD = { usagePage: 0x01, usage: 0x06 };

describe('what is known of a device by its numbers', () => {
  test.each([
    ['a Honeywell scanner', { vendorId: 0x0c2e, productId: 0x0b87, ...SCANNER }, 'pos', 'A'],
    ['its maintenance interface', { vendorId: 0x0c2e, productId: 0x0b87, usagePage: 0xff8c, usage: 2 }, 'other', null],
    ['a Zebra scanner out of the box', { vendorId: 0x05e0, productId: 0x1200, ...KEYBOARD }, 'keyboard', null],
    ['the same in Point-of-Sale mode', { vendorId: 0x05e0, productId: 0x1200, ...SCANNER }, 'pos', 'A'],
    ['a Newland scanner as keyboard', { vendorId: 0x1eab, productId: 0x1c03, ...KEYBOARD }, 'keyboard', null],
    ['a Newland scanner on a serial port', { vendorId: 0x1eab, productId: 0x8206 }, 'serial', null],
    ['a Newland scanner', { vendorId: 0x1eab, productId: 0x0d10, ...SCANNER }, 'pos', 'B'],
    ['a Microscan imager', { vendorId: 0x1777, productId: 3, usagePage: 0xff00, usage: 1 }, 'other', 'C'],
    ['a Code reader', { vendorId: 0x11fa, productId: 0x0206, ...SCANNER }, 'pos', null],
    ['a device without usages', { vendorId: 0x05f9, productId: 0x4204 }, 'serial', null],
  ])('%s', (_, device, mode, layout) => {
    const profile = profileOf(device);
    expect([profile?.mode, profile?.layout?.name ?? null]).toEqual([mode, layout]);
  });

  test('a YubiKey tells its serial number when it is asked, at its keyboard interface alone', () => {
    const yubikey = { vendorId: 0x1050, productId: 0x0407 };
    expect(profileOf({ ...yubikey, ...KEYBOARD })).toMatchObject({ mode: 'token', serialFrom: 'yubikey' });
    expect(profileOf({ ...yubikey, usagePage: 0xf1d0, usage: 1 })).toBeNull();
    expect(profileOf({ ...yubikey, productId: 0x0402, ...KEYBOARD })).toBeNull();
  });

  test("what is the same for all devices of a maker, and nothing of that kind for another's", () => {
    expect(profileOf({ vendorId: 0x0c2e, productId: 0x0b61, ...KEYBOARD })).toMatchObject({
      mode: 'keyboard',
      canSwitchToPos: true,
      posMark: { text: 'PAP131.', fnc3: true },
    });
    expect(profileOf({ vendorId: 0x1eab, productId: 0x0003 })).toMatchObject({ canSwitchToPos: false, posMark: null });
    expect(profileOf({ vendorId: 0x065a, productId: 0x0001 })).toMatchObject({ canSwitchToPos: false, posMark: null });
  });

  test('what this bench has written down, before what everybody has', () => {
    const row: SiteReaderProfile = {
      name: 'The reader at the window',
      vendorId: '0c2e',
      productId: '0bxx',
      usagePage: '008c',
      usage: 'xxxx',
      mode: 'other',
      layout: null,
      serialFrom: null,
    };
    const device = { vendorId: 0x0c2e, productId: 0x0b87, ...SCANNER };
    expect(profileOf(device, [row])).toMatchObject({ name: row.name, mode: 'other', isOfSite: true });
    expect(profileOf({ ...device, productId: 0x0907 }, [row])).toMatchObject({ mode: 'pos', isOfSite: false });
  });

  test('nothing of a device that nobody has written down', () => {
    expect(profileOf({ vendorId: 0xffff, productId: 0x1c03 })).toBeNull();
    expect(profileOf({ vendorId: 0x1eab, productId: 0x1c04 })).toBeNull();
    expect(profileOf({ vendorId: 0x1eab, productId: 0x1c04, usagePage: 0x8c, usage: 0x03 })).toBeNull();
  });
});

describe('the profiles', () => {
  const rows = profileFile.profiles.map((row) => [`${row.name} ${row.productId} ${row.usagePage}`, row] as const);

  test.each(rows)('%s: patterns of four digits, a mode, a source, and a layout that there is', (_, row) => {
    const numbers = [row.vendorId, row.productId, row.usagePage, row.usage];
    expect(numbers.every((pattern) => /^[0-9a-fx]{4}$/.test(pattern))).toBe(true);
    expect(row.vendorId).not.toContain('x');
    expect(['pos', 'keyboard', 'serial', 'token', 'tokenReader', 'other']).toContain(row.mode);
    expect(row.layout === null || Object.keys(layoutFile.layouts).includes(row.layout)).toBe(true);
    expect(row.source.length).toBeGreaterThan(5);
    expect(row.mode === 'token').toBe(row.serialFrom !== undefined);
    expect(Object.keys(row).length).toBe(row.mode === 'token' ? 9 : 8);
  });

  test.each(rows)('%s: no row before it takes its devices away', (_, row) => {
    // The digits that a pattern leaves open are filled with ones that no row names.
    const asNumber = (pattern: string): number => Number(`0x${pattern.replaceAll('x', 'e')}`);
    const device = {
      vendorId: asNumber(row.vendorId),
      productId: asNumber(row.productId),
      usagePage: asNumber(row.usagePage),
      usage: asNumber(row.usage),
    };
    expect(profileOf(device)).toMatchObject({ name: row.name, mode: row.mode, serialFrom: row.serialFrom ?? null });
    expect(profileOf(device)?.layout?.name ?? null).toBe(row.layout);
  });

  test('a layout without a usage that tells the scanner is given to none', () => {
    const loose = profileFile.profiles.filter((row) => row.layout !== null && row.usagePage === 'xxxx');
    expect(loose).toEqual([]);
  });
});

describe('the makers', () => {
  test.each(Object.entries(profileFile.makers))(
    '%s: what is claimed has a source, what is not has a note',
    (id, maker) => {
      expect(id).toMatch(/^[0-9a-f]{4}$/);
      expect(profileFile.profiles.some(({ vendorId }) => vendorId === id)).toBe(true);
      expect(maker.canSwitchToPos ? maker.source : maker.unsure).not.toBe('');
      expect(maker.posMark ? maker.posMark.source : maker.unsure).not.toBe('');
    },
  );
});

import { describe, expect, test } from 'vitest';
import { dropVendorDashes, VENDOR_DASHES, type VendorDashes } from '../../electron/core/scan-vendor-dashes.ts';

const DROPS: VendorDashes = {
  vendor: 'Made up',
  alphabet: 'digits',
  groups: [2, 7, 1],
  dashes: 'drop',
  isSure: true,
  source: 'Made up',
};

describe('the dashes of a vendor', () => {
  test('each say where they are known from, and those of OneSpan OCRA belong to the number', () => {
    for (const { source, groups } of VENDOR_DASHES) {
      expect(source.length).toBeGreaterThan(20);
      expect(groups.length).toBeGreaterThan(1);
    }
    expect(dropVendorDashes('306EUO4-00960')).toBe('306EUO4-00960');
  });

  test('that are not sure are left: nothing is guessed', () => {
    expect(dropVendorDashes('14-5240014-1')).toBe('14-5240014-1');
    expect(dropVendorDashes('14-5240014-1', [{ ...DROPS, isSure: false }])).toBe('14-5240014-1');
  });

  test('are dropped where the vendor only prints them', () => {
    expect(dropVendorDashes('14-5240014-1', [DROPS])).toBe('1452400141');
    expect(dropVendorDashes('00-0000001-0', [DROPS])).toBe('0000000010');
  });

  test.each([
    '145240014-1',
    '14-524001-41',
    '14-5240014-1-',
    '1A-5240014-1',
    '14-5240014-12',
    '1452400141',
    'S14-5240014-1',
  ])('%s has another form', (text) => {
    expect(dropVendorDashes(text, [DROPS])).toBe(text);
  });

  test('of letters and digits are told by the same lengths', () => {
    const other: VendorDashes = { ...DROPS, alphabet: 'alphanumeric', groups: [7, 5] };
    expect(dropVendorDashes('306EUO4-00960', [other])).toBe('306EUO400960');
    expect(dropVendorDashes('306EU_4-00960', [other])).toBe('306EU_4-00960');
  });

  test('of the first vendor that fits hold', () => {
    expect(dropVendorDashes('14-5240014-1', [{ ...DROPS, dashes: 'keep' }, DROPS])).toBe('14-5240014-1');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { udevRuleFor } from '../../electron/core/udev-rule.ts';
import profileFile from '../../native/profiles/reader-profiles.json' with { type: 'json' };

const RULES = readFileSync(new URL('../../native/udev/70-token-station.rules', import.meta.url), 'utf8');

test('the line names the maker in four digits, and its file goes before the rule that deals with the tag', () => {
  expect(udevRuleFor(0x0c2e)).toEqual({
    rule: 'KERNEL=="hidraw*", ATTRS{idVendor}=="0c2e", TAG+="uaccess"',
    fileName: '70-token-station-0c2e.rules',
  });
});

describe('the rules that come with the app', () => {
  const lines = RULES.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const vendors = [...new Set(profileFile.profiles.map(({ vendorId }) => vendorId))].toSorted();

  test('have one line for each maker whose devices are known, and no other', () => {
    expect(lines).toEqual(vendors.map((vendorId) => udevRuleFor(Number(`0x${vendorId}`)).rule));
  });
});

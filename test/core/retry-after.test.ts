import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../electron/core/retry-after.ts';

/** 2026-09-21T14:13:20Z, a Monday. */
const NOW_MS = 1_790_000_000_000;

describe('Retry-After in seconds', () => {
  test.each([
    ['0', 0],
    ['1', 1_000],
    ['30', 30_000],
    ['007', 7_000],
    [' 30 ', 30_000],
    ['3600', 3_600_000],
    ['3601', 3_600_000],
    ['86400', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['2.128', 2_128],
    ['0.2491', 250],
  ])('%j is %i ms', (header, expected) => {
    expect(parseRetryAfter(header, NOW_MS)).toBe(expected);
  });
});

describe('Retry-After as a date', () => {
  test.each([
    ['Mon, 21 Sep 2026 14:13:20 GMT', 0],
    ['Mon, 21 Sep 2026 14:13:50 GMT', 30_000],
    ['Mon, 21 Sep 2026 15:13:20 GMT', 3_600_000],
    ['Tue, 22 Sep 2026 14:13:20 GMT', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
    ['Mon, 21 Sep 2026 14:13:19 GMT', 0],
    ['Monday, 21-Sep-26 14:13:50 GMT', 30_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%s is %i ms', (header, expected) => {
    expect(parseRetryAfter(header, NOW_MS)).toBe(expected);
  });
});

describe('Retry-After that is not there or makes no sense', () => {
  test.each([
    null,
    '',
    '   ',
    'soon',
    'NaN',
    'Infinity',
    '30 s',
    'in 5 minutes',
    '-5',
    '1.',
    '.5',
    '1,2',
    'abc 3',
    '0x10',
  ])('%j is no time', (header) => {
    expect(parseRetryAfter(header, NOW_MS)).toBeNull();
  });
});

test('whatever the header says, the wait is between nothing and an hour', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), (header) => {
      const waitMs = parseRetryAfter(header, NOW_MS);
      if (waitMs === null) return;
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDrifts } from '../../electron/core/drift-bins.ts';

describe('how far off the clocks of a box are', () => {
  test('nothing was seen, nothing is counted', () => {
    expect(countDrifts([])).toEqual([]);
  });

  test.each([
    [0, 0],
    [-30_000, 0],
    [30_000, 0],
    [-60_000, -1],
    [90_000, 1],
    // One step below ten minutes can go out; ten cannot.
    [-570_000, -9],
    [-600_000, -10],
    [600_000, 10],
    [1_200_000, 10],
    [-1_200_000, -10],
  ])('%i milliseconds are counted at %i minutes', (driftMs, minutes) => {
    expect(countDrifts([driftMs]).filter(({ count }) => count > 0)).toEqual([{ minutes, count: 1 }]);
  });

  test('there are 21 places in order, and no token is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_500_000, max: 1_500_000 }), { minLength: 1 }), (driftsMs) => {
        const bins = countDrifts(driftsMs);
        expect(bins.map(({ minutes }) => minutes)).toEqual(Array.from({ length: 21 }, (_, place) => place - 10));
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(driftsMs.length);
      }),
    );
  });
});

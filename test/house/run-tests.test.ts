import { describe, expect, test } from 'vitest';
import { countReport, withCrash } from '../../build/run-tests.mjs';

describe("Playwright's report", () => {
  const spec = (title: string, status: string, annotations: object[] = []) => ({
    title,
    tests: [{ status, annotations }],
  });

  test('counts a test that passed at its second go, and an error outside of tests, as failed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(countReport({ stats, errors: [{}], suites: [] })).toEqual({ passed: 3, failed: 3, skipped: [] });
  });

  test('lists what was skipped, however deep, with the reason', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 3 };
    const inner = { specs: [spec('c', 'skipped', [{ type: 'fixme' }]), spec('d', 'skipped')] };
    const because = { type: 'skip', description: 'no tray here' };
    const suites = [{ specs: [spec('a', 'expected'), spec('b', 'skipped', [because])], suites: [inner] }];
    expect(countReport({ stats, errors: [], suites }).skipped).toEqual([
      { title: 'b', reason: 'no tray here' },
      { title: 'c', reason: 'no reason given' },
      { title: 'd', reason: 'did not run because one before it failed' },
    ]);
  });
});

describe('a runner', () => {
  const counts = (passed: number, failed: number) => ({ passed, failed, skipped: [] });

  test.each([
    ['that ends well', counts(2, 0), 0, counts(2, 0)],
    ['that names what failed', counts(2, 1), 1, counts(2, 1)],
    ['that ends badly and names nothing counts as failed', counts(2, 0), 1, counts(2, 1)],
    ['that crashed counts as failed', counts(0, 0), 1, counts(0, 1)],
    ['that found no test counts as failed', counts(0, 0), 0, counts(0, 1)],
  ])('%s', (_what, found, status, expected) => {
    expect(withCrash(found, status, 'a runner')).toEqual(expected);
  });
});

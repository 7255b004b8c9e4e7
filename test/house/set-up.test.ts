import { describe, expect, test } from 'vitest';
import { isUpToDate } from '../../build/ensure-node-modules.mjs';

describe('node_modules', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' };
  const lock = (packages: object) => ({ packages: { '': { version: '0.1.0' }, ...packages } });
  const wanted = lock({ a: entry, b: { ...entry, optional: true } });

  test('is up to date when it holds what the lock says', () => {
    expect(isUpToDate(wanted, lock({ a: entry, b: entry }))).toBe(true);
  });

  test('may lack what is optional and hold something more', () => {
    expect(isUpToDate(wanted, lock({ a: entry, more: entry }))).toBe(true);
  });

  test.each([
    ['is not there', undefined],
    ['lacks a package', lock({ b: entry })],
    ['holds another version', lock({ a: { ...entry, version: '1.0.1' } })],
    ['holds other bytes', lock({ a: { ...entry, integrity: 'sha512-b' } })],
  ])('is out of date when it %s', (_what, installed) => {
    expect(isUpToDate(wanted, installed)).toBe(false);
  });
});

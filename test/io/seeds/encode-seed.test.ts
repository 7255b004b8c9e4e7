import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSeed } from '../../../electron/io/seeds/decode-seed.ts';
import { encodeBase32 } from '../../../electron/io/seeds/encode-seed.ts';

describe('a seed in base32', () => {
  // Source: RFC 4648 section 10, without the signs that fill up.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j is %j', (text, encoded) => {
    expect(encodeBase32(Buffer.from(text))).toBe(encoded);
  });

  test('is read back as the same bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 80, size: 'max' }), (seed) => {
        expect(decodeSeed(encodeBase32(seed), 'base32')).toEqual(seed);
      }),
    );
  });
});

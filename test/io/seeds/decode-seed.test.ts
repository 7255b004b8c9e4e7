import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSeed, encodingsOf } from '../../../electron/io/seeds/decode-seed.ts';

describe('reading one seed', () => {
  // Source: RFC 4226, appendix D: the secret 12345678901234567890.
  const RFC_SEED = Buffer.from('12345678901234567890');

  test.each([
    ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'base32'],
    ['gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 'base32'],
    ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ====', 'base32'],
    ['3132333435363738393031323334353637383930', 'hex'],
    ['31323334-35363738-39303132-33343536-37383930', 'hex'],
  ] as const)('%s is %s', (text, encoding) => {
    expect(encodingsOf(text)).toEqual([encoding]);
    expect(decodeSeed(text, encoding)).toEqual(new Uint8Array(RFC_SEED));
  });

  test('letters A to F and digits 2 to 7 can be read both ways, and nothing is guessed', () => {
    expect(encodingsOf('AABBCCDDEEFF22334455667722334455')).toEqual(['base32', 'hex']);
  });

  test.each([
    ['nothing', ''],
    ['too short', 'GEZDGNBV'],
    ['an odd number of hexadecimal digits', '313233343536373839303132333435363'],
    ['signs of neither alphabet', 'GEZDGNBVGY3TQOJ!GEZDGNBVGY3TQOJQ'],
    ['too long', 'GEZDGNBV'.repeat(64)],
    ['bits left over that are not zero', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQG7'],
  ])('%s is no seed', (_what, text) => {
    expect(encodingsOf(text)).toEqual([]);
  });

  test('whatever is written in an encoding is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 64 }), (seed) => {
        expect(decodeSeed(Buffer.from(seed).toString('hex'), 'hex')).toEqual(seed);
        expect(decodeSeed(writeBase32(seed), 'base32')).toEqual(seed);
      }),
    );
  });
});

function writeBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

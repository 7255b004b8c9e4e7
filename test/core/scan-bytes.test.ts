import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aimIdAt, latin1, upperHex } from '../../electron/core/scan-bytes.ts';

test('any part of any bytes becomes one character a byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(70), fc.nat(70), (bytes, one, other) => {
      const from = Math.min(one, other, bytes.length);
      const to = Math.min(Math.max(one, other), bytes.length);
      expect(latin1(bytes, from, to)).toBe(Buffer.from(bytes).toString('latin1', from, to));
      expect(upperHex(bytes, from, to)).toBe(Buffer.from(bytes).toString('hex', from, to).toUpperCase());
    }),
  );
});

test('an AIM identifier is three characters', () => {
  for (const aimId of [']C0', ']Q3', ']zC', ']d2', ']C~', ']\u00ff\u0000'])
    expect(aimIdAt(Uint8Array.from(Buffer.from(`0${aimId}1`, 'latin1')), 1)).toBe(aimId);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totpStep } from '../../electron/core/oath-code.ts';
import { computeCode } from '../../electron/practice/totp.ts';
import { readDisplay, type VirtualToken } from '../../electron/practice/virtual-token.ts';

const TOKEN: VirtualToken = {
  serialNumber: 'GALT11420104',
  model: 'OTP 110',
  secret: Buffer.from('12345678901234567890'),
  hash: 'sha1',
  periodSeconds: 30,
  clockOffsetMs: 0,
};

test('a token shows the code of its own clock', () => {
  const slow = { ...TOKEN, clockOffsetMs: -90_000 };
  const nowMs = 1_800_000_000_000;
  expect(readDisplay(TOKEN, nowMs).code).toBe(computeCode(TOKEN, totpStep(30, nowMs)));
  expect(readDisplay(slow, nowMs).code).toBe(computeCode(TOKEN, totpStep(30, nowMs) - 3));
});

test('whatever the clock is off by, the code stays until it is said to change, and then changes step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e12, max: 4e12 }), fc.integer({ min: -1e6, max: 1e6 }), (nowMs, clockOffsetMs) => {
      const token = { ...TOKEN, clockOffsetMs };
      const { code, changesAtMs } = readDisplay(token, nowMs);
      expect(changesAtMs).toBeGreaterThan(nowMs);
      expect(changesAtMs).toBeLessThanOrEqual(nowMs + 30_000);
      expect(readDisplay(token, changesAtMs - 1).code).toBe(code);
      expect(readDisplay(token, changesAtMs).changesAtMs).toBe(changesAtMs + 30_000);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totpStep } from '../../electron/core/oath-code.ts';
import { computeCode, computeHotp, verifyCode, type TotpKey } from '../../electron/practice/totp.ts';

// Source: RFC 4226 Appendix D.
const RFC_4226_SECRET = Buffer.from('12345678901234567890');
const RFC_4226 = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
] as const;

// Source: RFC 6238 Appendix B: time in seconds, SHA-1, SHA-256; the SHA-256 seed has 32 bytes.
const RFC_6238_SECRETS = {
  sha1: RFC_4226_SECRET,
  sha256: Buffer.from('12345678901234567890123456789012'),
};
const RFC_6238 = [
  [59, '94287082', '46119246'],
  [1111111109, '07081804', '68084774'],
  [1111111111, '14050471', '67062674'],
  [1234567890, '89005924', '91819424'],
  [2000000000, '69279037', '90698825'],
  [20000000000, '65353130', '77737706'],
] as const;

describe('the vectors of the standards', () => {
  test.each(RFC_4226.map((code, counter) => ({ counter, code })))('HOTP $counter is $code', ({ counter, code }) => {
    expect(computeHotp(RFC_4226_SECRET, 'sha1', counter, 6)).toBe(code);
  });

  test.each(RFC_6238)('TOTP at %i seconds is %s with SHA-1 and %s with SHA-256', (atSeconds, sha1, sha256) => {
    const step = totpStep(30, atSeconds * 1000);
    expect(computeHotp(RFC_6238_SECRETS.sha1, 'sha1', step, 8)).toBe(sha1);
    expect(computeHotp(RFC_6238_SECRETS.sha256, 'sha256', step, 8)).toBe(sha256);
  });
});

describe('the acceptance window', () => {
  const key = fc.record({
    secret: fc.uint8Array({ minLength: 16, maxLength: 32 }),
    hash: fc.constantFrom('sha1' as const, 'sha256' as const),
    periodSeconds: fc.constantFrom(30 as const, 60 as const),
  });
  const atMs = fc.integer({ min: 1e12, max: 4e12 });

  test('a code has six digits, leading zeros included', () => {
    fc.assert(
      fc.property(key, atMs, (aKey, now) => {
        expect(codeAt(aKey, now)).toMatch(/^\d{6}$/);
      }),
    );
  });

  test('a code is good while it is shown and for one period more', () => {
    fc.assert(
      fc.property(key, atMs, fc.nat(1), fc.nat({ max: 59_999 }), (aKey, shownAtMs, periodsLater, ms) => {
        const periodMs = aKey.periodSeconds * 1000;
        const startMs = shownAtMs - (shownAtMs % periodMs);
        const sentAtMs = startMs + periodsLater * periodMs + (ms % periodMs);
        expect(verifyCode(aKey, codeAt(aKey, startMs), sentAtMs, -1)).not.toBeNull();
      }),
    );
  });

  test('outside of the window only a chance match of six digits is good', () => {
    fc.assert(
      fc.property(key, atMs, fc.integer({ min: -20, max: 20 }), (aKey, now, stepsOff) => {
        fc.pre(stepsOff !== 0 && stepsOff !== -1);
        const code = codeAt(aKey, now + stepsOff * aKey.periodSeconds * 1000);
        fc.pre(![codeAt(aKey, now), codeAt(aKey, now - aKey.periodSeconds * 1000)].includes(code));
        expect(verifyCode(aKey, code, now, -1)).toBeNull();
      }),
    );
  });

  test('a step that was accepted, and all before it, are used up', () => {
    fc.assert(
      fc.property(key, atMs, (aKey, now) => {
        const step = totpStep(aKey.periodSeconds, now);
        fc.pre(computeCode(aKey, step) !== computeCode(aKey, step - 1));
        expect(verifyCode(aKey, computeCode(aKey, step), now, step)).toBeNull();
        expect(verifyCode(aKey, computeCode(aKey, step - 1), now, step)).toBeNull();
        expect(verifyCode(aKey, computeCode(aKey, step), now, step - 1)).toBe(step);
      }),
    );
  });
});

function codeAt(key: TotpKey, atMs: number): string {
  return computeCode(key, totpStep(key.periodSeconds, atMs));
}

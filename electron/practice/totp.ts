import { createHmac } from 'node:crypto';
import { hotpOf, totpStep } from '../core/oath-code.ts';

export type TotpHash = 'sha1' | 'sha256';

export type TotpKey = {
  readonly secret: Uint8Array;
  readonly hash: TotpHash;
  readonly periodSeconds: 30 | 60;
};

/** Source: Microsoft Graph beta, assignAndActivateBySerialNumber: "The 6-digit TOTP code". */
const CODE_DIGITS = 6;

/**
 * How many steps before the present one still count.
 * Source: Entra, "How to manage OATH tokens": a 30-second code is good for 1 minute, a 60-second code for 2 minutes.
 */
const STEPS_BACK = 1;

/** Computes an HOTP value. */
export function computeHotp(secret: Uint8Array, hash: TotpHash, counter: number, digits: number): string {
  return hotpOf((message) => createHmac(hash, secret).update(message).digest(), counter, digits);
}

/** Computes the six digits for one step. */
export function computeCode(key: TotpKey, step: number): string {
  return computeHotp(key.secret, key.hash, step, CODE_DIGITS);
}

/**
 * Finds the step that a code belongs to, or `null` where the code is not good now.
 * A step up to `lastAcceptedStep` is used up. Source: RFC 6238 section 5.2, a code is accepted once.
 */
export function verifyCode(key: TotpKey, code: string, atMs: number, lastAcceptedStep: number): number | null {
  const present = totpStep(key.periodSeconds, atMs);
  for (let step = present; step >= present - STEPS_BACK; step--) {
    if (step > lastAcceptedStep && computeCode(key, step) === code) return step;
  }
  return null;
}

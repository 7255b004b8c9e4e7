import { totpStep } from '../core/oath-code.ts';
import { computeCode, type TotpKey } from './totp.ts';

/** A token as it lies on the bench: it knows its seed and its own idea of the time. */
export type VirtualToken = TotpKey & {
  readonly serialNumber: string;
  readonly model: string;
  /** What the token's clock is ahead of the time; negative for a slow clock. */
  readonly clockOffsetMs: number;
};

export type TokenDisplay = { readonly code: string; readonly changesAtMs: number };

/** Shows what stands on the token's display at `nowMs`, and when that changes. */
export function readDisplay(token: VirtualToken, nowMs: number): TokenDisplay {
  const step = totpStep(token.periodSeconds, nowMs + token.clockOffsetMs);
  return {
    code: computeCode(token, step),
    changesAtMs: (step + 1) * token.periodSeconds * 1000 - token.clockOffsetMs,
  };
}

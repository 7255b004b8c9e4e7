import type { TFunction } from 'i18next';
import type { TokenDrift } from '../../electron/contract/seed-file.ts';

/** Chosen: reading and typing a code takes up to one change of a display of sixty seconds, whatever its clock. */
const RIGHT_MS = 60_000;

/** What a token's clock is worth, in words for whoever holds it. */
export function driftWords(t: TFunction, { driftMs, isFit }: TokenDrift): string {
  const offMs = Math.abs(driftMs);
  if (offMs <= RIGHT_MS && isFit) return t('seeds.drift.right');
  const minutes = Math.round(offMs / 60_000);
  const words = t(driftMs < 0 ? 'seeds.drift.slow' : 'seeds.drift.fast', { minutes });
  return isFit ? words : t('seeds.drift.tooFar', { words });
}

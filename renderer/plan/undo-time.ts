import type { TFunction } from 'i18next';
import { formatDuration } from '../duration.ts';

const MINUTE_MS = 60_000;
/** The window's clock goes on by this: what is left may be shown as that much more than it is. */
const CLOCK_STEP_MS = 1_000;

/** How long undoing is still offered. In whole minutes until the last one: twelve rows that count seconds are noise. */
export function undoTime(t: TFunction, leftMs: number): string {
  if (leftMs < MINUTE_MS) return formatDuration(t, leftMs);
  return t('plan.minutes', { count: Math.ceil((leftMs - CLOCK_STEP_MS) / MINUTE_MS) });
}

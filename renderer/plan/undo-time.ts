import type { TFunction } from 'i18next';
import { formatDuration } from '../duration.ts';

const MINUTE_MS = 60_000;

/** How long undoing is still offered. In whole minutes until the last one: twelve rows that count seconds are noise. */
export function undoTime(t: TFunction, leftMs: number): string {
  if (leftMs < MINUTE_MS) return formatDuration(t, leftMs);
  return t('plan.minutes', { count: Math.ceil(leftMs / MINUTE_MS) });
}

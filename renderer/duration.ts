import type { TFunction } from 'i18next';

/** A length of time as people read it on a bench: `12 s`, `2:05`, `1 h 20`. Never negative. */
export function formatDuration(t: TFunction, lengthMs: number): string {
  const all = Math.max(0, Math.round(lengthMs / 1000));
  if (all < 60) return t('time.seconds', { seconds: all });
  const minutes = Math.floor(all / 60);
  if (minutes < 60) return t('time.minutes', { minutes, seconds: twoDigits(all % 60) });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: twoDigits(minutes % 60) });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

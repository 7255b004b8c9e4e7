import { useTranslation } from 'react-i18next';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';

/** Chosen: a second-by-second count of something that has just happened is noise. */
const JUST_NOW_MS = 5_000;

type AgeProps = { readonly sinceMs: number };

export function Age({ sinceMs }: AgeProps) {
  const { t } = useTranslation();
  const ageMs = useNow() - sinceMs;
  return <span className="age">{ageMs < JUST_NOW_MS ? t('queue.now') : formatDuration(t, ageMs)}</span>;
}

type CountdownProps = { readonly untilMs: number };

/** How long until something goes on by itself. */
export function Countdown({ untilMs }: CountdownProps) {
  const { t } = useTranslation();
  return formatDuration(t, untilMs - useNow());
}

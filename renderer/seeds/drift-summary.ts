import type { TFunction } from 'i18next';
import type { DriftBin } from '../../electron/contract/seed-file.ts';

/** The box in two sentences: how most of its clocks go, and how many tokens had better stay in the drawer. */
export function driftSentence(t: TFunction, drifts: readonly DriftBin[]): string {
  const seen = drifts.reduce((sum, { count }) => sum + count, 0);
  const [most] = drifts.toSorted(
    (one, other) => other.count - one.count || Math.abs(one.minutes) - Math.abs(other.minutes),
  );
  const unfit = (drifts.at(0)?.count ?? 0) + (drifts.at(-1)?.count ?? 0);
  const words = [
    t('seeds.drifts.seen', { count: seen }),
    most && seen > 1 ? t('seeds.drifts.most', { words: minutesWords(t, most.minutes) }) : '',
    most && seen === 1 ? t('seeds.drifts.only', { words: minutesWords(t, most.minutes) }) : '',
    unfit > 0 ? t('seeds.drifts.unfit', { count: unfit }) : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** One bar, for whoever points at it. */
export function binWords(t: TFunction, { minutes, count }: DriftBin): string {
  return t('seeds.drifts.bar', { count, words: minutesWords(t, minutes) });
}

function minutesWords(t: TFunction, minutes: number): string {
  const off = Math.abs(minutes);
  if (off === 0) return t('seeds.drifts.none');
  if (off === FARTHEST_MINUTES) return t(minutes < 0 ? 'seeds.drifts.farSlow' : 'seeds.drifts.farFast');
  return t(minutes < 0 ? 'seeds.drifts.slow' : 'seeds.drifts.fast', { count: off });
}

/** As in `DriftBin`: its two ends. */
const FARTHEST_MINUTES = 10;

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Pace } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { useSnapshot } from '../desk.ts';
import { formatDuration } from '../duration.ts';
import { Icon } from '../ui/icon.tsx';

/** Chosen: a box of tokens. Whoever opens the next one should know that it will not go through in one go. */
const FEW = 40;

/** How many activations the tenant still takes. Quiet until it is near its end. */
export function PaceState() {
  const { t } = useTranslation();
  const pace = useSnapshot((snapshot) => snapshot.pace);
  const { left, most } = pace;
  return (
    <span className="health" data-tone={left < FEW ? 'care' : undefined} title={t('foot.paceAbout', { left, most })}>
      <Icon name={left === 0 ? 'hourglass' : 'send'} />
      <span className="health-words">{left === 0 ? <Next pace={pace} /> : t('foot.pace', { left, most })}</span>
    </span>
  );
}

function Next({ pace: { freeAtMs } }: { readonly pace: Pace }) {
  const { t } = useTranslation();
  return wordsFor(t, (freeAtMs ?? 0) - useNow());
}

function wordsFor(t: TFunction, untilMs: number): string {
  return untilMs > 0 ? t('foot.paceNext', { time: formatDuration(t, untilMs) }) : t('foot.paceAgain');
}

import { useTranslation } from 'react-i18next';
import { useNow } from '../clock.ts';
import { TimeBar } from '../ui/time-bar.tsx';

type CodeClockProps = {
  readonly periodMs: number;
  /** When the first digit was typed; `null` while there is none. */
  readonly startedAtMs: number | null;
  readonly advice: string | null;
  readonly isSent: boolean;
};

/** Says "read it now": how old the first digit is against the time for which a token shows one code. */
export function CodeClock({ periodMs, startedAtMs, advice, isSent }: CodeClockProps) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const goneMs = startedAtMs === null ? 0 : Math.max(0, nowMs - startedAtMs);
  const isOver = startedAtMs !== null && goneMs >= periodMs;
  return (
    <>
      <TimeBar lengthMs={periodMs} goneMs={0} isRunning={startedAtMs !== null} isOver={isOver} />
      <p id="code-advice" className="code-advice" data-tone={advice || isOver ? 'care' : undefined}>
        {words()}
      </p>
    </>
  );

  function words(): string {
    if (isSent) return t('code.sent');
    if (advice) return advice;
    if (isOver) return t('code.tooOld');
    if (startedAtMs === null) return t('code.hint');
    return t('code.sinceFirst', { seconds: Math.floor(goneMs / 1000) });
  }
}

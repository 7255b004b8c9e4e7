import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import type { ComparisonView } from '../../electron/contract/shift.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import { isUpToDate, resultWords } from './comparison-words.ts';

type ComparisonProps = {
  readonly comparison: ComparisonView;
  /** There is something to compare. */
  readonly hasIssued: boolean;
};

/** Whether the tenant agrees with what this shift has issued. The result is said as it comes: nobody waits at the screen. */
export function Comparison({ comparison, hasIssued }: ComparisonProps) {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  const { isRunning, doneCount, totalCount, result } = comparison;
  const shownAtMs = useRef(result?.atMs ?? null);

  useEffect(() => {
    if (!result || result.atMs === shownAtMs.current) return;
    shownAtMs.current = result.atMs;
    say(`${resultWords(t, result)}.`);
  }, [result, say, t]);

  return (
    <section className="comparison" aria-label={t('shift.compare.label')}>
      {!isRunning && result && <ComparisonResult result={result} />}
      {!isRunning && !result && hasIssued && <p className="comparison-never">{t('shift.compare.never')}</p>}
      {isRunning && <Running doneCount={doneCount} totalCount={totalCount} />}
      <div className="comparison-go">
        <Button
          kind={hasIssued && !isUpToDate(comparison) ? 'main' : 'plain'}
          isDisabled={isRunning}
          onPress={() => void send('shift', { kind: 'compareShift' })}
        >
          {t(result ? 'shift.compare.again' : 'shift.compare.go')}
        </Button>
        <p className="second">{t('shift.compare.about')}</p>
      </div>
    </section>
  );
}

function Running({ doneCount, totalCount }: Pick<ComparisonView, 'doneCount' | 'totalCount'>) {
  const { t } = useTranslation();
  const words = t('shift.compare.running', { done: doneCount, count: totalCount });
  return (
    <ProgressBar
      className="comparison-running"
      aria-label={t('shift.compare.label')}
      value={doneCount}
      maxValue={Math.max(1, totalCount)}
      valueLabel={words}
    >
      <span>{words}</span>
      <FilledBar doneCount={doneCount} allCount={totalCount} />
    </ProgressBar>
  );
}

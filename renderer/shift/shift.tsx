import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../clock.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { setRefusal } from '../store.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Screen } from '../ui/screen.tsx';
import { Comparison } from './comparison.tsx';
import { CloseShift } from './close-shift.tsx';
import { Differences } from './differences.tsx';
import { Exceptions } from './exceptions.tsx';
import { PrintReport } from './print-report.tsx';
import { shiftTime } from './shift-time.ts';
import { ShiftCounts } from './shift-counts.tsx';

/** The end of a shift: what happened, whether the tenant agrees, and what could not be issued. Scanning goes on meanwhile. */
export function Shift() {
  const { t } = useTranslation();
  const { store } = useDesk();
  const shift = useSnapshot((snapshot) => snapshot.shift);
  const nowMs = useNow();
  const { sinceMs, operators, counts } = shift;
  const { isRunning, result } = shift.comparison;

  useEffect(() => () => setRefusal(store, 'shift', null), [store]);

  const about = [
    sinceMs === null ? t('shift.none') : t('shift.since', { time: shiftTime(sinceMs, nowMs) }),
    operators.length > 0 && t('shift.by', { names: operators.map(({ name }) => name).join(', ') }),
  ];
  return (
    <Screen name="shift" icon="shift" title={t('shift.title')} about="">
      <div className="shift">
        <section className="shift-sum" aria-label={t('shift.sum')}>
          <p className="shift-about">{about.filter(Boolean).join(' ')}</p>
          <ShiftCounts counts={counts} />
          <Refusal place="shift" />
          <Comparison comparison={shift.comparison} hasIssued={counts.issued + counts.assigned > 0} />
          <div className="shift-end" role="group" aria-label={t('shift.end')}>
            <PrintReport shift={shift} />
            <CloseShift shift={shift} />
          </div>
        </section>
        <div className="shift-lists">
          {!isRunning && <Differences differences={result?.differences ?? []} />}
          <Exceptions exceptions={shift.exceptions} />
        </div>
      </div>
    </Screen>
  );
}

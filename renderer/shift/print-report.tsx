import { useTranslation } from 'react-i18next';
import type { ShiftView } from '../../electron/contract/shift.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { isUpToDate } from './comparison-words.ts';

type PrintReportProps = { readonly shift: ShiftView };

/** It can be printed at any time; what it will say of the comparison is told before. */
export function PrintReport({ shift: { comparison, sinceMs } }: PrintReportProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const isReady = isUpToDate(comparison);
  return (
    <div className="shift-step">
      <Button
        kind={isReady ? 'main' : 'plain'}
        icon="print"
        isDisabled={comparison.isRunning}
        onPress={() => void send('shift', { kind: 'printShiftReport' })}
      >
        {t('shift.print')}
      </Button>
      {!isReady && sinceMs !== null && (
        <p className="second">{t(comparison.result ? 'shift.printStale' : 'shift.printUncompared')}</p>
      )}
    </div>
  );
}

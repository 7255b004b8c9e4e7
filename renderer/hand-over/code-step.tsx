import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { CodeBoxes } from '../ui/code-boxes.tsx';
import { useKeyAction } from '../use-keys.ts';
import { CODE_DIGITS, useCodeAdvice } from '../use-code-advice.ts';
import { CodeClock } from './code-clock.tsx';
import { CodeRejections } from './code-rejections.tsx';
import { PreFlight } from './pre-flight.tsx';

/** Source: Microsoft Entra, hardware OATH tokens: 30 or 60 seconds. Chosen: the shorter, where it is not known. */
const USUAL_PERIOD_SECONDS = 30;

type CodeStepProps = { readonly row: QueueRow };

/** Takes the six digits. They live in this part only, and are gone from the page the moment they are sent. */
export function CodeStep({ row }: CodeStepProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [digits, setDigits] = useState('');
  const [firstDigitAtMs, setFirstDigitAtMs] = useState<number | null>(null);
  const [isSent, setIsSent] = useState(false);
  const { advice, setAdvice, refuse } = useCodeAdvice();
  const practiceSeconds = useSnapshot(
    ({ practice }) => practice?.tokens.find(({ serialNumber }) => serialNumber === row.serialNumber)?.periodSeconds,
  );
  const periodSeconds = row.periodSeconds ?? practiceSeconds ?? USUAL_PERIOD_SECONDS;

  const clear = (): void => {
    setDigits('');
    setFirstDigitAtMs(null);
    setAdvice(null);
  };
  useKeyAction('clearCode', clear);

  const submit = async (code: string): Promise<void> => {
    clear();
    setIsSent(true);
    await send('code', { kind: 'enterCode', itemId: row.id, code });
    setIsSent(false);
  };

  const take = (typed: string): void => {
    setAdvice(null);
    if (typed.length === CODE_DIGITS) {
      void submit(typed);
      return;
    }
    if (typed === '') setFirstDigitAtMs(null);
    else if (digits === '') setFirstDigitAtMs(Date.now());
    setDigits(typed);
  };

  return (
    <>
      <CodeBoxes
        value={digits}
        length={CODE_DIGITS}
        label={t('code.label')}
        describedBy="code-advice"
        isSent={isSent}
        onChange={take}
        onRefused={refuse}
        onEnter={() => setAdvice(t('code.incomplete'))}
      />
      <CodeClock
        key={firstDigitAtMs}
        periodMs={periodSeconds * 1000}
        startedAtMs={firstDigitAtMs}
        advice={advice}
        isSent={isSent}
      />
      <Refusal place="code" />
      {/* Under the boxes, so that they stay where the hand expects them. */}
      <CodeRejections row={row} />
      <PreFlight row={row} />
    </>
  );
}

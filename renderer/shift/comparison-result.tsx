import { useTranslation } from 'react-i18next';
import type { ComparisonResult as Result } from '../../electron/contract/shift.ts';
import { useNow } from '../clock.ts';
import { Icon } from '../ui/icon.tsx';
import { resultWords } from './comparison-words.ts';
import { shiftTime } from './shift-time.ts';

type ComparisonResultProps = { readonly result: Result };

export function ComparisonResult({ result }: ComparisonResultProps) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const { atMs, issuedSince, differences } = result;
  const isGood = differences.length === 0;
  return (
    <>
      <div className="note" data-tone={isGood ? 'done' : 'stop'}>
        <Icon name={isGood ? 'tick' : 'stop'} />
        <div className="note-body">
          <p className="note-title">{resultWords(t, result)}</p>
          <p className="second">{t('shift.compare.at', { time: shiftTime(atMs, nowMs) })}</p>
        </div>
      </div>
      {issuedSince > 0 && (
        <div className="note" data-tone="care">
          <Icon name="warning" />
          <p className="note-body">{t('shift.compare.since', { count: issuedSince })}</p>
        </div>
      )}
    </>
  );
}

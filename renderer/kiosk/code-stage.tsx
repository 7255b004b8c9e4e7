import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { CodeStep } from '../hand-over/code-step.tsx';
import { MANY_REJECTIONS } from '../hand-over/many-rejections.ts';
import { AnotherToken } from './another-token.tsx';
import { KioskSay } from './kiosk-say.tsx';
import { codeProblem } from './kiosk-stage.ts';
import { KioskToken } from './kiosk-token.tsx';

type CodeStageProps = { readonly row: QueueRow };

/** The number to compare, and the six boxes. */
export function CodeStage({ row }: CodeStageProps) {
  const { t } = useTranslation();
  const { rejections } = row;
  const isOften = rejections >= MANY_REJECTIONS;
  // What staff are told about counts and findings is not for somebody who does this once.
  const plainRow: QueueRow = {
    ...row,
    state: { kind: 'needsCode', problem: codeProblem(row) },
    rejections: 0,
    preFlight: null,
  };
  return (
    <>
      <KioskToken row={row} />
      <KioskSay>
        {t(isOften ? 'kiosk.say.codeMany' : rejections > 0 ? 'kiosk.say.codeAgain' : 'kiosk.say.code')}
      </KioskSay>
      {isOften && <p className="kiosk-hint">{t('kiosk.hint.codeMany')}</p>}
      {/* A rejected code takes its part of the page with it. */}
      <CodeStep key={`${row.id} ${rejections}`} row={plainRow} />
      <p className="kiosk-actions">
        <AnotherToken row={row} />
      </p>
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** Chosen: a single page is gone before it is read, and would only make the queue jump. */
const FEWEST_SHOWN = 2;

/**
 * What is on its way to a printer, and what did not get there. It stops nobody's work, and stands until it is put away or a page
 * was printed again.
 */
export function PaperBanner() {
  const { t } = useTranslation();
  const [putAwaySeq, setPutAwaySeq] = useState(0);
  const count = useSnapshot(({ paper }) => paper.printingCount);
  const isKiosk = useSnapshot(({ kiosk }) => kiosk !== null);
  const last = useSnapshot(({ notices }) => notices.findLast(({ kind }) => kind.startsWith('paper')));
  const failed = last?.kind === 'paperFailed' && last.seq > putAwaySeq ? last : null;
  const isMany = count >= FEWEST_SHOWN;
  if (isKiosk || (!isMany && !failed)) return null;
  return (
    <div className="quiet-banner paper-banner">
      <Icon name="print" />
      {isMany && <span>{t('paper.printing', { count })}</span>}
      {failed?.problem && (
        <>
          <span>
            {t('paper.failed', { what: [failed.text, failed.userName].filter(Boolean).join(', ') }).trim()}{' '}
            {t(`problem.${failed.problem.code}.title`)}. {t(`problem.${failed.problem.code}.next`)}{' '}
            {failed.itemId !== null && t('paper.printAgain')}
          </span>
          {failed.problem.detail && <code>{failed.problem.detail}</code>}
          <Button kind="quiet" icon="close" aria-label={t('paper.putAway')} onPress={() => setPutAwaySeq(failed.seq)} />
        </>
      )}
    </div>
  );
}

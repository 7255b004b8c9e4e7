import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { useKeepFocus } from '../doctor/use-keep-focus.ts';
import { DraftLines } from './draft-lines.tsx';
import { DraftProgress } from './draft-progress.tsx';
import { DraftSummary } from './draft-summary.tsx';
import { StartOrder } from './start-order.tsx';

type DraftProps = { readonly draft: OrderDraftView; readonly onStart: () => () => void };

/** A list before it is an order: what will happen, what should be looked at first, and the two things that only staff know. */
export function Draft({ draft, onStart }: DraftProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLElement>(null);
  const { stage, fileName, counts, onlyFaults, page } = draft;

  useEffect(() => area.current?.focus({ preventScroll: true }), [fileName]);
  useKeepFocus(area, `${stage} ${counts.usable} ${counts.zerosOffered} ${onlyFaults} ${page}`);

  return (
    <section ref={area} className="draft" tabIndex={-1} aria-label={t('orders.draft.title')}>
      <div className="draft-side">
        <h3>{t('orders.draft.title')}</h3>
        <p className="draft-file mono">{fileName}</p>
        {stage === 'ready' ? (
          <>
            <DraftSummary draft={draft} />
            <StartOrder key={fileName} draft={draft} onStart={onStart} />
          </>
        ) : (
          <DraftProgress draft={draft} />
        )}
      </div>
      {stage !== 'reading' && <DraftLines draft={draft} />}
    </section>
  );
}

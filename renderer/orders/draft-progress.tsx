import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { useSendOrder } from './use-send-order.ts';

type DraftProgressProps = { readonly draft: OrderDraftView };

/** How far reading and looking up have come. How long a file is, is known only at its end. */
export function DraftProgress({ draft: { stage, readCount, checkedCount, counts } }: DraftProgressProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const isReading = stage === 'reading';
  const title = t(isReading ? 'orders.draft.reading' : 'orders.draft.checking');
  const words = isReading
    ? t('orders.draft.readSoFar', { count: readCount })
    : t('orders.draft.checkedSoFar', { done: checkedCount, all: counts.all });
  return (
    <div className="draft-progress">
      <p className="say">{title}</p>
      <ProgressBar
        className="draft-progress-bar"
        aria-label={title}
        isIndeterminate={isReading}
        value={checkedCount}
        maxValue={Math.max(1, counts.all)}
        valueLabel={words}
      >
        {isReading ? (
          <div className="working-line" aria-hidden="true" />
        ) : (
          <FilledBar doneCount={checkedCount} allCount={counts.all} />
        )}
        <span className="draft-progress-words">{words}</span>
      </ProgressBar>
      <p className="hint">{t('orders.draft.meanwhile')}</p>
      <Button onPress={() => void send({ kind: 'dropDraft' })}>{t('orders.draft.cancel')}</Button>
    </div>
  );
}

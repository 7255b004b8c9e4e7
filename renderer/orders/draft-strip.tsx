import { useTranslation } from 'react-i18next';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type DraftStripProps = { readonly draft: OrderDraftView; readonly onShow: () => void };

/** A list that waits while other orders are looked at. */
export function DraftStrip({ draft: { stage, fileName, readCount, checkedCount, counts }, onShow }: DraftStripProps) {
  const { t } = useTranslation();
  const words = {
    reading: () => t('orders.draft.readSoFar', { count: readCount }),
    checking: () => t('orders.draft.checkedSoFar', { done: checkedCount, all: counts.all }),
    ready: () => t('orders.draft.waits'),
  }[stage]();
  return (
    <div className="draft-strip" role="group" aria-label={t('orders.draft.title')}>
      <Icon name={stage === 'ready' ? 'list' : 'hourglass'} />
      <p className="draft-strip-words">
        <b className="mono">{fileName}</b> <span>{words}</span>
      </p>
      <Button onPress={onShow}>{t('orders.draft.goOn')}</Button>
    </div>
  );
}

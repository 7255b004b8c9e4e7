import { useTranslation } from 'react-i18next';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { servedWords } from './draft-words.ts';
import { useSendOrder } from './use-send-order.ts';

type DraftSummaryProps = { readonly draft: OrderDraftView };

/** What will happen when it is started, and what can be mended before. */
export function DraftSummary({ draft: { counts, ignoredColumns, lines } }: DraftSummaryProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const isUnknown = lines.some(({ faults }) => faults.some(({ kind }) => kind === 'notLookedUp'));
  const { zerosOffered, doubtful, unusable } = counts;
  return (
    <div className="draft-summary">
      <p className="say">{servedWords(t, counts)}</p>
      {doubtful > 0 && (
        <p className="draft-fact" data-tone="care">
          <Icon name="warning" /> {t('orders.draft.doubtful', { count: doubtful })}
        </p>
      )}
      {unusable > 0 && (
        <p className="draft-fact" data-tone="stop">
          <Icon name="stop" /> {t('orders.draft.leftOut', { count: unusable })}
        </p>
      )}
      {zerosOffered > 0 && (
        <div className="draft-offer">
          <p>{t('orders.draft.zeros', { count: zerosOffered })}</p>
          <Button onPress={() => void send({ kind: 'acceptZeros', line: null })}>
            {t('orders.draft.zerosAll', { count: zerosOffered })}
          </Button>
        </div>
      )}
      {isUnknown && (
        <div className="draft-offer">
          <p>{t('orders.draft.notLookedUp')}</p>
          <Button icon="retry" onPress={() => void send({ kind: 'checkDraftAgain' })}>
            {t('orders.draft.lookAgain')}
          </Button>
        </div>
      )}
      {ignoredColumns.length > 0 && (
        <p className="second">
          {t('orders.draft.ignored', { count: ignoredColumns.length, names: ignoredColumns.join(', ') })}
        </p>
      )}
    </div>
  );
}

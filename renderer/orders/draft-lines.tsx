import { useTranslation } from 'react-i18next';
import { GridList, Switch } from 'react-aria-components';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { DraftLine } from './draft-line.tsx';
import { Pages } from './pages.tsx';
import { useSendOrder } from './use-send-order.ts';

type DraftLinesProps = { readonly draft: OrderDraftView };

/** The lines of the list, with what is to be said of each. */
export function DraftLines({ draft }: DraftLinesProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const { lines, onlyFaults, page, pageCount, stage } = draft;
  const show = (wanted: number, only: boolean): void =>
    void send({ kind: 'showDraft', page: wanted, onlyFaults: only });
  return (
    <div className="draft-list">
      <div className="draft-list-head">
        <Switch className="switch" isSelected={onlyFaults} onChange={(isOn) => show(0, isOn)}>
          <span className="switch-track" aria-hidden="true" />
          {t('orders.draft.onlyFaults')}
        </Switch>
      </div>
      <GridList
        key={`${onlyFaults} ${page}`}
        className="order-lines"
        keyboardNavigationBehavior="tab"
        aria-label={t('orders.draft.lines')}
        items={lines.map((line) => ({ ...line, id: line.line }))}
        dependencies={[stage]}
        renderEmptyState={() => (
          <p className="orders-empty">{t(onlyFaults ? 'orders.draft.noFaults' : 'orders.draft.noLines')}</p>
        )}
      >
        {(line) => <DraftLine line={line} isReady={stage === 'ready'} />}
      </GridList>
      <Pages page={page} pageCount={pageCount} onShow={(wanted) => show(wanted, onlyFaults)} />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { GridListItem } from 'react-aria-components';
import type { OrderLineView, OrderView } from '../../electron/contract/work-order.ts';
import { Sign } from '../ui/sign.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { LineButtons } from './line-buttons.tsx';
import { LINE_SIGNS } from './line-signs.ts';
import { NextMark, useNextWords } from './next-mark.tsx';
import { personWords } from './order-words.ts';
import type { LineActions } from './use-line-actions.ts';

type OrderLineProps = { readonly line: OrderLineView; readonly order: OrderView; readonly actions: LineActions };

/** One person of an order: who, what was asked for, and what has become of it. */
export function OrderLine({ line, order, actions }: OrderLineProps) {
  const { t } = useTranslation();
  const { user, requestNumber, model, note, state, serialNumber } = line;
  const sign = LINE_SIGNS[state];
  const next = useNextWords(order.orderId, line.line);
  const stateWord = t(`orders.state.${state}`);
  return (
    <GridListItem
      id={line.line}
      className="order-line"
      data-order-line={line.line}
      data-tone={sign.isFilled ? sign.tone : next ? 'now' : undefined}
      textValue={[
        t('orders.line', { line: line.line }),
        personWords(user.displayName, requestNumber),
        stateWord,
        next,
        serialNumber,
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <span className="order-line-number">{line.line}</span>
      <div className="order-line-person">
        <span className="order-line-name">{user.displayName}</span>
        <span className="second">{user.userPrincipalName}</span>
      </div>
      <div className="order-line-asked">
        <span>{requestNumber}</span>
        <span className="second">{model}</span>
      </div>
      <Sign {...sign} />
      <div className="order-line-state" data-tone={sign.tone}>
        <span className="order-line-words">
          <b className="state-word">{stateWord}</b> <NextMark orderId={order.orderId} line={line.line} />
        </span>
        {serialNumber !== null && <TailText text={serialNumber} size="small" />}
      </div>
      {order.stage === 'open' && <LineButtons line={line} actions={actions} />}
      {note && <p className="order-line-note">{note}</p>}
    </GridListItem>
  );
}

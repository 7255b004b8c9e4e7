import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LaneOrderView, OrderLineView } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import { OrderThrough } from './order-through.tsx';
import { useSendOrder } from './use-send-order.ts';

type NextPersonProps = { readonly order: LaneOrderView };

/** Whom the next token that is scanned is for: as large as a thing to do, because the eye is on the token. */
export function NextPerson({ order }: NextPersonProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const [skipped, setSkipped] = useState<OrderLineView | null>(null);
  const { orderId, goal, next } = order;

  const skip = async (line: OrderLineView): Promise<void> => {
    if (await send({ kind: 'skipLine', orderId, line: line.line })) setSkipped(line);
  };
  const unskip = (line: number): void => {
    setSkipped(null);
    void send({ kind: 'unskipLine', orderId, line });
  };

  return (
    <div className="next-person" data-due="">
      {next ? <Person next={next} goal={goal} onSkip={() => void skip(next)} /> : <OrderThrough order={order} />}
      {skipped && skipped.line !== next?.line && (
        <p className="next-person-skipped">
          <span>{t('orders.lane.skipped', { name: skipped.user.displayName })}</span>
          <Button kind="quiet" icon="undo" onPress={() => unskip(skipped.line)}>
            {t('orders.unskip')}
          </Button>
        </p>
      )}
    </div>
  );
}

type PersonProps = {
  readonly next: OrderLineView;
  readonly goal: LaneOrderView['goal'];
  readonly onSkip: () => void;
};

function Person({ next: { user, requestNumber, model, note }, goal, onSkip }: PersonProps) {
  const { t } = useTranslation();
  return (
    <section className="next-person-what" aria-label={t('orders.lane.who')}>
      <p className="say" data-size="large">
        {t('orders.lane.scanFor')} <b className="next-person-name">{user.displayName}</b>
      </p>
      <p className="second next-person-where">
        <span>{user.userPrincipalName}</span>
        {user.department && <span>{user.department}</span>}
      </p>
      <dl className="next-person-asked">
        {requestNumber && (
          <>
            <dt>{t('orders.lane.request')}</dt>
            <dd>{requestNumber}</dd>
          </>
        )}
        {model && (
          <>
            <dt>{t('orders.lane.model')}</dt>
            <dd>{model}</dd>
          </>
        )}
        {note && (
          <>
            <dt>{t('orders.lane.note')}</dt>
            <dd className="next-person-note">{note}</dd>
          </>
        )}
      </dl>
      <p className="hint">{t(`orders.lane.hint.${goal}`)}</p>
      <p className="idle-actions">
        <Button aria-label={t('orders.skipWho', { name: user.displayName })} onPress={onSkip}>
          {t('orders.skip')}
        </Button>
      </p>
    </section>
  );
}

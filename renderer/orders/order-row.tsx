import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GridListItem } from 'react-aria-components';
import type { OrderView } from '../../electron/contract/work-order.ts';
import { Chip } from '../ui/chip.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { Icon } from '../ui/icon.tsx';
import { progressWords } from './order-words.ts';
import { WorksOn } from './works-on.tsx';

type OrderRowProps = {
  readonly order: OrderView;
  /** The list begins here. */
  readonly hasFocus: boolean;
};

/** One order in the list: what it is called, what is done with its tokens, and how far it is. */
export function OrderRow({ order, hasFocus }: OrderRowProps) {
  const { t } = useTranslation();
  const { orderId, name, goal, stage, counts, takenBy } = order;
  const progress = progressWords(t, order);
  const ended = stage === 'open' ? null : t(`orders.stage.${stage}`);
  return (
    <GridListItem
      id={orderId}
      className="order-row"
      data-order-row={orderId}
      data-ended={ended ? '' : undefined}
      textValue={[name, ended, progress].filter(Boolean).join(', ')}
    >
      <div className="order-row-what">
        <span className="order-row-name">{name}</span>
        {ended && <Chip tone="plain">{ended}</Chip>}
        <span className="second">{t(`orders.goal.${goal}`)}</span>
      </div>
      <div className="order-row-progress">
        <FilledBar doneCount={counts.done} allCount={counts.all} />
        <span>{progress}</span>
        <span className="second">{stage === 'open' && <WorksOn takenBy={takenBy} />}</span>
      </div>
      <Icon name="right" />
      {hasFocus && <LandHere />}
    </GridListItem>
  );
}

/** A row is on the page later than its list: only from inside can it be known when. */
function LandHere() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => mark.current?.closest<HTMLElement>('[data-order-row]')?.focus(), []);
  return <span ref={mark} hidden />;
}

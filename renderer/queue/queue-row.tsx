import { useTranslation } from 'react-i18next';
import { GridListItem } from 'react-aria-components';
import type { QueueRow as Row } from '../../electron/contract/item.ts';
import type { NumberedLane } from '../lanes/lanes.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';
import { OrderOfRow } from '../orders/order-of-row.tsx';
import { PrintButton } from '../paper/print-button.tsx';
import { UndoButton } from '../plan/undo-button.tsx';
import { Sign } from '../ui/sign.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { Age } from './age.tsx';
import { RemoveQuestion } from './remove-question.tsx';
import { signOf, stateWord } from './row-state.ts';
import { StateWhy } from './state-why.tsx';

type QueueRowProps = {
  readonly row: Row;
  readonly isOpen: boolean;
  readonly isRemoving: boolean;
  /** The number of the notice that says this token was scanned again, or `null`. */
  readonly flashSeq: number | null;
  /** Where it is handed over, while there are several places. */
  readonly place: NumberedLane | null;
};

export function QueueRow({ row, isOpen, isRemoving, flashSeq, place }: QueueRowProps) {
  const { t } = useTranslation();
  const sign = signOf(row);
  const state = stateWord(t, row);
  const reader = row.readerName || t('queue.byHand');
  const person = row.user?.displayName ?? t('queue.noPerson');
  return (
    <GridListItem
      id={row.id}
      className="queue-row"
      textValue={[
        row.serialNumber,
        person,
        state,
        row.orderLine?.requestNumber,
        place ? reader : '',
        isOpen ? t('queue.open') : '',
      ]
        .filter(Boolean)
        .join(', ')}
      data-queue-row={row.id}
      data-tone={sign.isFilled ? sign.tone : undefined}
      data-open={isOpen || undefined}
      // Two names for one animation: the second flash of the same row starts it again.
      data-flash={flashSeq === null ? undefined : flashSeq % 2}
    >
      <Sign {...sign} />
      <div className="queue-row-token">
        <TailText text={row.serialNumber} size="row" />
        <span className="second">
          {place && <LaneMark color={place.lane.color} number={place.number} />}
          {row.orderLine ? <OrderOfRow line={row.orderLine} /> : reader}
        </span>
      </div>
      <div className="queue-row-person">
        <span className="queue-row-name" data-none={row.user === null || undefined}>
          {person}
        </span>
        {row.user && (
          <span className="second">
            {[row.user.userPrincipalName, row.user.department].filter(Boolean).join(' · ')}
          </span>
        )}
      </div>
      {isRemoving ? (
        <RemoveQuestion row={row} />
      ) : (
        <>
          <div className="queue-row-now">
            <div className="queue-row-state" data-tone={sign.tone}>
              <span className="state-word">{state}</span>
              <span className="second">
                <StateWhy row={row} />
              </span>
            </div>
            <UndoButton row={row} kind="quiet" isNamed from={row.id} />
            <PrintButton row={row} place="queue" isBare />
          </div>
          <Age sinceMs={row.changedAtMs} />
        </>
      )}
    </GridListItem>
  );
}

import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import type { Place } from '../store.ts';
import { Button } from '../ui/button.tsx';

type PrintButtonProps = {
  readonly row: QueueRow;
  readonly place: Place;
  /** A sign alone, where the words have no room; a screen reader hears them with the token. */
  readonly isBare?: boolean;
};

/** Prints what this token's bag or its person gets: a label for a work order, else a receipt. Also once more. */
export function PrintButton({ row, place, isBare = false }: PrintButtonProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { id: itemId, serialNumber: serial, receiptAtMs } = row;
  const action = row.orderLine ? 'printLabel' : 'printReceipt';
  if (!row.can.includes(action)) return null;
  const word = action === 'printReceipt' && receiptAtMs !== null ? 'printReceiptAgain' : action;
  return (
    <Button
      icon="print"
      {...(isBare ? { kind: 'quiet', 'aria-label': t(`paper.${word}Of`, { serial }) } : {})}
      onPress={() => void send(place, { kind: action, itemId })}
    >
      {isBare ? undefined : t(`paper.${word}`)}
    </Button>
  );
}

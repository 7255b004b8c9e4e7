import { useTranslation } from 'react-i18next';
import type { ItemId, QueueRow } from '../../electron/contract/item.ts';
import { useNow } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { isUndoable } from './plan-view.ts';
import { useAskForPlan } from './use-ask-for-plan.ts';

type UndoButtonProps = {
  readonly row: QueueRow;
  readonly kind?: 'plain' | 'quiet';
  readonly caps?: readonly string[] | undefined;
  /** Says which token to a screen reader, where that does not stand before it. */
  readonly isNamed?: boolean;
  /** The row of the queue that it stands in. */
  readonly from?: ItemId;
};

/** Takes an issued token back, after a question and a plan. It goes by the window's own clock when the time is over. */
export function UndoButton({ row, kind = 'plain', caps, isNamed = false, from }: UndoButtonProps) {
  const { t } = useTranslation();
  const { ask } = useAskForPlan();
  if (!isUndoable(row, useNow())) return null;
  const word = row.state.kind === 'activated' ? 'undo' : 'takeBack';
  return (
    <Button
      kind={kind}
      {...(kind === 'plain' && { icon: 'undo' })}
      {...(caps ? { caps } : {})}
      {...(isNamed ? { 'aria-label': t(`plan.${word}Of`, { serial: row.serialNumber }) } : {})}
      onPress={() => ask('undo', row, from)}
    >
      {t(`plan.${word}`)}
    </Button>
  );
}

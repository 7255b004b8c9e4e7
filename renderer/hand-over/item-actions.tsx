import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemAction, QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { PrintButton } from '../paper/print-button.tsx';
import { UndoButton } from '../plan/undo-button.tsx';
import { useAskForPlan } from '../plan/use-ask-for-plan.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { IdNow } from '../visit/id-now.tsx';
import { RemoveNow } from './remove-now.tsx';

type ItemActionsProps = { readonly row: QueueRow; readonly isChoosingPerson: boolean };

/** What may be asked for about the open token. The snapshot says what is allowed; nothing is worked out here. */
export function ItemActions({ row, isChoosingPerson }: ItemActionsProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const { ask, reassign } = useAskForPlan();
  const [isAsking, setIsAsking] = useState(false);
  const [isSeeing, setIsSeeing] = useState(false);
  const itemId = row.id;
  const isDone = row.state.kind === 'activated' || row.state.kind === 'assigned';
  const may = (action: ItemAction): boolean => row.can.includes(action);

  const park = (): void => void send('item', { kind: 'parkItem', itemId });
  const retry = may('retry') ? () => void send('item', { kind: 'retryItem', itemId }) : null;
  const readNow = may('readNow') ? () => void send('item', { kind: 'readNow', itemId }) : null;
  const otherPerson = may('chooseUser') && !isChoosingPerson ? () => change({ otherPersonFor: itemId }) : null;
  // While a code is asked for, these stand beside what was found.
  const isAsked = row.state.kind === 'needsCode';
  const reassignIt = may('reassign') ? () => reassign(row) : null;
  const swap = may('swap') ? () => ask('swap', row) : null;
  const remove = (): void => void send('item', { kind: 'removeItem', itemId });

  useKeyAction('parkItem', park);
  useKeyAction('retry', retry);
  useKeyAction('readNow', readNow);
  useKeyAction('otherPerson', otherPerson);

  // Where it has to be said, it stands in the slip.
  const attest = may('attestId') && !row.needsIdCheck && !isChoosingPerson ? () => setIsSeeing(true) : null;

  if (isSeeing && attest)
    return <IdNow itemId={itemId} name={row.user?.displayName ?? ''} onLeave={() => setIsSeeing(false)} />;
  if (isAsking)
    return <RemoveNow serialNumber={row.serialNumber} onKeep={() => setIsAsking(false)} onRemove={remove} />;
  return (
    <div className="item-actions">
      {retry && <Button onPress={retry}>{t('handOver.retry')}</Button>}
      {readNow && <Button onPress={readNow}>{t('handOver.readNow')}</Button>}
      <Button onPress={park}>{t(isDone ? 'handOver.close' : 'handOver.park')}</Button>
      <UndoButton row={row} caps={bindingOf('undo').caps} />
      <PrintButton row={row} place="item" />
      {!isAsked && reassignIt && <Button onPress={reassignIt}>{t('preFlight.takeBackFirst')}</Button>}
      {swap && <Button onPress={swap}>{t('plan.swapWith')}</Button>}
      {otherPerson && <Button onPress={otherPerson}>{t('handOver.otherPerson')}</Button>}
      {attest && <Button onPress={attest}>{t(row.idCheck ? 'visit.changeId' : 'visit.askId')}</Button>}
      {may('remove') && (
        <Button kind="quiet" onPress={() => (isDone ? remove() : setIsAsking(true))}>
          {t('remove.button')}
        </Button>
      )}
    </div>
  );
}

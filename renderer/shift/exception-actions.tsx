import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../electron/contract/item.ts';
import type { ExceptionView } from '../../electron/contract/shift.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';

type ExceptionActionsProps = { readonly row: ExceptionView };

/** A token can be taken up or taken off the queue; a label is only cleared, with the others. */
export function ExceptionActions({ row: { itemId, serialNumber } }: ExceptionActionsProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const [isRemoving, setRemoving] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  if (itemId === null) return null;
  const serial = serialNumber ?? '';

  const open = async (): Promise<void> => {
    // As from the queue: a plan goes aside, and a question before one is over.
    change({ askedToOpen: itemId, planning: null, isPlanAside: true });
    const isTaken = await send('shift', { kind: 'openItem', itemId });
    change(isTaken ? { screen: null } : { askedToOpen: null });
  };

  return (
    <div ref={group} className="exception-actions">
      {isRemoving ? (
        <RemoveQuestion itemId={itemId} serialNumber={serial} onAnswer={() => setRemoving(false)} />
      ) : (
        <>
          <Button aria-label={t('shift.exceptions.openOf', { serial })} onPress={() => void open()}>
            {t('shift.exceptions.open')}
          </Button>
          <Button
            kind="quiet"
            icon="bin"
            aria-label={t('shift.exceptions.removeOf', { serial })}
            onPress={() => setRemoving(true)}
          />
        </>
      )}
    </div>
  );
}

type RemoveQuestionProps = {
  readonly itemId: ItemId;
  readonly serialNumber: string;
  readonly onAnswer: () => void;
};

/** Asked in place. The safe answer has the focus. */
function RemoveQuestion({ itemId, serialNumber, onAnswer }: RemoveQuestionProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const question = t('shift.exceptions.removeAsk', { tail: serialNumber.slice(-4) });
  useKeyAction('keep', onAnswer);

  const remove = (): void => {
    onAnswer();
    void send('shift', { kind: 'removeItem', itemId });
  };

  return (
    <div className="exception-question" data-question="" role="group" aria-label={question}>
      <span>{question}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={onAnswer}>
        {t('remove.keep')}
      </Button>
      <Button kind="stop" onPress={remove}>
        {t('remove.yes')}
      </Button>
    </div>
  );
}

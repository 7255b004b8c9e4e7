import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';

type RemoveQuestionProps = { readonly row: QueueRow };

/** Asked in place, before a token that is not finished leaves the queue. The safe answer has the focus. */
export function RemoveQuestion({ row }: RemoveQuestionProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const group = useRef<HTMLDivElement>(null);
  const question = t('remove.ask', { tail: row.serialNumber.slice(-4) });

  const close = (): void => {
    // Back to the row before the buttons go, so that the arrows go on from there.
    group.current?.closest<HTMLElement>('[data-queue-row]')?.focus();
    change({ removing: null });
  };
  const remove = (): void => {
    close();
    void send('queue', { kind: 'removeItem', itemId: row.id });
  };
  useKeyAction('keep', close);

  return (
    <div ref={group} className="remove-question" data-question="" role="group" aria-label={question}>
      <span>{question}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={close}>
        {t('remove.keep')}
      </Button>
      <Button kind="stop" onPress={remove}>
        {t('remove.yes')}
      </Button>
    </div>
  );
}

import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { idKindName } from './id-kind.ts';

type IdChoiceProps = {
  /** The token in hand; `null`: whoever stands there has none yet. */
  readonly itemId: ItemId | null;
  readonly name: string;
  readonly onChosen?: () => void;
};

/**
 * One button for each kind of ID. The focus stands on the row and on no button, so that Enter says nothing by itself; a digit
 * chooses. `data-digit-keys` makes the digit wait until it cannot be the first key of a reader that types.
 */
export function IdChoice({ itemId, name, onChosen }: IdChoiceProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const kinds = useSnapshot((snapshot) => snapshot.settings.values.idKinds.value);
  const row = useRef<HTMLDivElement>(null);

  const attest = (idKind: string | undefined): void => {
    if (idKind === undefined) return;
    void send('visit', { kind: 'attestId', itemId, idKind }).then((isTaken) => isTaken && onChosen?.());
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = digitOf(event);
    if (digit === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) attest(kinds[digit - 1]);
  };

  return (
    <>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- takes the digits for its buttons */}
      <div
        ref={row}
        className="id-choice"
        role="group"
        aria-label={t('visit.idLabel', { name })}
        tabIndex={-1}
        data-step-focus=""
        data-digit-keys=""
        onKeyDownCapture={onKeyDown}
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
        {kinds.map((kind, index) => (
          <Button key={kind} caps={[`${index + 1}`]} onPress={() => attest(kind)}>
            {idKindName(t, kind)}
          </Button>
        ))}
      </div>
      <Refusal place="visit" />
    </>
  );
}

/** From 1. On some keyboards the digits are the shifted signs: there the key itself counts. */
function digitOf({ key, code, ctrlKey, altKey, metaKey }: KeyboardEvent): number | null {
  if (ctrlKey || altKey || metaKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  return digit === undefined ? null : Number(digit);
}

import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftView } from '../../electron/contract/shift.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';

type CloseShiftProps = { readonly shift: ShiftView };

/** Asked once, and said once more where the shift was not compared. */
export function CloseShift({ shift }: CloseShiftProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsking && shift.sinceMs !== null) {
    return (
      <CloseQuestion
        words={questionWords(t, shift)}
        onAnswer={() => {
          setAsking(false);
          setWasAsked(true);
        }}
      />
    );
  }
  return (
    <div className="shift-step">
      {/* After the question the focus is here again. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just answered the question that stood here */}
      <Button autoFocus={wasAsked} isDisabled={shift.sinceMs === null} onPress={() => setAsking(true)}>
        {t('shift.close.go')}
      </Button>
    </div>
  );
}

type CloseQuestionProps = { readonly words: string; readonly onAnswer: () => void };

/** The safe answer has the focus. */
function CloseQuestion({ words, onAnswer }: CloseQuestionProps) {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  useKeyAction('keep', onAnswer);

  const close = async (): Promise<void> => {
    onAnswer();
    if (await send('shift', { kind: 'closeShift' })) say(t('shift.close.done'));
  };

  return (
    <div className="shift-question" data-question="" role="group" aria-label={words}>
      <p>{words}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={onAnswer}>
        {t('shift.close.keep')}
      </Button>
      <Button kind="stop" onPress={() => void close()}>
        {t('shift.close.yes')}
      </Button>
    </div>
  );
}

function questionWords(t: TFunction, { comparison: { result } }: ShiftView): string {
  if (!result) return t('shift.close.askUncompared');
  return result.issuedSince > 0 ? t('shift.close.askSince', { count: result.issuedSince }) : t('shift.close.ask');
}

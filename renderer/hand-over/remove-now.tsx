import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';

type RemoveNowProps = {
  readonly serialNumber: string;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
};

/** Asked in the place of the buttons, with the safe answer focused. */
export function RemoveNow({ serialNumber, onKeep, onRemove }: RemoveNowProps) {
  const { t } = useTranslation();
  useKeyAction('keep', onKeep);
  const question = t('remove.ask', { tail: serialNumber.slice(-4) });
  return (
    <div className="remove-now" data-question="" role="group" aria-label={question}>
      <p>
        <b>{question}</b> {t('remove.kept')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={onKeep}>
        {t('remove.keep')}
      </Button>
      <Button kind="stop" onPress={onRemove}>
        {t('remove.yes')}
      </Button>
    </div>
  );
}

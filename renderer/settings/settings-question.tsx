import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';

type SettingsQuestionProps = {
  readonly words: string;
  readonly keep: string;
  readonly go: string;
  readonly onKeep: () => void;
  readonly onGo: () => void;
};

/** Asked in place, under the head. The safe answer has the focus. */
export function SettingsQuestion({ words, keep, go, onKeep, onGo }: SettingsQuestionProps) {
  useKeyAction('keep', onKeep);
  return (
    <div className="settings-question" data-question="" role="group" aria-label={words}>
      <p>{words}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={onKeep}>
        {keep}
      </Button>
      <Button kind="stop" onPress={onGo}>
        {go}
      </Button>
    </div>
  );
}

import { useState, type RefObject } from 'react';
import { Button } from './button.tsx';

type CopyButtonProps = {
  /** The element whose text is copied. */
  readonly source: RefObject<HTMLElement | null>;
  readonly words: string;
  readonly copied: string;
  /** Shown where the clipboard may not be used: then the text is selected instead. */
  readonly selected: string;
  readonly label: string;
};

export function CopyButton({ source, words, copied, selected, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'selected'>('none');

  const copy = async (): Promise<void> => {
    const element = source.current;
    if (!element) return;
    try {
      await navigator.clipboard.writeText(element.textContent);
      setOutcome('copied');
    } catch {
      // Permissions are denied in this window by default: leave the text ready for the operator's own Ctrl C.
      window.getSelection()?.selectAllChildren(element);
      setOutcome('selected');
    }
  };

  const said = { none: words, copied, selected }[outcome];
  return (
    <Button
      kind="quiet"
      icon={outcome === 'none' ? 'copy' : 'tick'}
      aria-label={`${said}: ${label}`}
      onPress={() => void copy()}
    >
      {said}
    </Button>
  );
}

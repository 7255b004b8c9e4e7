import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

type CopyButtonProps = {
  /** The element whose text is copied. */
  readonly source: RefObject<HTMLElement | null>;
  /** What it copies, for a screen reader: several may stand below each other. */
  readonly label?: string;
  /** In place of "Copy". */
  readonly words?: string;
};

/** Copies a text that stands on the page. */
export function CopyButton({ source, label, words }: CopyButtonProps) {
  const { t } = useTranslation();
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

  const said = {
    none: words ?? t('problemNote.copy'),
    copied: t('problemNote.copied'),
    selected: t('problemNote.copySelected'),
  }[outcome];
  return (
    <Button
      kind="quiet"
      icon={outcome === 'none' ? 'copy' : 'tick'}
      {...(label === undefined ? {} : { 'aria-label': `${said}: ${label}` })}
      onPress={() => void copy()}
    >
      {said}
    </Button>
  );
}

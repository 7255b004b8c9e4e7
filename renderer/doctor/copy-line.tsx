import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button.tsx';

type CopyLineProps = { readonly line: string; readonly label: string };

/** Something to be typed elsewhere, exactly so. */
export function CopyLine({ line, label }: CopyLineProps) {
  const { t } = useTranslation();
  const source = useRef<HTMLElement>(null);
  return (
    <div className="copy-line">
      <code ref={source}>{line}</code>
      <CopyButton
        source={source}
        words={t('problemNote.copy')}
        copied={t('problemNote.copied')}
        selected={t('problemNote.copySelected')}
        label={label}
      />
    </div>
  );
}

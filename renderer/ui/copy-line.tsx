import { useRef } from 'react';
import { CopyButton } from './copy-button.tsx';

type CopyLineProps = { readonly line: string; readonly label: string };

/** Something to be typed or said elsewhere, exactly so. */
export function CopyLine({ line, label }: CopyLineProps) {
  const source = useRef<HTMLElement>(null);
  return (
    <div className="copy-line">
      <code ref={source}>{line}</code>
      <CopyButton source={source} label={label} />
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';

type ChipProps = { readonly tone: Tone; readonly children: ReactNode };

/** A short mark beside a name. */
export function Chip({ tone, children }: ChipProps) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  );
}

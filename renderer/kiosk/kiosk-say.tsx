import type { ReactNode } from 'react';
import type { Tone } from '../ui/tone.ts';

type KioskSayProps = { readonly tone?: Extract<Tone, 'stop' | 'done' | 'care'>; readonly children: ReactNode };

/** The one sentence, to be read standing. */
export function KioskSay({ tone, children }: KioskSayProps) {
  return (
    <h2 className="kiosk-say" data-tone={tone}>
      {children}
    </h2>
  );
}

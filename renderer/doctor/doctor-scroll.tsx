import type { ReactNode } from 'react';

type DoctorScrollProps = { readonly label: string; readonly children: ReactNode };

/** A long list scrolls in itself, with the arrows as with the wheel. */
export function DoctorScroll({ label, children }: DoctorScrollProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="doctor-scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

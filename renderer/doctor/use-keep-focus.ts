import { useEffect, type RefObject } from 'react';

/** Where the button that was pressed goes away with what it did, the focus rests on its area instead of nowhere. */
export function useKeepFocus(area: RefObject<HTMLElement | null>, step: string): void {
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) area.current?.focus({ preventScroll: true });
  }, [area, step]);
}

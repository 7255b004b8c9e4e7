/** A row that is on screen, and where, while the list was scrolled so far. */
type Anchor = { readonly id: string; readonly topPx: number; readonly scrollTopPx: number };

/**
 * Keeps the rows where they are when a scan puts one above them: while the list is scrolled, and while a hand is on it.
 * A list that nobody touches shows its newest row. Returns the way to stop.
 */
export function keepRowsSteady(list: HTMLElement): () => void {
  let anchor = findAnchor(list);
  let isHeldFromTop = false;

  const remember = (): void => {
    anchor = findAnchor(list);
  };
  const hold = (): void => {
    const isTouched = list.matches(':hover') || list.contains(document.activeElement);
    const topPx = anchor && topOf(list, anchor.id);
    if (anchor && topPx !== null && (list.scrollTop > 0 || isTouched)) {
      // The list may have been scrolled a moment ago, and say so only with the next frame.
      const scrolledPx = list.scrollTop - anchor.scrollTopPx;
      const movedPx = topPx - (anchor.topPx - scrolledPx);
      if (list.scrollTop === 0 && movedPx > 0) isHeldFromTop = true;
      list.scrollTop += movedPx;
    }
    remember();
  };
  const scrollOnPurpose = (): void => {
    isHeldFromTop = false;
  };
  const letGo = (): void => {
    if (!isHeldFromTop || list.contains(document.activeElement)) return;
    isHeldFromTop = false;
    list.scrollTop = 0;
  };

  // After the change and before it is painted, whichever render it came from.
  const observer = new MutationObserver(hold);
  observer.observe(list, { childList: true, subtree: true });
  list.addEventListener('scroll', remember);
  list.addEventListener('wheel', scrollOnPurpose, { passive: true });
  list.addEventListener('pointerleave', letGo);

  return () => {
    observer.disconnect();
    list.removeEventListener('scroll', remember);
    list.removeEventListener('wheel', scrollOnPurpose);
    list.removeEventListener('pointerleave', letGo);
  };
}

/** The first row that is not scrolled away. */
function findAnchor(list: HTMLElement): Anchor | null {
  const listTopPx = list.getBoundingClientRect().top;
  for (const row of list.querySelectorAll<HTMLElement>('[data-queue-row]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > listTopPx + 1) {
      return { id: row.dataset['queueRow'] ?? '', topPx: top - listTopPx, scrollTopPx: list.scrollTop };
    }
  }
  return null;
}

function topOf(list: HTMLElement, id: string): number | null {
  const row = list.querySelector(`[data-queue-row="${CSS.escape(id)}"]`);
  return row ? row.getBoundingClientRect().top - list.getBoundingClientRect().top : null;
}

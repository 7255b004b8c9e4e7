import { useEffect, type RefObject } from 'react';
import { useDesk } from '../desk.ts';

/**
 * Puts the focus into the field of the step that has become due. `step` names the open token and its step; `asked` tells
 * that this window asked for it, and only then may the focus leave the queue: a scan never takes it from there.
 */
export function useStepFocus(area: RefObject<HTMLElement | null>, step: string, openId: number | null): void {
  const { store, change } = useDesk();
  useEffect(() => {
    const section = area.current;
    if (!section) return;
    const wasAsked = openId !== null && store.getState().view.askedToOpen === openId;
    if (wasAsked) change({ askedToOpen: null });
    if (!wasAsked && !mayMove(section)) return;
    const field = section.querySelector<HTMLElement>('[data-step-focus], [data-code-field], [data-first-field] input');
    (field ?? section).focus({ preventScroll: true });
    // A long name must not push what is to be done now off the sheet.
    const due = section.querySelector('[data-due]') ?? field ?? section.querySelector('[aria-current="step"]');
    due?.scrollIntoView({ block: 'nearest' });
  }, [area, store, change, step, openId]);
}

function mayMove(section: HTMLElement): boolean {
  const active = document.activeElement;
  const isNowhere = active === null || active === document.body;
  return isNowhere || section.contains(active) || active.closest('[data-area="practice"]') !== null;
}

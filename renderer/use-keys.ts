import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useDesk } from './desk.ts';
import { textFieldOf } from './wedge/undo-landing.ts';
import { actionFor, type KeyAction, type KeySpot } from './keys.ts';

/** Offers an action to its key while the caller is on screen; `null` while it is not allowed. */
export function useKeyAction(action: KeyAction, run: (() => void) | null): void {
  const { keyActions } = useDesk();
  const runNow = useEffectEvent(() => run?.());
  const isOffered = run !== null;
  useEffect(() => (isOffered ? keyActions.offer(action, () => runNow()) : undefined), [keyActions, action, isOffered]);
}

export function useOfferedActions(): ReadonlySet<KeyAction> {
  const { keyActions } = useDesk();
  return useSyncExternalStore(keyActions.watch, keyActions.offered);
}

/** Listens before any part does: react-aria keeps keys that it handles to itself. */
export function useKeyHandler(): void {
  const { keyActions } = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const action = actionFor(event, spotOf(document.activeElement));
      if (!action || !keyActions.run(action)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keyActions]);
}

function spotOf(active: Element | null): KeySpot {
  const row = active?.closest('[data-queue-row]') ?? null;
  const inSeeds = document.querySelector('[data-area="seeds"]') !== null;
  const inText = (textFieldOf(active)?.value ?? '') !== '';
  return {
    // The search that has the focus while nothing is in hand is a field once somebody types in it.
    inField: active?.matches('input:not([data-idle-field]), textarea, [contenteditable]') || inText,
    inText,
    inQuestion: active?.closest('[data-question]') != null,
    // Among the seeds there is a way out by Esc, too: it is the field's only while something stands in it.
    inCodeField: (active?.matches('[data-code-field]') ?? false) && (inText || !inSeeds),
    // A button in the row has its own keys; only the row itself is removed by Del.
    inQueueRow: row !== null && row === active,
    inSignIn: active?.closest('[data-area="sign-in"]') != null,
    inSettings: document.querySelector('[data-area="settings"]') !== null,
    inSeeds,
    inScreen: document.querySelector('[data-screen]') !== null,
    inDoctor: document.querySelector('[data-area="doctor"]') !== null,
    inDialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
  };
}

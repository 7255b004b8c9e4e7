import { textFieldOf, typeInto } from './undo-landing.ts';

/** A key that had to wait, and where it was going. */
export type HeldKey = { readonly event: KeyboardEvent; readonly place: Element | null };

/** Does late what the keys would have done: a field gets the sign, and a part that listens hears the key. */
export function releaseKeys(held: readonly HeldKey[]): void {
  for (const { event, place } of held) {
    if (!place?.isConnected) continue;
    const field = textFieldOf(place);
    if (field) typeInto(field, event.key);
    else for (const type of ['keydown', 'keyup']) place.dispatchEvent(copyOf(event, type));
  }
}

function copyOf({ key, code, location, shiftKey }: KeyboardEvent, type: string): KeyboardEvent {
  return new KeyboardEvent(type, { key, code, location, shiftKey, bubbles: true, cancelable: true, composed: true });
}

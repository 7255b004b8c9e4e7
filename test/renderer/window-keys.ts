import { act, fireEvent } from '@testing-library/react';
import { pressOf } from './wedge-typing.ts';

/** What the same key writes on other keyboards, where that differs. */
export const LAYOUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {},
  AZERTY: {
    KeyA: 'q',
    KeyZ: 'w',
    Minus: ')',
    Semicolon: 'm',
    Slash: '!',
    Digit0: 'à',
    Digit1: '&',
    Digit2: 'é',
    Digit3: '"',
    Digit4: "'",
  },
  QWERTZ: { KeyY: 'z', KeyZ: 'y', Minus: 'ß', Semicolon: 'ö', Slash: '-' },
  Dvorak: { KeyA: 'a', KeyG: 'i', KeyL: 'n', KeyT: 'y', KeyS: 'o', KeyE: '.', Minus: '[', Semicolon: 's', Slash: 'z' },
};

let clockMs = 0;

/** Call it before each test: the keys of one go on from there. */
export function startKeyClock(): void {
  clockMs = performance.now();
}

/** A pause between two keys. */
export function waitAtKeys(pauseMs: number): void {
  clockMs += pauseMs;
}

export type Typing = { readonly gapMs: number; readonly heldMs?: number; readonly layout?: keyof typeof LAYOUTS };

/** Keys as a keyboard sends them, and what the page itself does with a key that nobody kept from it. */
export function type(text: string, { gapMs, heldMs = gapMs / 4, layout = 'US' }: Typing): void {
  for (const sign of text) {
    const { code, shift } = pressOf(sign);
    const plain = LAYOUTS[layout]?.[code] ?? sign;
    const key = { Enter: 'Enter', Tab: 'Tab' }[code] ?? (shift ? plain.toUpperCase() : plain);
    if (shift) send('keydown', { code: 'ShiftLeft', key: 'Shift', shiftKey: true });
    const isLeft = send('keydown', { code, key, shiftKey: shift });
    if (isLeft) doAsThePage(key);
    clockMs += heldMs;
    send('keyup', { code, key, shiftKey: shift });
    if (shift) send('keyup', { code: 'ShiftLeft', key: 'Shift' });
    clockMs += gapMs - heldMs;
  }
}

function send(kind: 'keydown' | 'keyup', press: KeyboardEventInit): boolean {
  const event = new KeyboardEvent(kind, { ...press, bubbles: true, cancelable: true, composed: true });
  Object.defineProperties(event, { isTrusted: { value: true }, timeStamp: { value: clockMs } });
  let isLeft = true;
  act(() => {
    isLeft = (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return isLeft;
}

function doAsThePage(key: string): void {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement && key.length === 1 && !active.readOnly)
    fireEvent.input(active, { target: { value: active.value + key } });
  if (active instanceof HTMLButtonElement && key === 'Enter') fireEvent.click(active);
}

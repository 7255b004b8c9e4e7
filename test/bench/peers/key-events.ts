/** The keys of a US keyboard. Source: UI Events KeyboardEvent code and key values; legacy keyCode table. */
export type KeyEvent = {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly which: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly target: { readonly tagName: string };
  readonly preventDefault: () => void;
  readonly stopPropagation: () => void;
  readonly stopImmediatePropagation: () => void;
};

export type KeyListener = (event: KeyEvent) => void;

/** Plain sign, shifted sign, name of the key, keyCode. */
const SIGN_KEYS: readonly (readonly [plain: string, shifted: string, code: string, keyCode: number])[] = [
  ['-', '_', 'Minus', 189],
  ['=', '+', 'Equal', 187],
  ['[', '{', 'BracketLeft', 219],
  [']', '}', 'BracketRight', 221],
  ['\\', '|', 'Backslash', 220],
  [';', ':', 'Semicolon', 186],
  ["'", '"', 'Quote', 222],
  ['`', '~', 'Backquote', 192],
  [',', '<', 'Comma', 188],
  ['.', '>', 'Period', 190],
  ['/', '?', 'Slash', 191],
  [' ', ' ', 'Space', 32],
];
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** The key presses of one character: a capital letter is Shift and the letter. */
export function keysOf(character: string): readonly KeyEvent[] {
  if (character === '\r') return [press('Enter', 'Enter', 13)];
  if (character === '\t') return [press('Tab', 'Tab', 9)];
  if (/[0-9]/.test(character)) return [press(character, `Digit${character}`, character.charCodeAt(0))];
  const capital = character.toUpperCase();
  if (/[a-z]/.test(character)) return [press(character, `Key${capital}`, capital.charCodeAt(0))];
  if (/[A-Z]/.test(character)) return shifted(character, `Key${capital}`, capital.charCodeAt(0));
  const digit = SHIFTED_DIGITS.indexOf(character);
  if (digit !== -1) return shifted(character, `Digit${digit}`, 48 + digit);
  const sign = SIGN_KEYS.find(([plain, other]) => plain === character || other === character);
  if (!sign) throw new Error(`No key types ${JSON.stringify(character)}.`);
  const [plain, , code, keyCode] = sign;
  return character === plain ? [press(character, code, keyCode)] : shifted(character, code, keyCode);
}

function shifted(key: string, code: string, keyCode: number): readonly KeyEvent[] {
  return [press('Shift', 'ShiftLeft', 16, true), press(key, code, keyCode, true)];
}

function press(key: string, code: string, keyCode: number, shiftKey = false): KeyEvent {
  const nothing = (): void => undefined;
  return {
    key,
    code,
    keyCode,
    which: keyCode,
    shiftKey,
    ctrlKey: false,
    target: { tagName: 'BODY' },
    preventDefault: nothing,
    stopPropagation: nothing,
    stopImmediatePropagation: nothing,
  };
}

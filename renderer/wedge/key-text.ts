/**
 * The sign that a key stands for on a US keyboard. A reader in keyboard mode sends US scan codes, whatever layout the
 * computer has: on a French one `1` would arrive as `&`. The physical key tells what was scanned.
 * Source: USB HID Usage Tables 1.5, section 10 (keyboard page); UI Events KeyboardEvent code Values, section 3.
 * @returns `null` for a key that writes nothing.
 */
export function keyText(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const signs = SIGNS.get(code);
  if (signs === undefined) return null;
  return (shift ? signs[1] : signs[0]) ?? null;
}

/** Without and with Shift. The number pad writes the same with both. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Array.from(')!@#$%^&*(', (shifted, digit) => [`Digit${digit}`, `${digit}${shifted}`] as const),
  ...Array.from('0123456789', (digit) => [`Numpad${digit}`, digit + digit] as const),
  ['Space', '  '],
  ['Minus', '-_'],
  ['Equal', '=+'],
  ['BracketLeft', '[{'],
  ['BracketRight', ']}'],
  ['Backslash', '\\|'],
  ['Semicolon', ';:'],
  ['Quote', `'"`],
  ['Backquote', '`~'],
  ['Comma', ',<'],
  ['Period', '.>'],
  ['Slash', '/?'],
  ['NumpadDecimal', '..'],
  ['NumpadDivide', '//'],
  ['NumpadMultiply', '**'],
  ['NumpadSubtract', '--'],
  ['NumpadAdd', '++'],
]);

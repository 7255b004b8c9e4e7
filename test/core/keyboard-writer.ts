/**
 * What a scanner in keyboard mode sends, written down by hand, so that no test rests on the code that it judges.
 * Source: HID 1.11, appendix B.1 (boot keyboard); HID Usage Tables 1.5, page 0x07.
 */
type Key = readonly [usage: number, shift: boolean];

const SHIFT_LEFT = 0x02;

/** A US keyboard, key by key: the usage, its sign, and its sign with Shift. */
const US: readonly (readonly [usage: number, plain: string, shifted: string])[] = [
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter, index) => [4 + index, letter, letter.toUpperCase()] as const),
  [0x1e, '1', '!'],
  [0x1f, '2', '@'],
  [0x20, '3', '#'],
  [0x21, '4', '$'],
  [0x22, '5', '%'],
  [0x23, '6', '^'],
  [0x24, '7', '&'],
  [0x25, '8', '*'],
  [0x26, '9', '('],
  [0x27, '0', ')'],
  [0x2c, ' ', ' '],
  [0x2d, '-', '_'],
  [0x2e, '=', '+'],
  [0x2f, '[', '{'],
  [0x30, ']', '}'],
  [0x31, '\\', '|'],
  [0x33, ';', ':'],
  [0x34, "'", '"'],
  [0x35, '`', '~'],
  [0x36, ',', '<'],
  [0x37, '.', '>'],
  [0x38, '/', '?'],
];

const SUFFIXES: Readonly<Record<string, number>> = { '\r': 0x28, '\t': 0x2b };

/** Where the keys of a French and a German keyboard are not those of a US one, as far as the corpus needs it. */
const AZERTY: Readonly<Record<string, Key>> = {
  A: [0x14, true],
  Q: [0x04, true],
  Z: [0x1a, true],
  W: [0x1d, true],
  M: [0x33, true],
  ...Object.fromEntries(Array.from('1234567890', (digit, index) => [digit, [0x1e + index, true] as const])),
};
const QWERTZ: Readonly<Record<string, Key>> = {
  Y: [0x1d, true],
  Z: [0x1c, true],
  '-': [0x38, false],
  ':': [0x37, true],
};

const SET_TO: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  'keyboard us': {},
  'keyboard overlapping': {},
  'keyboard azerty': AZERTY,
  'keyboard qwertz': QWERTZ,
};

export function isKeyboard(scanner: string): boolean {
  return scanner in SET_TO;
}

/** One report of a boot keyboard. */
export function keyReport(usages: readonly number[], modifiers = 0): Uint8Array {
  const report = new Uint8Array(8);
  report[0] = modifiers;
  report.set(usages, 2);
  return report;
}

/** The reports of one label: each key goes down and up again, or up only when the next one is down. */
export function typeReports(scanner: string, text: string): readonly Uint8Array[] {
  const keys = Array.from(text, (sign) => keyOf(sign, SET_TO[scanner] ?? {}));
  if (scanner !== 'keyboard overlapping')
    return keys.flatMap(([usage, shift]) => [keyReport([usage], shift ? SHIFT_LEFT : 0), keyReport([])]);
  return [...keys.flatMap((key, index) => pressWith(key, keys[index - 1])), keyReport([])];
}

/** The same key twice has to go up in between. */
function pressWith([usage, shift]: Key, before: Key | undefined): readonly Uint8Array[] {
  const modifiers = shift ? SHIFT_LEFT : 0;
  if (before === undefined) return [keyReport([usage], modifiers)];
  if (before[0] === usage) return [keyReport([]), keyReport([usage], modifiers)];
  return [keyReport([before[0], usage], modifiers), keyReport([usage], modifiers)];
}

function keyOf(sign: string, other: Readonly<Record<string, Key>>): Key {
  const known = other[sign];
  if (known) return known;
  const suffix = SUFFIXES[sign];
  if (suffix !== undefined) return [suffix, false];
  const key = US.find(([, plain, shifted]) => plain === sign || shifted === sign);
  if (!key) throw new Error(`No key types ${JSON.stringify(sign)}.`);
  return [key[0], key[1] !== sign];
}

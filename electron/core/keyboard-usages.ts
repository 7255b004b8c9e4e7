/** A key that could not be told, in the text of a scan. */
export const UNKNOWN_KEY = '\uFFFD';

/** Source: HID Usage Tables 1.5, section 10 (page 0x07): Enter, Tab, Enter of the number pad. */
const ENDING_KEYS: ReadonlySet<number> = new Set([0x28, 0x2b, 0x58]);

/**
 * Signs by the first usage of a run of keys, without and with Shift, as a US keyboard writes them. A scanner sends the
 * places of the keys, and the computer's own layout has no part in it.
 * Source: HID Usage Tables 1.5, section 10 (page 0x07). 0x32 is the key beside Enter on other keyboards, which the
 * systems take for the backslash.
 */
const RUNS: readonly (readonly [first: number, plain: string, shifted: string])[] = [
  [0x04, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [0x1e, '1234567890', '!@#$%^&*()'],
  [0x2c, " -=[]\\\\;'`,./", ' _+{}||:"~<>?'],
  [0x54, '/*-+', '/*-+'],
  [0x59, '1234567890.', '1234567890.'],
];

const PLAIN = signsOf(([first, plain]) => [first, plain]);
const SHIFTED = signsOf(([first, , shifted]) => [first, shifted]);

/** The sign of a key, by its usage. */
export function usageText(usage: number, shift: boolean): string {
  return (shift ? SHIFTED : PLAIN).get(usage) ?? UNKNOWN_KEY;
}

/** Whether the key is what a scanner sends behind a label. */
export function isEndingKey(usage: number): boolean {
  return ENDING_KEYS.has(usage);
}

function signsOf(
  choose: (run: (typeof RUNS)[number]) => readonly [first: number, signs: string],
): ReadonlyMap<number, string> {
  return new Map(
    RUNS.flatMap((run) => {
      const [first, signs] = choose(run);
      return Array.from(signs, (sign, index) => [first + index, sign] as const);
    }),
  );
}

import { isEndingKey, UNKNOWN_KEY, usageText } from './keyboard-usages.ts';
import { LONGEST_LABEL } from './scan-rules.ts';

/** What a reader in keyboard mode has typed of a label, and the keys that its last report held down. */
export type HalfTyping = { readonly text: string; readonly held: readonly number[]; readonly lastAtMs: number };

export type Typing = {
  readonly half: HalfTyping;
  /** The labels that ended here, in order; mostly none. */
  readonly typed: readonly string[];
};

/**
 * A label without an end sign is over after this pause.
 * Chosen: the slowest rhythm that a maker documents is 80 ms a key with peaks of 100, and a key that goes up is a report, too.
 */
export const LONGEST_KEY_PAUSE_MS = 100;

export const NOTHING_TYPED: HalfTyping = { text: '', held: [], lastAtMs: 0 };

/** Source: HID 1.11, appendix B.1: modifiers, a reserved byte, six keys. */
const REPORT_BYTES = 8;
const FIRST_KEY_BYTE = 2;
/** Source: HID 1.11, section 8.3: left Shift is bit 1, right Shift bit 5; the others make another key of it. */
const SHIFT = 0b0010_0010;
/** Source: HID Usage Tables 1.5, page 0x07: 1 to 3 say that the keys could not be told. */
const LAST_ERROR_USAGE = 3;

/**
 * Reads one report of a boot keyboard. A key counts once, when it goes down, however many reports hold it.
 * @returns `null` for a report that is none of a boot keyboard.
 */
export function readKeyReport(half: HalfTyping, bytes: Uint8Array, atMs: number): Typing | null {
  if (bytes.length !== REPORT_BYTES) return null;
  const held = [...bytes.subarray(FIRST_KEY_BYTE)].filter((usage) => usage !== 0);
  const isUntold = held.some((usage) => usage <= LAST_ERROR_USAGE);
  // More keys than fit were down for a moment: what is held is not known until the next report.
  if (isUntold) return { half: { ...half, lastAtMs: atMs }, typed: [] };
  const modifiers = bytes[0] ?? 0;
  const typed: string[] = [];
  let { text } = half;
  for (const usage of held) {
    if (half.held.includes(usage)) continue;
    if (!isEndingKey(usage)) text = text.length > LONGEST_LABEL ? text : text + signOf(usage, modifiers);
    else if (text !== '') {
      typed.push(text);
      text = '';
    }
  }
  return { half: { text, held, lastAtMs: atMs }, typed };
}

/** Ends the label of a reader that sends nothing behind it, once the pause is over. */
export function restTyping(half: HalfTyping, nowMs: number): Typing {
  if (half.text === '' || nowMs - half.lastAtMs < LONGEST_KEY_PAUSE_MS) return { half, typed: [] };
  return { half: { ...half, text: '' }, typed: [half.text] };
}

/** With Control, Alt or the system's own key, a key writes nothing that a label holds. */
function signOf(usage: number, modifiers: number): string {
  return (modifiers & ~SHIFT) === 0 ? usageText(usage, (modifiers & SHIFT) !== 0) : UNKNOWN_KEY;
}

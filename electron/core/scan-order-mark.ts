/** Chosen: no serial number holds a colon, and command marks begin with `TS:`. */
const PREFIX = 'TSO:';

/** Chosen: 32 bits tell the open orders of a station apart, and the bar code stays short enough for a narrow sheet. */
const KEY_LENGTH = 8;

/** Which line of which order a printed sheet means. `keyStart`: what the key of the order begins with, in lower case. */
export type OrderMark = { readonly keyStart: string; readonly line: number };

/** The content of the bar code of a line. `orderKey`: eight hexadecimal digits or more, as of a UUID. */
export function orderMarkText(orderKey: string, line: number): string {
  return `${PREFIX}${orderKey.slice(0, KEY_LENGTH)}:${line}`;
}

/** Whether a text is meant as the mark of a line, readable or not. */
export function isOrderMark(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** `null`: it is none, or was cut off. */
export function parseOrderMark(text: string): OrderMark | null {
  const [, keyStart, line] = /^TSO:([0-9a-f]{8}):([1-9]\d{0,6})$/i.exec(text) ?? [];
  return isOrderMark(text) && keyStart && line ? { keyStart: keyStart.toLowerCase(), line: Number(line) } : null;
}

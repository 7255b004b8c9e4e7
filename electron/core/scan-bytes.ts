const { fromCharCode } = String;

/** Every byte as the one character that it is in ISO 8859-1, and as two hexadecimal digits. */
const CHARACTERS = Array.from({ length: 256 }, (_, byte) => fromCharCode(byte));
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Every AIM identifier, made once: the same few come with every scan.
 * Source: ISO/IEC 15424: a letter, and a digit or letter that tells the options.
 */
const AIM_IDS: ReadonlyMap<number, string> = new Map(
  Array.from(LETTERS, (letter) =>
    Array.from(`0123456789${LETTERS}`, (sign) => {
      const key = aimKey(letter.charCodeAt(0), sign.charCodeAt(0));
      return [key, `]${letter}${sign}`] as const;
    }),
  ).flat(),
);

/**
 * A part of a report as text, one character a byte. Eight at a time: neither a copy of the bytes nor a piece of string
 * for each of them, which is what most of the time of reading a report would go into.
 */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let at = from;
  for (; at + 8 <= to; at += 8)
    text += fromCharCode(
      byteAt(bytes, at),
      byteAt(bytes, at + 1),
      byteAt(bytes, at + 2),
      byteAt(bytes, at + 3),
      byteAt(bytes, at + 4),
      byteAt(bytes, at + 5),
      byteAt(bytes, at + 6),
      byteAt(bytes, at + 7),
    );
  for (; at < to; at++) text += CHARACTERS[byteAt(bytes, at)] ?? '';
  return text;
}

/** A part of a report as a number in hexadecimal digits, as they are printed on tokens. */
export function upperHex(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += HEX[byteAt(bytes, at)] ?? '';
  return text;
}

/** The AIM identifier of three characters that begins with a bracket there. */
export function aimIdAt(bytes: Uint8Array, at: number): string {
  return AIM_IDS.get(aimKey(byteAt(bytes, at + 1), byteAt(bytes, at + 2))) ?? latin1(bytes, at, at + 3);
}

function aimKey(letter: number, sign: number): number {
  return letter * 256 + sign;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

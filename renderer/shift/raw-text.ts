/**
 * The bytes of a text that holds one character a byte, in hexadecimal. A label may also have come in as text that a
 * keyboard typed: what no byte can be is written as UTF-8, as it would be on a label.
 */
export function rawHex(rawText: string): string {
  return Array.from(rawText, bytesOf).flat().map(toHex).join('');
}

/** Signs that cannot be seen have their names: they are often what is wrong with a label. Source: ISO/IEC 6429. */
export function rawWords(rawText: string): string {
  return Array.from(rawText, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code === 0x7f) return '<DEL>';
    return code < 0x20 ? `<${NAMES[code] ?? toHex(code)}>` : sign;
  }).join('');
}

/** What scanners send in front of a label, inside of it, and after it. */
const NAMES: Readonly<Partial<Record<number, string>>> = {
  0x00: 'NUL',
  0x02: 'STX',
  0x03: 'ETX',
  0x04: 'EOT',
  0x09: 'TAB',
  0x0a: 'LF',
  0x0d: 'CR',
  0x1b: 'ESC',
  0x1c: 'FS',
  0x1d: 'GS',
  0x1e: 'RS',
  0x1f: 'US',
};

function bytesOf(sign: string): readonly number[] {
  const code = sign.codePointAt(0) ?? 0;
  return code <= 0xff ? [code] : Array.from(new TextEncoder().encode(sign));
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}

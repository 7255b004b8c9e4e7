export type SeedEncoding = 'base32' | 'hex';

/** Source: RFC 4648 section 6. */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Source: Entra: a seed has at most 128 base32 characters. Chosen: 64 bits at least, below it is a typing error. */
const LEAST_BYTES = 8;
const MOST_BYTES = 128;

/** The ways in which this text can be a seed: none, one, or both where nothing in it tells them apart. */
export function encodingsOf(text: string): readonly SeedEncoding[] {
  const encodings: readonly SeedEncoding[] = ['base32', 'hex'];
  return encodings.filter((encoding) => {
    const seed = decodeSeed(text, encoding);
    seed?.fill(0);
    return seed !== null;
  });
}

/** `null`: it is not a seed in this encoding. Spaces and dashes are there for the eye. */
export function decodeSeed(text: string, encoding: SeedEncoding): Uint8Array | null {
  const written = text.replaceAll(/[\s-]/g, '').toUpperCase();
  const bytes = encoding === 'hex' ? decodeHex(written) : decodeBase32(written.replace(/=+$/, ''));
  return bytes && bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES ? bytes : null;
}

function decodeHex(text: string): Uint8Array | null {
  return /^(?:[0-9A-F]{2})+$/.test(text) ? Uint8Array.from(Buffer.from(text, 'hex')) : null;
}

function decodeBase32(text: string): Uint8Array | null {
  if (!/^[A-Z2-7]+$/.test(text)) return null;
  const bits = text.length * 5;
  // What is over at the end must be less than a character, and zero.
  if (bits % 8 >= 5) return null;
  const bytes = new Uint8Array(Math.floor(bits / 8));
  let held = 0;
  let heldBits = 0;
  let place = 0;
  for (const character of text) {
    held = (held << 5) | BASE32.indexOf(character);
    heldBits += 5;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[place++] = held >> heldBits;
    held &= (1 << heldBits) - 1;
  }
  return held === 0 ? bytes : null;
}

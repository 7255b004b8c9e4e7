import { BASE32 } from './decode-seed.ts';

/** A seed in base32, without the signs that fill up its end: so it is in Graph's examples. Made at once: no part of it is left. */
export function encodeBase32(bytes: Uint8Array): string {
  const signs = Buffer.alloc(Math.ceil((bytes.length * 8) / 5));
  let held = 0;
  let heldBits = 0;
  let place = 0;
  const put = (value: number): void => {
    signs[place++] = BASE32.charCodeAt(value & 0x1f);
  };
  for (const byte of bytes) {
    held = (held << 8) | byte;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      put(held >> heldBits);
    }
    held &= (1 << heldBits) - 1;
  }
  if (heldBits > 0) put(held << (5 - heldBits));
  const text = signs.toString('latin1');
  signs.fill(0);
  return text;
}

/** HMAC of a message under one token's seed, which stays with whoever made this function. */
export type HmacOf = (message: Uint8Array) => Uint8Array;

/** Computes an HOTP value. Source: RFC 4226 section 5.3. */
export function hotpOf(hmac: HmacOf, counter: number, digits: number): string {
  const digest = hmac(toEightBytes(counter));
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const [first = 0, second = 0, third = 0, fourth = 0] = digest.subarray(offset, offset + 4);
  const truncated = (first & 0x7f) * 0x1000000 + (second << 16) + (third << 8) + fourth;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** Counts the periods since the epoch. Source: RFC 6238 section 4.2, with T0 = 0. */
export function totpStep(periodSeconds: number, atMs: number): number {
  return Math.floor(atMs / (periodSeconds * 1000));
}

/** Big-endian. Source: RFC 4226 section 5.2. */
function toEightBytes(counter: number): Uint8Array {
  const bytes = new Uint8Array(8);
  let rest = counter;
  for (let place = 7; place >= 0; place--) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

import { createHash, createHmac } from 'node:crypto';

/** Makes the same GUID for the same text every time, so that practice looks alike on every bench. */
export function deriveGuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  // Source: RFC 9562 section 5.8: version 8 is for such home-made ids; the variant is binary 10.
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Makes a practice token's seed from its serial number. It is no secret: anybody can make it. */
export function derivePracticeSeed(serialNumber: string, lengthBytes: number): Uint8Array {
  const digest = createHmac('sha256', 'Token Station practice').update(serialNumber).digest();
  return new Uint8Array(digest.subarray(0, lengthBytes));
}

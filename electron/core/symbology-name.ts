/**
 * The kind of bar code in words that do not change, by the letter of the AIM identifier.
 * Source: ISO/IEC 15424, symbology code characters.
 */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['A', 'code39'],
  ['C', 'code128'],
  ['E', 'eanUpc'],
  ['F', 'codabar'],
  ['G', 'code93'],
  ['I', 'itf'],
  ['L', 'pdf417'],
  ['Q', 'qr'],
  ['d', 'dataMatrix'],
  ['e', 'dataBar'],
  ['z', 'aztec'],
]);

/** What kind of bar code this was, or `null` where the reader did not say. A kind without a word of its own is `other`. */
export function symbologyOf(aimId: string | null): string | null {
  return aimId === null ? null : (NAMES.get(aimId.charAt(1)) ?? 'other');
}

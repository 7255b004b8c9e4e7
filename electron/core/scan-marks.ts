/** What vendors print before a serial number, with a sign that ends it. */
const MARK_WITH_SIGN = /(?:S\/N[OR]?\.?|SN|SERIAL(?: NO\.?| NUMBER)?)\s*[:#]\s*/iy;

/**
 * The same without a sign. `S/N` is known by its slash; letters alone only where a blank ends them, because `SN12345678`
 * may be the serial number itself. Where nobody knows whether a letter belongs to the mark or to the number, as in
 * `S/NO12345` and `SERIAL NO12345`, nothing is taken off.
 */
const MARK_WITHOUT_SIGN = /(?:S\/N(?:\s+|(?!O|R|UM))|SN\s+|SERIAL (?:NO\.\s*|NO\s+|NUMBER\s+))(?=[A-Z0-9])/iy;

/** Takes off `S/N:` and its like, once. */
export function withoutSerialMark(text: string): string {
  return text.slice(lengthOf(MARK_WITH_SIGN, text) || lengthOf(MARK_WITHOUT_SIGN, text));
}

/** The number of characters that fit in front; 0: it does not fit. */
function lengthOf(mark: RegExp, text: string): number {
  mark.lastIndex = 0;
  mark.test(text);
  return mark.lastIndex;
}

/**
 * Takes off Code 39's start and stop signs, which some scanners send and some printers add.
 * Source: ISO/IEC 16388: `*` stands for both, and is no character of the data.
 */
export function withoutStars(text: string): string {
  const isInStars = text.length >= 2 && text.startsWith('*') && text.endsWith('*');
  return isInStars ? text.slice(1, -1).trim() : text;
}

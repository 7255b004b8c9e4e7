/** Letters that are no letter with a mark to Unicode, and that nobody wants to have to type. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
};
const SPELLED_LETTERS = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g');

/** A text as it is searched: without capitals and accents, each run of blanks as one. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(SPELLED_LETTERS, (letter) => SPELLED[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A serial number as it is searched: labels, lists and people put the dashes and blanks where they like. */
export function plainSerial(text: string): string {
  return plainText(text).replaceAll(/[\p{Pd} ]/gu, '');
}

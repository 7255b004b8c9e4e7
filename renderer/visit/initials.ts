/** What stands for a face: the first letters of the first and the last word of a name, without titles and brackets. */
export function initialsOf(displayName: string): string {
  const words = displayName
    .replaceAll(/\([^)]*\)|\p{L}+\.|[^\p{L}\p{N}\s'’-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0], ''];
  return [first, last]
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** The last characters of a text, none of them cut in half. */
export function endOf(text: string, length: number): string {
  return Array.from(text).slice(-length).join('');
}

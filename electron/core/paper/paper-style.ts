import type { PaperWords } from './words/paper-words.ts';

/** Whose words stand on paper, and how times and numbers are written. Made once for a paper: a formatter costs as much as a page. */
export type PaperStyle = {
  readonly words: PaperWords;
  readonly times: Intl.DateTimeFormat;
  readonly numbers: Intl.NumberFormat;
};

/** `locale`, `timeZone`: as the system has them. */
export function createPaperStyle(words: PaperWords, locale: string, timeZone: string): PaperStyle {
  return {
    words,
    times: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    numbers: new Intl.NumberFormat(locale),
  };
}

export function atWords(atMs: number, { times }: PaperStyle): string {
  return times.format(atMs);
}

export function countWords(count: number, { numbers }: PaperStyle): string {
  return numbers.format(count);
}

/** Puts values in the places of a sentence: `{name}`. What has no value stays as it is written. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

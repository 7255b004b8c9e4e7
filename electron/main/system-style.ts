import { createPaperStyle, type PaperStyle } from '../core/paper/paper-style.ts';
import { wordsFor, type PaperWords } from '../core/paper/words/paper-words.ts';

/** Times as this system writes them, in the language that it is in, as far as there are words. */
export function systemStyle(): PaperStyle {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return createPaperStyle(wordsFor(locale), locale, timeZone);
}

export function systemWords(): PaperWords {
  return wordsFor(Intl.DateTimeFormat().resolvedOptions().locale);
}

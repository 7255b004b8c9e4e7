import type { Alphabet } from '../contract/site-rule.ts';
import { isOfAlphabet } from './site-rule-fit.ts';

/** Chosen: a box holds some hundred tokens; numbers that come a thousand later must still fit what was learned. */
const NEXT_NUMBERS = 1_000n;

export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const text of others) while (!text.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

export function commonSuffix(texts: readonly string[]): string {
  const reverse = (text: string): string => Array.from(text).toReversed().join('');
  return reverse(commonPrefix(texts.map(reverse)));
}

/** `null`: there is none that holds all of them. */
export function narrowestAlphabet(texts: readonly string[]): Alphabet | null {
  const alphabets: readonly Alphabet[] = ['digits', 'hex', 'alphanumeric'];
  if (texts.some((text) => text === '')) return null;
  return alphabets.find((alphabet) => texts.every((text) => isOfAlphabet(text, alphabet))) ?? null;
}

/** The letters and digits that all begin with, and that those with the next higher numbers will begin with. */
export function steadyPrefix(texts: readonly string[]): string {
  const later = texts.map(afterThousand);
  return /^[0-9A-Za-z]*/.exec(commonPrefix([...texts, ...later]))?.[0] ?? '';
}

/** `GALT0099` a thousand later: `GALT1099`. A text that ends in no number stays as it is. */
function afterThousand(text: string): string {
  const [, lead = text, digits = ''] = /^(.*?)([0-9]*)$/.exec(text) ?? [];
  return digits === '' ? text : lead + String(BigInt(digits) + NEXT_NUMBERS).padStart(digits.length, '0');
}

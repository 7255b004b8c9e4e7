import type { Alphabet, SiteRule } from '../contract/site-rule.ts';

const ALPHABETS: Readonly<Record<Alphabet, RegExp>> = {
  digits: /^[0-9]*$/,
  hex: /^[0-9A-Fa-f]*$/,
  alphanumeric: /^[0-9A-Za-z]*$/,
};

/** What a site's rule uses of a label, or `null` where the label has another form. */
export function fitSiteRule(rule: SiteRule, text: string, aimId: string | null): string | null {
  const { before, after, startsWith, dashes, shortest, longest, aimLetter } = rule;
  if (aimLetter !== null && aimId?.charAt(1) !== aimLetter) return null;
  if (!text.startsWith(before) || !text.endsWith(after)) return null;
  // Empty also where the two would share a sign.
  const printed = text.slice(before.length, text.length - after.length);
  if (printed === '' || printed.startsWith('-') || printed.endsWith('-')) return null;
  const used = dashes === 'drop' ? printed.replaceAll('-', '') : printed;
  if (!used.startsWith(startsWith) || used.length < shortest || used.length > longest) return null;
  return isOfAlphabet(dashes === 'keep' ? used.replaceAll('-', '') : used, rule.alphabet) ? used : null;
}

export function isOfAlphabet(text: string, alphabet: Alphabet): boolean {
  return ALPHABETS[alphabet].test(text);
}

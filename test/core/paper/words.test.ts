import { expect, test } from 'vitest';
import { EN_PROBLEMS } from '../../../electron/core/paper/words/en-problems.ts';
import { EN } from '../../../electron/core/paper/words/en.ts';
import { wordsFor } from '../../../electron/core/paper/words/paper-words.ts';
import { fill } from '../../../electron/core/paper/paper-style.ts';
import window from '../../../renderer/text/en.json' with { type: 'json' };

const titles: Readonly<Record<string, { readonly title: string }>> = window.problem;

test.each(Object.entries(EN_PROBLEMS))('%s has the title that the window has for it', (code, title) => {
  expect(title).toBe(titles[code]?.title);
});

test('every reason for which a label or a token may be refused has words', () => {
  const wanted = Object.keys(titles).filter((code) => /^(scan|report|token|serial-(unknown|twice)|graph)-/.test(code));
  expect(wanted.filter((code) => !(code in EN_PROBLEMS))).toEqual([]);
});

test.each(['en', 'en-GB', 'EN-us', 'fr-FR', 'tlh'])('a system in %s has words', (locale) => {
  expect(wordsFor(locale)).toBe(EN);
});

test('a place without a value stays as it is written', () => {
  expect(fill('{one} and {two}', { one: '1' })).toBe('1 and {two}');
});

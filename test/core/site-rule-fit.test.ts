import { describe, expect, test } from 'vitest';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { fitSiteRule } from '../../electron/core/site-rule-fit.ts';

const RULE: SiteRule = {
  id: 'rule-1',
  means: 'badge',
  before: '',
  after: '',
  startsWith: '',
  alphabet: 'digits',
  dashes: 'none',
  shortest: 1,
  longest: 64,
  aimLetter: null,
};

function fit(more: Partial<SiteRule>, text: string, aimId: string | null = ']C0'): string | null {
  return fitSiteRule({ ...RULE, ...more }, text, aimId);
}

describe('a label fits a rule of the site', () => {
  test.each<readonly [string, Partial<SiteRule>, string, string | null]>([
    ['what stands before and after is not used', { before: 'EMP/', after: '%' }, 'EMP/4711%', '4711'],
    ['without what stands before', { before: 'EMP/' }, '4711', null],
    ['with it in another case', { before: 'EMP/' }, 'emp/4711', null],
    ['without what stands after', { after: '%' }, '4711', null],
    ['where both would share a sign', { before: 'A/', after: '/B' }, 'A/B', null],
    ['where nothing is between them', { before: 'A/', after: '/B' }, 'A//B', null],
    ['what it starts with is used', { startsWith: '47' }, '4711', '4711'],
    ['where it starts with something else', { startsWith: '47' }, '1147', null],
    ['what it starts with comes behind what stands before', { before: '#', startsWith: '47' }, '#4711', '4711'],
    ['digits alone', { alphabet: 'digits' }, '47A1', null],
    ['hexadecimal digits of both cases', { alphabet: 'hex' }, '0fA9', '0fA9'],
    ['a letter that is none', { alphabet: 'hex' }, '0G', null],
    ['letters and digits', { alphabet: 'alphanumeric' }, '0Gz', '0Gz'],
    ['a sign that is neither', { alphabet: 'alphanumeric' }, '0_G', null],
    ['a blank', { alphabet: 'alphanumeric' }, '0 G', null],
    ['a letter beyond ASCII', { alphabet: 'alphanumeric' }, '0\u00c4', null],
    ['an Arabic digit', { alphabet: 'digits' }, '\u0662', null],
    ['a dash where none is allowed', {}, '47-11', null],
    ['a dash that is kept', { dashes: 'keep' }, '47-11', '47-11'],
    ['a dash that is dropped', { dashes: 'drop' }, '47-1-1', '4711'],
    ['a dash in front', { dashes: 'keep' }, '-4711', null],
    ['a dash at the end', { dashes: 'drop' }, '4711-', null],
    ['dashes alone', { dashes: 'drop' }, '--', null],
    ['as short as it may be', { shortest: 4 }, '4711', '4711'],
    ['shorter', { shortest: 5 }, '4711', null],
    ['as long as it may be', { longest: 4 }, '4711', '4711'],
    ['longer', { longest: 3 }, '4711', null],
    ['kept dashes count', { dashes: 'keep', longest: 4 }, '47-11', null],
    ['dropped dashes do not', { dashes: 'drop', longest: 4 }, '47-11', '4711'],
    ['the start is that of what is used', { dashes: 'drop', startsWith: '471' }, '47-11', '4711'],
    ['leading zeros are used', { shortest: 4 }, '0011', '0011'],
    ['nothing', { shortest: 0 }, '', null],
  ])('%s: %j on %j gives %j', (_, more, text, used) => {
    expect(fit(more, text)).toBe(used);
  });

  test('by the letter of its symbology, where the rule names one', () => {
    expect(fit({ aimLetter: 'C' }, '4711', ']C0')).toBe('4711');
    expect(fit({ aimLetter: 'C' }, '4711', ']A0')).toBeNull();
    expect(fit({ aimLetter: 'C' }, '4711', null)).toBeNull();
    expect(fit({ aimLetter: null }, '4711', null)).toBe('4711');
  });
});

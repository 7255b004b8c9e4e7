import type { TFunction } from 'i18next';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { knownWord } from './known-word.ts';

/** The symbologies by the letter of their AIM identifier. Source: ISO/IEC 15424. */
const SYMBOLOGY_OF_LETTER: Readonly<Record<string, string>> = {
  A: 'code39',
  C: 'code128',
  E: 'eanUpc',
  F: 'codabar',
  G: 'code93',
  I: 'itf',
  L: 'pdf417',
  Q: 'qr',
  d: 'dataMatrix',
  e: 'dataBar',
  z: 'aztec',
};

/** The form of a label and what it is, in one sentence: "Begins with 2600, 13 digits, Code 128, is a serial number". */
export function siteRuleWords(t: TFunction, rule: SiteRule): string {
  const { before, after, startsWith, alphabet, dashes, shortest, longest, aimLetter, means } = rule;
  const parts = [
    before && t('doctor.form.before', { before }),
    startsWith && t('doctor.form.startsWith', { startsWith }),
    shortest === longest
      ? t(`doctor.form.${alphabet}`, { count: longest })
      : t(`doctor.form.${alphabet}Range`, { shortest, longest }),
    dashes !== 'none' && t(`doctor.form.dashes.${dashes}`),
    after && t('doctor.form.after', { after }),
    aimLetter && knownWord('symbology', SYMBOLOGY_OF_LETTER[aimLetter] ?? `]${aimLetter}`),
    t(`doctor.form.means.${means}`),
  ];
  const words = parts.filter(Boolean).join(', ');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

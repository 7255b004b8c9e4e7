import { text } from '../i18n.ts';

/** The words for a name that the station uses, or the name itself: rules and symbologies may be newer than the texts. */
export function knownWord(group: 'rule' | 'symbology', name: string): string {
  const words: unknown = text.getResource(text.language, 'translation', `doctor.${group}.${name}`);
  return typeof words === 'string' ? words : name;
}

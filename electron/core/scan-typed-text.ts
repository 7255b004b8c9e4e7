import type { SiteRule } from '../contract/site-rule.ts';
import { readScanText, refuseUnread, type ScanMeaning } from './scan-grammar.ts';

/**
 * Reads what a reader in keyboard mode typed. Some are set to send the AIM identifier in front.
 * Source: ISO/IEC 15424: `]`, a letter, and a sign that tells the options.
 */
export function readTypedText(typed: string, siteRules: readonly SiteRule[]): ScanMeaning {
  // A key that could not be told, or typing that ran into the scan: which part is the label's cannot be known.
  if (typed.includes('\uFFFD')) return refuseUnread('scan-control-characters', 'typed-unknown-key', null);
  // A token with a plug typed its code and no item waits for one. It is no serial number, and is kept nowhere.
  if (/^\s*[0-9]{6}\s*$/.test(typed)) return refuseUnread('scan-not-a-serial', 'typed-code', null);
  const [, aimId = null, label = typed] = /^(\][A-Za-z][0-9A-Za-z])([^]*)$/.exec(typed) ?? [];
  return readScanText(label, aimId, siteRules);
}

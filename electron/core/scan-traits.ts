import type { SiteRule } from '../contract/site-rule.ts';
import { isGs1Carrier, isRetailSymbology, SHORTEST_SEED } from './scan-rules.ts';

/**
 * What can be told of a label at one look, one bit each. A rule says of which of them one is needed for it to have anything
 * to say: most labels are a few letters and digits, and hardly any rule is about those.
 */
export const DASH = 1 << 0;
export const BLANK = 1 << 1;
export const COLON = 1 << 2;
export const SLASH = 1 << 3;
export const STAR = 1 << 4;
export const BRACE = 1 << 5;
export const EQUALS = 1 << 6;
export const DOT = 1 << 7;
export const HASH = 1 << 8;
export const UNDERSCORE = 1 << 9;
export const CONTROL = 1 << 10;
/** As long as a seed, or longer. */
export const LONG = 1 << 11;
/** By its symbology it may be on goods. */
export const ON_GOODS = 1 << 12;
/** It holds GS1 data, whatever they are about. */
export const GS1 = 1 << 13;
/** The site has rules of its own. */
export const SITE = 1 << 14;
/** Every label has it. */
export const ALWAYS = 1 << 15;
/** All of them. A sign of no kind counts as every kind, so that no rule is passed over because of it. */
export const ANY = -1;

const KINDS: readonly (readonly [signs: string, kind: number])[] = [
  ['0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 0],
  ['-', DASH],
  [' ', BLANK],
  [':', COLON],
  ['/', SLASH],
  ['*', STAR],
  ['{', BRACE],
  ['=', EQUALS],
  ['.', DOT],
  ['#', HASH],
  ['_', UNDERSCORE],
];

const KIND_OF = Int16Array.from({ length: 128 }, (_, code) => {
  const kind = KINDS.find(([signs]) => signs.includes(String.fromCharCode(code)))?.[1];
  return kind ?? (code < 0x20 ? CONTROL : ANY);
});

/** Those of the way in which a label came, whatever stands on it. */
export function traitsOfScan(aimId: string | null, siteRules: readonly SiteRule[]): number {
  const site = siteRules.length > 0 ? ALWAYS | SITE : ALWAYS;
  if (isRetailSymbology(aimId)) return site | ON_GOODS;
  return isGs1Carrier(aimId) ? site | GS1 : site;
}

/** Those of a text. */
export function traitsOfText(text: string): number {
  let traits = text.length < SHORTEST_SEED ? 0 : LONG;
  for (let at = 0; at < text.length; at++) traits |= KIND_OF[text.charCodeAt(at)] ?? ANY;
  return traits;
}

import type { SiteRule } from '../contract/site-rule.ts';
import type { Answer } from './scan-rule.ts';
import { isAnySeed, isRetailCode, LONGEST_SERIAL } from './scan-rules.ts';
import { fitSiteRule } from './site-rule-fit.ts';

type Fit = { readonly rule: SiteRule; readonly used: string };

/**
 * What the site's own rules say of a label. They may take what the built-in rules would find too short, and never a trade
 * number, a seed, or more than a serial number can hold. `scan-ambiguous`: two of them disagree.
 */
export function askSiteRules(text: string, aimId: string | null, siteRules: readonly SiteRule[]): Answer {
  if (siteRules.length === 0) return null;
  const fits = siteRules.flatMap((rule) => fitOf(rule, text, aimId));
  const [first, ...others] = fits;
  if (!first) return null;
  const { rule, used } = first;
  if (fits.some((fit) => isAnySeed(fit.used))) return { kind: 'refused', code: 'scan-holds-secret', shows: 'nothing' };
  if (others.some((other) => !isSame(first, other))) return { kind: 'refused', code: 'scan-ambiguous', shows: 'label' };
  if (rule.means === 'ignored') return { kind: 'refused', code: 'scan-not-a-serial', shows: 'label', by: rule.id };
  return { kind: rule.means, used, by: rule.id };
}

function fitOf(rule: SiteRule, text: string, aimId: string | null): readonly Fit[] {
  const used = fitSiteRule(rule, text, aimId);
  if (used === null) return [];
  const isNone = rule.means === 'serialNumber' && (used.length > LONGEST_SERIAL || isRetailCode(aimId, text));
  return isNone ? [] : [{ rule, used }];
}

/** Of a label that is never meant, it does not matter which part of it would be used. */
function isSame(one: Fit, other: Fit): boolean {
  if (one.rule.means !== other.rule.means) return false;
  return one.rule.means === 'ignored' || one.used === other.used;
}

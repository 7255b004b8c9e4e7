import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { SiteRule, SiteRuleMeaning } from '../contract/site-rule.ts';
import { takeOff } from './learn-take-off.ts';
import { commonPrefix, commonSuffix, narrowestAlphabet, steadyPrefix } from './learn-form.ts';
import { ok, refuse } from './result.ts';
import { readScanText } from './scan-grammar.ts';
import { isRetailCode, LONGEST_SERIAL } from './scan-rules.ts';
import { fitSiteRule } from './site-rule-fit.ts';

/** A label as it was scanned. */
export type Sample = { readonly text: string; readonly aimId: string | null };

/** How many labels of one form are asked for. Chosen: two may agree by chance, and nobody looks for a fourth. */
export const SAMPLES_WANTED = 3;

/** Chosen: letters that a vendor has in front of all numbers; more of them would be those of one box. */
const LONGEST_START = 4;

/** What may belong to the used part. A dash may be part of a serial number: it ends nothing that is left out. */
const INNER = { atEnd: /[0-9A-Za-z]+$/, atStart: /^[0-9A-Za-z]+/ };
const INNER_OF_SERIAL = { atEnd: /[0-9A-Za-z-]+$/, atStart: /^[0-9A-Za-z-]+/ };

/**
 * Finds the rule that labels of one form have in common, and what it uses of each.
 * `scan-ambiguous`: too few labels, the same one twice, or no common form. A label that holds a secret, a trade number or
 * more than a serial number can be is refused by the code that it would have as a scan.
 */
export function learnRule(
  samples: readonly Sample[],
  means: SiteRuleMeaning,
  id: string,
): Result<{ readonly rule: SiteRule; readonly used: readonly string[] }> {
  if (samples.length < SAMPLES_WANTED) return refuse('scan-ambiguous');
  const texts: string[] = [];
  for (const { text, aimId } of samples) {
    const left = takeOff(text, aimId);
    if (!left.ok) return left;
    if (means === 'serialNumber' && isRetailCode(aimId, left.value)) return refuse('scan-retail-code');
    texts.push(left.value);
  }
  if (new Set(texts).size < texts.length) return refuse('scan-ambiguous');
  const rule = ruleOf(texts, samples, means, id);
  if (!rule) return refuse('scan-ambiguous');
  if (means === 'serialNumber' && rule.longest > LONGEST_SERIAL) return refuse('scan-not-a-serial');
  const used = texts.flatMap((text, index) => fitSiteRule(rule, text, samples[index]?.aimId ?? null) ?? []);
  if (used.length < texts.length) return refuse('scan-ambiguous');
  const missed = samples
    .map((sample, index) => missOf(rule, sample, used[index] ?? ''))
    .find((problem) => problem !== null);
  return missed ? { ok: false, problem: missed } : ok({ rule, used });
}

/** Why the grammar would not come to this rule, or would use another part; `null`: it would do as it should. */
function missOf(rule: SiteRule, { text, aimId }: Sample, used: string): Problem | null {
  const meaning = readScanText(text, aimId, [rule]);
  const last = meaning.steps.at(-1);
  if (last?.rule === rule.id && (rule.means === 'ignored' || last.after === used)) return null;
  return meaning.kind === 'refused' ? meaning.problem : { code: 'scan-ambiguous' };
}

function ruleOf(
  texts: readonly string[],
  samples: readonly Sample[],
  means: SiteRuleMeaning,
  id: string,
): SiteRule | null {
  const inner = means === 'serialNumber' ? INNER_OF_SERIAL : INNER;
  const before = commonPrefix(texts).replace(inner.atEnd, '');
  const rests = texts.map((text) => text.slice(before.length));
  const after = commonSuffix(rests).replace(inner.atStart, '');
  const used = rests.map((rest) => rest.slice(0, rest.length - after.length));
  const alphabet = narrowestAlphabet(used.map((part) => part.replaceAll('-', '')));
  if (!alphabet) return null;
  const lengths = used.map(({ length }) => length);
  const letters = new Set(samples.map(({ aimId }) => aimId?.charAt(1) ?? null));
  const [letter = null] = letters;
  return {
    id,
    means,
    before,
    after,
    startsWith: steadyPrefix(used).slice(0, LONGEST_START),
    alphabet,
    dashes: used.some((part) => part.includes('-')) ? 'keep' : 'none',
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    aimLetter: letters.size === 1 ? letter : null,
  };
}

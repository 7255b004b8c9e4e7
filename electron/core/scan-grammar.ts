import type { RuleStep } from '../contract/doctor.ts';
import type { Problem } from '../contract/problem.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import type { Scan } from './scan-assembler.ts';
import type { CommandMark } from './scan-command-mark.ts';
import type { Decision, ScanRule } from './scan-rule.ts';
import { SCAN_RULES } from './scan-rule-table.ts';
import { LONGEST_SERIAL, mayHoldSecret } from './scan-rules.ts';
import { ANY, traitsOfScan, traitsOfText } from './scan-traits.ts';
import { assertNever } from './unreachable.ts';

/**
 * What was scanned. `scannedText` is kept beside what is used of it, so that the difference can be shown; of a label that
 * is refused it is `shownText`. `steps` names each rule that changed or decided something, and is empty where the label is
 * a serial number as it stands. Where nothing may be shown, the texts of the steps are empty, too.
 */
export type ScanMeaning = {
  readonly scannedText: string;
  readonly aimId: string | null;
  readonly steps: readonly RuleStep[];
} & (
  | { readonly kind: 'serialNumber'; readonly serialNumber: string }
  | { readonly kind: 'badge'; readonly badgeId: string }
  | { readonly kind: 'workOrderLine'; readonly lineId: string }
  | { readonly kind: 'commandMark'; readonly mark: CommandMark }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly shownText: string }
);

/** What the rules have made of a label so far: `text` is left of it. */
type Progress = {
  readonly label: string;
  readonly text: string;
  readonly aimId: string | null;
  readonly steps: readonly RuleStep[];
};

const NO_STEPS: readonly RuleStep[] = [];

/** Reads one scan. Scanners send ISO 8859-1 or ASCII; what a serial number cannot hold is refused. */
export function readScan({ text, aimId, overflow }: Scan, siteRules: readonly SiteRule[]): ScanMeaning {
  return overflow ? refuseUnread('scan-too-long', 'too-long', aimId) : readScanText(text, aimId, siteRules);
}

/** Decides what a text is, by the rules of the grammar in their order. */
export function readScanText(raw: string, aimId: string | null, siteRules: readonly SiteRule[] = []): ScanMeaning {
  return askRules(SCAN_RULES, raw, aimId, siteRules);
}

/** Asks each rule in its turn, until one decides; a grammar's last rule always does. */
export function askRules(
  rules: readonly ScanRule[],
  raw: string,
  aimId: string | null,
  siteRules: readonly SiteRule[],
): ScanMeaning {
  let label = raw;
  let text = raw;
  const traitsOfThis = traitsOfScan(aimId, siteRules);
  let traits = ANY;
  let steps = NO_STEPS;
  for (const rule of rules) {
    if ((rule.when & traits) === 0) continue;
    const answer = rule.ask(text, aimId, siteRules);
    if (answer === null) continue;
    if (typeof answer !== 'string' && answer.kind !== 'part')
      return conclude(answer, rule.name, { label, text, aimId, steps });
    const before = text;
    if (typeof answer === 'string') {
      text = answer;
      if (rule.part === 'danger') label = answer;
      if (before !== text) steps = [...steps, { rule: rule.name, before, after: text }];
    } else {
      // The steps before show the whole label, of which this much is kept.
      ({ text, excerpt: label } = answer);
      steps = [{ rule: rule.name, before: label, after: text }];
    }
    if (before !== text || traits === ANY) traits = traitsOfThis | traitsOfText(text);
  }
  return refuseUnread('scan-not-a-serial', 'none', aimId);
}

/** Refuses what was not looked at. */
export function refuseUnread(code: Problem['code'], rule: string, aimId: string | null): ScanMeaning {
  const steps = [{ rule, before: '', after: '' }];
  return { kind: 'refused', problem: { code }, shownText: '', scannedText: '', aimId, steps };
}

function conclude(decision: Decision, ruleName: string, { label, text, aimId, steps }: Progress): ScanMeaning {
  const by = (after: string, rule = ruleName): readonly RuleStep[] => [...steps, { rule, before: text, after }];
  switch (decision.kind) {
    case 'serialNumber': {
      const { used: serialNumber, by: siteRule } = decision;
      const all = siteRule === undefined ? steps : by(serialNumber, siteRule);
      return { kind: 'serialNumber', serialNumber, scannedText: label, aimId, steps: all };
    }
    case 'badge':
      return {
        kind: 'badge',
        badgeId: decision.used,
        scannedText: label,
        aimId,
        steps: by(decision.used, decision.by),
      };
    case 'workOrderLine':
      return {
        kind: 'workOrderLine',
        lineId: decision.used,
        scannedText: label,
        aimId,
        steps: by(decision.used, decision.by),
      };
    case 'commandMark':
      return { kind: 'commandMark', mark: decision.mark, scannedText: label, aimId, steps: by(decision.mark) };
    case 'refused': {
      const { code, shows, by: siteRule } = decision;
      const shownText = showable({ label, left: text, nothing: '' }[shows]);
      const all = by('', siteRule);
      return {
        kind: 'refused',
        problem: { code },
        shownText,
        scannedText: shownText,
        aimId,
        steps: shownText === '' ? all.map(({ rule }) => ({ rule, before: '', after: '' })) : all,
      };
    }
    default:
      return assertNever(decision);
  }
}

/** A long text that is no serial number may be a seed: only what is as short as a serial number is shown. */
export function showable(text: string): string {
  return text.length <= LONGEST_SERIAL && !mayHoldSecret(text) ? text : '';
}

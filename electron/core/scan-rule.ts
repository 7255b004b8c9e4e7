import type { ProblemCode } from '../contract/problem.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import type { CommandMark } from './scan-command-mark.ts';

/** What a rule makes of a text: `null`: nothing; a text: that much is left of it, and the next rules go on with it. */
export type Answer = string | Part | Decision | null;

/** Only this much of the label is used, and nothing else of it is kept: `excerpt` stands for the whole from here on. */
export type Part = { readonly kind: 'part'; readonly text: string; readonly excerpt: string };

export type Decision =
  /** `shows`: the label, what the rules before have left of it, or nothing. */
  | {
      readonly kind: 'refused';
      readonly code: ProblemCode;
      readonly shows: 'label' | 'left' | 'nothing';
      readonly by?: string;
    }
  | { readonly kind: 'commandMark'; readonly mark: CommandMark }
  /** `by`: the rule of the site that says so. */
  | { readonly kind: 'serialNumber' | 'badge' | 'workOrderLine'; readonly used: string; readonly by?: string };

/** One row of the grammar. */
export type ScanRule = {
  /** Stands in the steps that the operator is shown. */
  readonly name: string;
  /**
   * `danger`: what must never go further; `take off`: what stands around the part that is used; `judge`: what it is.
   * To learn a form of label, only the first two are asked.
   */
  readonly part: 'danger' | 'take off' | 'judge';
  /** The traits of which the label has to have one, else the rule has nothing to say. */
  readonly when: number;
  readonly ask: (text: string, aimId: string | null, siteRules: readonly SiteRule[]) => Answer;
};

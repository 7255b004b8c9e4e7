import type { ProblemCode } from '../../electron/contract/problem.ts';
import en from '../text/en.json' with { type: 'json' };

export type ProblemText = { readonly title: string; readonly next: string };

/** A problem code without a title and a next step does not compile here. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = en.problem;

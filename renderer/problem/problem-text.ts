import type { ProblemCode } from '../../electron/contract/problem.ts';
import en from '../text/en.json' with { type: 'json' };

export type ProblemText = { readonly title: string; readonly next: string };

/** A problem code without a title and a next step does not compile here. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = en.problem;

/** Where staff and a person at a kiosk are told different things, what the person is told. */
export const kioskTexts: Readonly<Partial<Record<ProblemCode, ProblemText>>> = en.kiosk.problem;

export function problemWords(code: ProblemCode, isKiosk: boolean): ProblemText {
  return (isKiosk ? kioskTexts[code] : undefined) ?? problemTexts[code];
}

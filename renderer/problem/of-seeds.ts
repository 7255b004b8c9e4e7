import type { Problem, ProblemCode } from '../../electron/contract/problem.ts';

export type SeedProblemCode = Extract<ProblemCode, 'token-is-another' | 'code-of-no-token' | 'token-drifted'>;

/** Whether the seeds in memory said it: Graph was not asked, so there are no words of its, and no case to open. */
export function isOfSeeds(code: ProblemCode): code is SeedProblemCode {
  return code === 'token-is-another' || code === 'code-of-no-token' || code === 'token-drifted';
}

/** The tokens of the file that show the code. */
export function shownTokens({ code, detail }: Problem): readonly string[] {
  return code === 'token-is-another' && detail ? detail.split(', ') : [];
}

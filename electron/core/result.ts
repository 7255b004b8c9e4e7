import type { ProblemCode, Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: ProblemCode, more: Omit<Problem, 'code'> = {}): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}

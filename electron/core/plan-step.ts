import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { DurableEvent } from './event.ts';
import { notify } from './notices.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { State } from './state.ts';

/**
 * Refusals after which the person's tokens are read before anything is concluded: whatever is said not to be there may have
 * been taken back already, by this station or by somebody else.
 * Assumed: no public list of these refusals exists; a 404 of this call names the method, the person or nothing, and a 400 may
 * say that the token is not assigned to this person.
 */
export const READ_AFTER: ReadonlySet<ProblemCode> = new Set([
  'method-unknown',
  'token-not-activated',
  'serial-unknown',
  'user-unknown',
  'graph-refused',
]);

/** Chosen: what is to last longer is no pause but an end, and goes on when a person says so. */
export const LONGEST_WAIT_MS = 300_000;

export type PlanStepEvent = Extract<DurableEvent, { step: number }>;
export type StepEventOf<K extends PlanStepEvent['kind']> = Extract<PlanStepEvent, { kind: K }>;

/** The plan and the step of it that is worked on. */
export type UnderWay = { readonly state: State; readonly plan: Plan; readonly index: number; readonly step: PlanStep };

/** A person decides whether the plan goes on. */
export function stopStep(under: UnderWay, atMs: number, problem: Problem): State {
  const { step } = under;
  const next = withStep(under, { ...step, state: { kind: 'stopped', problem } }, 'stopped');
  return notify(next, atMs, 'planStopped', { ...saying(step), problem });
}

/** Whose token a notice is about. */
export function saying({ serialNumber, user }: PlanStep): { readonly text: string; readonly userName: string } {
  return { text: serialNumber, userName: user.displayName };
}

export function withStep({ state, plan, index }: UnderWay, next: PlanStep, stage: Plan['stage'] = plan.stage): State {
  const steps = plan.steps.map((step, at) => (at === index ? next : step));
  return { ...state, plan: { ...plan, stage, steps } };
}

import type { DurableEvent, PassingEvent } from './event.ts';
import { notify } from './notices.ts';
import { currentIndex, toNewPlan, type Plan, type PlanStep } from './plan.ts';
import { tellUnsure } from './plan-end.ts';
import { fitsItems } from './plan-items.ts';
import type { PlanStepEvent } from './plan-step.ts';
import { reducePlanStep } from './reduce-plan-step.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type PlanEvent = PlanStepEvent | Extract<DurableEvent, { kind: 'planStarted' | 'planResumed' | 'planLeft' }>;
export type PlanShown = Extract<PassingEvent, { kind: 'planProposed' | 'planDropped' }>;

export function reducePlan(state: State, event: PlanEvent): State {
  switch (event.kind) {
    case 'planStarted':
      return startPlan(state, event);
    case 'planResumed':
      return resumePlan(state, event.atMs);
    case 'planLeft':
      return leavePlan(state, event.atMs);
    case 'takeBackIntended':
    case 'takeBackDone':
    case 'takeBackPostponed':
    case 'takeBackRefused':
    case 'takeBackLost':
    case 'takeBackRead':
    case 'takeBackNotRead':
      return reducePlanStep(state, event);
    default:
      return assertNever(event);
  }
}

/** What is only shown gives way to nothing that is carried out. */
export function reducePlanShown(state: State, event: PlanShown): State {
  if (state.plan && state.plan.stage !== 'proposed') return state;
  if (event.kind === 'planProposed') return { ...state, plan: toNewPlan(event.plan, 'proposed') };
  return state.plan ? { ...state, plan: null } : state;
}

/** Something may have happened to the items between the command and this moment: then nothing of the plan is done. */
function startPlan(state: State, { plan, atMs }: Extract<PlanEvent, { kind: 'planStarted' }>): State {
  if (state.plan && state.plan.stage !== 'proposed') return state;
  if (fitsItems(state, plan)) return { ...state, plan: toNewPlan(plan, 'running') };
  return notify({ ...state, plan: null }, atMs, 'planStopped', { problem: { code: 'plan-out-of-date' } });
}

/** Goes on where it stopped: what may have arrived is looked for first, and only what certainly did not is sent anew. */
function resumePlan(state: State, atMs: number): State {
  const { plan } = state;
  if (plan?.stage !== 'stopped') return state;
  return {
    ...state,
    plan: withCurrent(plan, 'running', (step) => ({
      ...(step.isUnsure ? readSoon(step, atMs, { code: 'not-taken-back' }) : { ...step, state: { kind: 'open' } }),
      postponements: 0,
      losses: 0,
    })),
  };
}

/** What was taken back stays so, and whatever is not known is told. */
function leavePlan(state: State, atMs: number): State {
  const { plan } = state;
  if (plan?.stage !== 'stopped') return state;
  const step = plan.steps[currentIndex(plan)];
  const left = { ...state, plan: null };
  return step?.isUnsure ? tellUnsure(left, plan, step, atMs) : left;
}

/**
 * The station starts again: what was on its way may have arrived, so it is due a read, never another call. What was only
 * shown is gone.
 */
export function restartPlan(state: State, atMs: number): State {
  const { plan } = state;
  if (plan?.stage === 'proposed') return { ...state, plan: null };
  if (plan?.stage !== 'running') return state;
  const step = plan.steps[currentIndex(plan)];
  const problem = { code: 'station-stopped' } as const;
  if (step?.state.kind === 'sending') {
    const reading = { ...state, plan: withCurrent(plan, 'running', () => readSoon(step, atMs, problem)) };
    return notify(reading, atMs, 'unsure', { text: step.serialNumber, userName: step.user.displayName, problem });
  }
  if (step?.state.kind !== 'confirming') return state;
  const { problem: known } = step.state;
  return { ...state, plan: withCurrent(plan, 'running', () => readSoon(step, atMs, known)) };
}

function readSoon(step: PlanStep, nextReadAtMs: number, problem: PlanProblem): PlanStep {
  return {
    ...step,
    state: { kind: 'confirming', nextReadAtMs, problem, readProblem: null },
    reads: 0,
    readFailures: 0,
  };
}

type PlanProblem = Extract<PlanStep['state'], { kind: 'confirming' }>['problem'];

function withCurrent(plan: Plan, stage: Plan['stage'], change: (step: PlanStep) => PlanStep): Plan {
  const current = currentIndex(plan);
  return { ...plan, stage, steps: plan.steps.map((step, index) => (index === current ? change(step) : step)) };
}

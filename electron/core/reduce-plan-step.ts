import type { Problem } from '../contract/problem.ts';
import { notify } from './notices.ts';
import { currentIndex } from './plan.ts';
import {
  LONGEST_WAIT_MS,
  READ_AFTER,
  saying,
  stopStep,
  withStep,
  type PlanStepEvent,
  type StepEventOf,
  type UnderWay,
} from './plan-step.ts';
import { reduceTakeBackNotRead, reduceTakeBackRead } from './reduce-plan-read.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** Chosen: about four minutes without a time from Graph. A plan holds its tokens, so that somebody has to look at it then. */
const MOST_POSTPONEMENTS = 8;

/** What an event makes of the step that is worked on. One that is about another step, or comes too late, changes nothing. */
export function reducePlanStep(state: State, event: PlanStepEvent): State {
  const { plan } = state;
  if (plan?.stage !== 'running' || currentIndex(plan) !== event.step) return state;
  const step = plan.steps[event.step];
  return step ? reduceStep({ state, plan, index: event.step, step }, event) : state;
}

function reduceStep(under: UnderWay, event: PlanStepEvent): State {
  switch (event.kind) {
    case 'takeBackIntended':
      return intend(under);
    case 'takeBackDone':
      return confirm(under, event.atMs, null);
    case 'takeBackPostponed':
      return postpone(under, event);
    case 'takeBackRefused':
      return refuseStep(under, event);
    case 'takeBackLost':
      return lose(under, event);
    case 'takeBackRead':
      return reduceTakeBackRead(under, event);
    case 'takeBackNotRead':
      return reduceTakeBackNotRead(under, event);
    default:
      return assertNever(event);
  }
}

/** The state that the next DELETE runs from. It is in the journal before the DELETE is sent. */
function intend(under: UnderWay): State {
  const { step } = under;
  if (step.state.kind !== 'open' && step.state.kind !== 'waiting') return under.state;
  const attempts = step.attempts + 1;
  return withStep(under, { ...step, state: { kind: 'sending' }, attempts, isUnsure: true, reads: 0, readFailures: 0 });
}

function confirm(under: UnderWay, atMs: number, problem: Problem | null): State {
  if (under.step.state.kind !== 'sending') return under.state;
  const confirming = { kind: 'confirming', nextReadAtMs: atMs, problem, readProblem: null } as const;
  return withStep(under, { ...under.step, state: confirming, postponements: 0 });
}

function postpone(under: UnderWay, { atMs, untilMs, problem }: StepEventOf<'takeBackPostponed'>): State {
  const { step } = under;
  if (step.state.kind !== 'sending') return under.state;
  const put = { ...step, isUnsure: false, postponements: step.postponements + 1 };
  const isTooLong = put.postponements > MOST_POSTPONEMENTS || untilMs - atMs > LONGEST_WAIT_MS;
  if (isTooLong) return stopStep({ ...under, step: put }, atMs, problem);
  return notify(withStep(under, { ...put, state: { kind: 'waiting', untilMs, problem } }), atMs, 'waiting', {
    ...saying(step),
    problem,
  });
}

function refuseStep(under: UnderWay, { atMs, problem }: StepEventOf<'takeBackRefused'>): State {
  if (under.step.state.kind !== 'sending') return under.state;
  if (READ_AFTER.has(problem.code)) return confirm(under, atMs, problem);
  return stopStep({ ...under, step: { ...under.step, isUnsure: false } }, atMs, problem);
}

function lose(under: UnderWay, event: StepEventOf<'takeBackLost'>): State {
  if (under.step.state.kind !== 'sending') return under.state;
  // Whatever broke the line: what counts is that nobody knows whether Graph acted.
  const problem: Problem = { ...event.problem, code: 'answer-lost' };
  return notify(confirm(under, event.atMs, problem), event.atMs, 'unsure', { ...saying(under.step), problem });
}

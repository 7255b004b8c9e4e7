import type { DurableEvent, Event } from '../core/event.ts';
import type { PlanEffect } from '../core/plan-effects.ts';
import type { PlanStep } from '../core/plan.ts';
import type { GraphPort, WriteOutcome } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import type { State } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';

export type PlanPorts = { readonly graph: Pick<GraphPort, 'unassign' | 'listOathMethods'>; readonly clock: ClockPort };

/** Does one thing of a plan and tells what became of it. */
export async function runPlanEffect(effect: PlanEffect, { plan }: State, ports: PlanPorts): Promise<Event> {
  const takeBack = plan?.steps[effect.step];
  if (!takeBack) return planCrash(effect, 'no such step', ports.clock.nowMs());
  switch (effect.kind) {
    case 'intendTakeBack':
      return { kind: 'takeBackIntended', atMs: ports.clock.nowMs(), step: effect.step };
    case 'takeBack':
      return unassign(takeBack, effect.step, ports);
    case 'readTakeBack':
      return readBack(takeBack, effect.step, ports);
    default:
      return assertNever(effect.kind);
  }
}

/** What a bug of ours or of a library comes to: whether a DELETE left is not known, and a read can be tried again. */
export function planCrash({ kind, step }: PlanEffect, detail: string, atMs: number): Event {
  if (kind !== 'readTakeBack') return { kind: 'takeBackLost', atMs, step, problem: { code: 'answer-lost', detail } };
  const problem = { code: 'graph-failing', detail } as const;
  return { kind: 'takeBackNotRead', atMs, step, problem, status: null, retryAfterMs: null };
}

async function unassign(takeBack: PlanStep, step: number, { graph, clock }: PlanPorts): Promise<DurableEvent> {
  const { user, methodId, postponements } = takeBack;
  const outcome = await graph.unassign({ userId: user.id, methodId, attempt: postponements + 1 });
  return outcomeEvent(outcome, step, clock.nowMs());
}

function outcomeEvent(outcome: WriteOutcome, step: number, atMs: number): DurableEvent {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'takeBackDone', atMs, step, requestId: outcome.requestId };
    case 'postponed':
      return { kind: 'takeBackPostponed', atMs, step, untilMs: outcome.untilMs, problem: outcome.problem };
    case 'refused':
      return { kind: 'takeBackRefused', atMs, step, problem: outcome.problem };
    case 'lost':
      return { kind: 'takeBackLost', atMs, step, problem: outcome.problem };
    default:
      return assertNever(outcome);
  }
}

/** By the id of the method: an old upload of the same serial number is another one, and stays. */
async function readBack(takeBack: PlanStep, step: number, { graph, clock }: PlanPorts): Promise<DurableEvent> {
  const answer = await graph.listOathMethods(takeBack.user.id);
  const atMs = clock.nowMs();
  if (answer.kind === 'failed') {
    const { problem, status, retryAfterMs } = answer;
    return { kind: 'takeBackNotRead', atMs, step, problem, status, retryAfterMs };
  }
  const isThere = answer.value.some(({ methodId }) => methodId === takeBack.methodId);
  return { kind: 'takeBackRead', atMs, step, isThere };
}

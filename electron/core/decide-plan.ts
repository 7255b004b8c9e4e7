import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import type { Event } from './event.ts';
import { isSamePlan, requestOf } from './plan-again.ts';
import { draftPlan, type PlanRequest } from './plan-draft.ts';
import { ok, refuse } from './result.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type PlanCommand = Extract<Command, { kind: keyof typeof PLAN_KINDS }>;

const PLAN_KINDS = {
  planUndo: true,
  planReplace: true,
  planReassign: true,
  planSwap: true,
  startPlan: true,
  resumePlan: true,
  leavePlan: true,
} as const;

export function isPlanCommand(command: Command): command is PlanCommand {
  return command.kind in PLAN_KINDS;
}

/** What a command about a plan makes happen, or why it is refused. */
export function decidePlan(state: State, command: PlanCommand, nowMs: number): Result<Event> {
  if (state.kiosk) return refuse('command-not-allowed');
  switch (command.kind) {
    case 'planUndo':
    case 'planReplace':
    case 'planReassign':
    case 'planSwap':
      return proposePlan(state, command, nowMs);
    case 'startPlan':
      return startPlan(state, nowMs);
    case 'resumePlan':
      if (state.plan?.stage !== 'stopped') return refuse('command-not-allowed');
      return maySend(state) ?? ok({ kind: 'planResumed', atMs: nowMs });
    case 'leavePlan':
      return leavePlan(state, nowMs);
    default:
      return assertNever(command);
  }
}

/** Nothing is sent by it. It is refused all the same where nobody is signed in: it names people and their tokens. */
function proposePlan(state: State, request: PlanRequest, nowMs: number): Result<Event> {
  if (!state.items.get(request.itemId)) return refuse('item-gone');
  if (state.plan) return refuse('plan-under-way');
  if (!isSignedIn(state)) return refuse('signed-out');
  const drafted = draftPlan(state, request, nowMs);
  return drafted.ok ? ok({ kind: 'planProposed', atMs: nowMs, plan: drafted.value }) : drafted;
}

/** What is carried out is what was shown: it is drawn up once more, and has to come out the same. */
function startPlan(state: State, nowMs: number): Result<Event> {
  const { plan } = state;
  if (!plan) return refuse('command-not-allowed');
  if (plan.stage !== 'proposed') return refuse('plan-under-way');
  const refused = maySend(state);
  if (refused) return refused;
  const request = requestOf(plan);
  const drafted = request ? draftPlan({ ...state, plan: null }, request, nowMs) : refuse('plan-out-of-date');
  if (!drafted.ok) return drafted.problem.code === 'undo-too-late' ? drafted : refuse('plan-out-of-date');
  if (!isSamePlan(drafted.value, plan)) return refuse('plan-out-of-date');
  return ok({ kind: 'planStarted', atMs: nowMs, plan: drafted.value });
}

/** While it runs, an answer may be on its way: it comes to its end, or stops, before anybody leaves it. */
function leavePlan({ plan }: State, atMs: number): Result<Event> {
  if (!plan) return refuse('command-not-allowed');
  if (plan.stage === 'running') return refuse('plan-under-way');
  return ok({ kind: plan.stage === 'proposed' ? 'planDropped' : 'planLeft', atMs });
}

function maySend(state: State): Result<Event> | null {
  if (state.storage.problem) return refuse('storage-failing');
  return isSignedIn(state) ? null : refuse('signed-out');
}

function isSignedIn({ session }: State): boolean {
  return session.kind === 'in' || session.kind === 'fixed';
}

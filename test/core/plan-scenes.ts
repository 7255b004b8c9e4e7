import type { PlanStepState } from '../../electron/contract/plan.ts';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { PlanDraft, PlanStep } from '../../electron/core/plan.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item, State } from '../../electron/core/state.ts';
import { ANN, BOB, issuedItem, itemIn, NOW_MS, planOf, SERIAL, stateWith, takeBackOf } from './build-state.ts';

export const AT_MS = NOW_MS + 5_000;
export const at = { atMs: AT_MS, step: 0 };
export const X = issuedItem(1, SERIAL, ANN, { rejections: 1 });
export const Y = issuedItem(2, '20033752', BOB);
export const SWAP: PlanDraft = {
  kind: 'swap',
  reason: 'swapped',
  steps: [takeBackOf(X), takeBackOf(Y)],
  afterwards: [
    { itemId: 1, user: BOB },
    { itemId: 2, user: ANN },
  ],
};

export const CONFIRMING = { kind: 'confirming', nextReadAtMs: NOW_MS, problem: null, readProblem: null } as const;
export const STATES: { readonly [K in PlanStepState['kind']]: Extract<PlanStepState, { kind: K }> } = {
  open: { kind: 'open' },
  sending: { kind: 'sending' },
  waiting: { kind: 'waiting', untilMs: NOW_MS, problem: { code: 'throttled' } },
  confirming: CONFIRMING,
  done: { kind: 'done' },
  stopped: { kind: 'stopped', problem: { code: 'not-permitted' } },
};
export const COLUMNS = ['open', 'sending', 'waiting', 'confirming', 'done', 'stopped'] as const;

export function stateIn(state: PlanStepState, more: Partial<PlanStep> = {}): State {
  const plan = planOf(SWAP, { state, ...more });
  return stateWith([X, Y], { plan: { ...plan, stage: state.kind === 'stopped' ? 'stopped' : 'running' } });
}

export function confirmingAfter(code: ProblemCode | null, more: Partial<PlanStep> = {}): State {
  return stateIn(
    { ...CONFIRMING, problem: code && { code, detail: 'said' } },
    { attempts: 1, isUnsure: true, ...more },
  );
}

/** Step 0 of the plan, which must be there. */
export function stepOf({ plan }: State, index = 0): PlanStep {
  const step = plan?.steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step;
}

export const refused = (code: ProblemCode): Event => ({ kind: 'takeBackRefused', ...at, problem: { code } });
export const notRead = (status: number | null, code: ProblemCode = 'graph-failing'): Event => ({
  kind: 'takeBackNotRead',
  ...at,
  problem: { code },
  status,
  retryAfterMs: null,
});
export const GONE: Event = { kind: 'takeBackRead', ...at, isThere: false };
export const THERE: Event = { kind: 'takeBackRead', ...at, isThere: true };
export const INTENDED: Event = { kind: 'takeBackIntended', ...at };
export const DONE: Event = { kind: 'takeBackDone', ...at, requestId: 'r1' };
export const LOST: Event = { kind: 'takeBackLost', ...at, problem: { code: 'graph-failing', detail: 'cut' } };

export function postponed(untilMs: number): Event {
  return { kind: 'takeBackPostponed', ...at, untilMs, problem: { code: 'throttled' } };
}

/** What is known where nothing was told. */
export const FACTS: PreFlightFacts = {
  account: null,
  roles: null,
  methods: null,
  authenticatorCount: null,
  devices: null,
  unread: [],
};

/** The serial number of a token that is not on the bench. */
export const OLD = '60234567';

/** Item 3 is a new token for Ann, who still has an old one. */
export const NEW = itemIn('needsCode', { id: 3, serialNumber: 'VES0052649', methodId: 'm3' });
export const REPLACE: PlanDraft = {
  kind: 'replace',
  reason: 'lost',
  steps: [{ user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: OLD, methodId: 'm9' }],
  afterwards: [{ itemId: 3, user: ANN }],
};

/** Item 3 lies here for Ann, and Kofi has it. */
export const REASSIGN: PlanDraft = {
  kind: 'reassign',
  reason: 'returned',
  steps: [{ user: { id: 'kofi', displayName: 'Kofi' }, serialNumber: 'VES0052649', methodId: 'd3' }],
  afterwards: [{ itemId: 3, user: ANN }],
};

/** From the intent to the read that no longer shows it. */
export function takenBack(step: number): readonly DurableEvent[] {
  return [
    { kind: 'takeBackIntended', atMs: AT_MS, step },
    { kind: 'takeBackDone', atMs: AT_MS, step, requestId: null },
    { kind: 'takeBackRead', atMs: AT_MS, step, isThere: false },
  ];
}

export function begin(plan: PlanDraft, items: readonly Item[], more: Parameters<typeof stateWith>[1] = {}): State {
  return reduce(stateWith(items, more), { kind: 'planStarted', atMs: AT_MS, plan });
}

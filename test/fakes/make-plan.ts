import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanStepView, PlanView } from '../../electron/contract/plan.ts';
import type {
  Finding,
  FindingKind,
  FindingWeight,
  OwnedToken,
  PreFlightView,
} from '../../electron/contract/pre-flight.ts';
import { makeCodeRow, makeUser } from './fake-station.ts';

/** Nothing is known yet but that there is nothing to know. */
export function makePreFlight(change: Partial<PreFlightView> = {}): PreFlightView {
  return { isReading: false, findings: [], unread: [], tokens: [], ...change };
}

export function makeFinding(kind: FindingKind, weight: FindingWeight = 'warns', name: string | null = null): Finding {
  return { kind, weight, name };
}

export function makeOwnedToken(change: Partial<OwnedToken> = {}): OwnedToken {
  return { methodId: 'old-1', serialNumber: 'GALT11400017', isActive: true, ...change };
}

/** A token that waits for its code, and what was found out about it. */
export function makeLookedUpRow(found: Partial<PreFlightView>, change: Partial<QueueRow> = {}): QueueRow {
  return makeCodeRow({
    can: ['enterCode', 'chooseUser', 'remove', 'checkAgain'],
    preFlight: makePreFlight(found),
    ...change,
  });
}

/** A token that was issued just now and can be taken back. */
export function makeIssuedRow(change: Partial<QueueRow> = {}): QueueRow {
  return makeCodeRow({
    state: { kind: 'activated' },
    can: ['remove', 'undo', 'swap'],
    undoUntilMs: Date.now() + 14 * 60_000,
    ...change,
  });
}

/** Taking GALT11420104 back from Anna Conti; nothing has been sent. */
export function makePlan(change: Partial<PlanView> = {}): PlanView {
  return {
    kind: 'undo',
    reason: 'wrongPerson',
    stage: 'proposed',
    steps: [makePlanStep()],
    afterwards: [{ itemId: 1, serialNumber: 'GALT11420104', user: null }],
    ...change,
  };
}

export function makePlanStep(change: Partial<PlanStepView> = {}): PlanStepView {
  const { id, displayName } = makeUser();
  return { user: { id, displayName }, serialNumber: 'GALT11420104', state: { kind: 'open' }, ...change };
}

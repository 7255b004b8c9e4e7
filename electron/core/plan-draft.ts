import type { PlanKind, PlanReason } from '../contract/plan.ts';
import type { Result } from '../contract/result.ts';
import type { User } from '../contract/user.ts';
import { allowedActions } from './allowed-actions.ts';
import type { PlanCommand } from './decide-plan.ts';
import type { PlanDraft, TakeBack } from './plan.ts';
import { fitsItems } from './plan-items.ts';
import { deviceOfAnother, olderTokens } from './plan-offers.ts';
import { ok, refuse } from './result.ts';
import type { Item, State } from './state.ts';
import { undoUntilMs } from './undo-time.ts';
import { assertNever } from './unreachable.ts';

/** What a plan is drawn up from. */
export type PlanRequest = Extract<PlanCommand, { itemId: number }>;

const REASONS: Readonly<Record<PlanKind, readonly PlanReason[]>> = {
  undo: ['wrongPerson', 'wrongToken', 'notNeeded'],
  replace: ['lost', 'broken'],
  reassign: ['returned'],
  swap: ['swapped'],
};

/** A token as its row shows it: issued to this person. */
type Issued = Item & { readonly user: User; readonly methodId: string };

/**
 * The plan that a request comes to, drawn up from what is known now. Old tokens are taken back before a new one is issued: a
 * lost one must not be of use to anybody, and five are the most that a person can have.
 */
export function draftPlan(state: State, request: PlanRequest, nowMs: number): Result<PlanDraft> {
  const item = state.items.get(request.itemId);
  if (!item) return refuse('item-gone');
  const drafted = draftFor(state, request, item, nowMs);
  if (!drafted.ok) return drafted;
  const { kind, reason } = drafted.value;
  // A token that the queue is at work on is nobody's to take back.
  return REASONS[kind].includes(reason) && fitsItems(state, drafted.value) ? drafted : refuse('command-not-allowed');
}

function draftFor(state: State, request: PlanRequest, item: Item, nowMs: number): Result<PlanDraft> {
  switch (request.kind) {
    case 'planUndo':
      return draftUndo(state, item, request.reason, nowMs);
    case 'planReplace':
      return draftReplace(state, item, request.methodId, request.reason);
    case 'planReassign':
      return draftReassign(state, item);
    case 'planSwap':
      return draftSwap(state, item, request.otherItemId);
    default:
      return assertNever(request);
  }
}

function draftUndo(state: State, item: Item, reason: PlanReason, nowMs: number): Result<PlanDraft> {
  if (!allowedActions(item, state).includes('undo') || !isIssuedTo(item)) return refuse('command-not-allowed');
  const untilMs = undoUntilMs(state, item);
  if (untilMs !== null && nowMs >= untilMs) return refuse('undo-too-late');
  return ok({ kind: 'undo', reason, steps: [takeBackOf(item)], afterwards: [{ itemId: item.id, user: null }] });
}

function draftReplace(state: State, item: Item, methodId: string, reason: PlanReason): Result<PlanDraft> {
  const old = olderTokens(item).find((method) => method.methodId === methodId);
  const { user } = item;
  if (!allowedActions(item, state).includes('replace') || !old || !user) return refuse('command-not-allowed');
  // Where Graph does not tell its serial number, its id is all that it is known by.
  const takeBack = { user: personOf(user), serialNumber: old.serialNumber ?? methodId, methodId };
  return ok({ kind: 'replace', reason, steps: [takeBack], afterwards: [{ itemId: item.id, user }] });
}

function draftReassign(state: State, item: Item): Result<PlanDraft> {
  const device = deviceOfAnother(item);
  const { user } = item;
  if (!allowedActions(item, state).includes('reassign') || !device || !user) return refuse('command-not-allowed');
  const { id, displayName } = device.assignedTo;
  const holder = { id, displayName: displayName ?? id };
  // Observed: in every example of Microsoft's pages the id of the method is that of the device.
  const takeBack = { user: holder, serialNumber: item.serialNumber, methodId: device.deviceId };
  return ok({ kind: 'reassign', reason: 'returned', steps: [takeBack], afterwards: [{ itemId: item.id, user }] });
}

function draftSwap(state: State, item: Item, otherItemId: number): Result<PlanDraft> {
  const other = state.items.get(otherItemId);
  if (!other) return refuse('item-gone');
  const canBoth = [item, other].every((one) => allowedActions(one, state).includes('swap'));
  if (!canBoth || !isIssuedTo(item) || !isIssuedTo(other) || item.user.id === other.user.id) {
    return refuse('command-not-allowed');
  }
  return ok({
    kind: 'swap',
    reason: 'swapped',
    steps: [takeBackOf(item), takeBackOf(other)],
    afterwards: [
      { itemId: item.id, user: other.user },
      { itemId: other.id, user: item.user },
    ],
  });
}

function isIssuedTo(item: Item): item is Issued {
  return item.user !== null && item.methodId !== null;
}

function takeBackOf({ user, serialNumber, methodId }: Issued): TakeBack {
  return { user: personOf(user), serialNumber, methodId };
}

function personOf({ id, displayName }: User): TakeBack['user'] {
  return { id, displayName };
}

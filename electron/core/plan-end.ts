import type { User } from '../contract/user.ts';
import { putItem } from './item-table.ts';
import { closeItem, giveWay, laneOfItem, openIfFree } from './lanes.ts';
import { notify } from './notices.ts';
import type { Plan, PlanStep } from './plan.ts';
import { isOf, itemOfToken } from './plan-items.ts';
import { wantPreFlight } from './pre-flight.ts';
import { stop } from './reduce-activation.ts';
import type { Item, State } from './state.ts';

/**
 * A read has shown that this person does not have this token any more. Its row says so at once, whatever the plan comes to:
 * one that would still say "issued" would be believed.
 */
export function markTakenBack(state: State, plan: Plan, step: PlanStep, atMs: number): State {
  const item = itemOfToken(state, step);
  const parts = { text: step.serialNumber, userName: step.user.displayName, ...(item ? { item } : {}) };
  const said = notify(state, atMs, 'takenBack', parts);
  if (!item || !isOf(item, step)) return said;
  const next = putItem(said, {
    ...item,
    state: { kind: 'stopped', problem: { code: 'token-taken-back' } },
    methodId: null,
    preFlight: null,
    changedAtMs: atMs,
  });
  // What is handed over anew at the end stays in hand.
  return plan.afterwards.some(({ itemId }) => itemId === item.id) ? next : leaveLane(next, item);
}

/** Everything is taken back: the queue hands the tokens over. What was removed meanwhile is left out. */
export function finishPlan(state: State, { afterwards }: Plan, atMs: number): State {
  let next = notify({ ...state, plan: null }, atMs, 'planDone');
  for (const { itemId, user } of afterwards) {
    const item = next.items.get(itemId);
    if (item) next = handOver(next, item, user, atMs);
  }
  const [first] = afterwards.flatMap(({ itemId }) => next.items.get(itemId) ?? []);
  // In its own lane, as a scan would be: which lane is in front is not in the journal.
  return first ? openIfFree(next, first.laneId, first.id) : next;
}

/** A method that it still has is the person's own, and is activated: whatever was taken back has none any more. */
function handOver(state: State, item: Item, user: User | null, atMs: number): State {
  const next: Item = {
    ...item,
    user,
    idCheck: item.user?.id === user?.id ? item.idCheck : null,
    // What was found out before holds no longer.
    preFlight: null,
    state: user ? { kind: 'needsCode', problem: null } : { kind: 'needsUser' },
    rejections: 0,
    parked: false,
    changedAtMs: atMs,
  };
  const put = putItem(state, next);
  return user ? wantPreFlight(put, next) : put;
}

/**
 * A plan was left in a step of which nobody knows what became of it: the row of that token says so. Where the token is not in
 * the queue, the rows that waited for it do.
 */
export function tellUnsure(state: State, plan: Plan, step: PlanStep, atMs: number): State {
  const problem = { code: 'not-taken-back' } as const;
  const ofToken = itemOfToken(state, step);
  const waiting = plan.afterwards.flatMap(({ itemId }) => state.items.get(itemId) ?? []);
  const told = (ofToken?.user ? [ofToken] : waiting).filter(({ user }) => user !== null);
  if (told.length > 0) return told.reduce((next, item) => stop(next, item, atMs, problem), state);
  return notify(state, atMs, 'stopped', { text: step.serialNumber, userName: step.user.displayName, problem });
}

function leaveLane(state: State, item: Item): State {
  return laneOfItem(state, item.id) ? giveWay(closeItem(state, item.id)) : state;
}

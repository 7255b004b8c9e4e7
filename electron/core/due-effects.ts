import type { ItemId } from '../contract/item.ts';
import { effectKey } from './effect-key.ts';
import type { Operator } from '../contract/user.ts';
import { assignEffect, fewAtOnce, leaveOrderEffects, type AssignEffect } from './assign-effects.ts';
import { kioskDueAtMs, kioskEffects, kioskLockAtMs, type KioskEffect } from './kiosk-effects.ts';
import { isStrange } from './kiosk.ts';
import { operatorOf } from './operator.ts';
import { planDueAtMs, planEffects, type PlanEffect } from './plan-effects.ts';
import { preFlightEffects, type PreFlightEffect } from './pre-flight.ts';
import type { Item, SearchKey, State } from './state.ts';
import { visitEffects, type VisitEffect } from './visit-effects.ts';
import { assertNever } from './unreachable.ts';

/**
 * Something to be done outside. `key` stays taken until the outcome has been folded, so no effect is started twice.
 * `sendAgain` only writes the intent; the POST follows from the state that it leads to.
 */
export type Effect =
  | { readonly kind: 'searchUsers'; readonly key: string; readonly query: string; readonly by: SearchKey }
  | { readonly kind: 'saveBench'; readonly key: 'saveBench' }
  | { readonly kind: 'signIn'; readonly key: 'signIn' }
  | { readonly kind: 'signOut'; readonly key: 'signOut' }
  | { readonly kind: 'readRights'; readonly key: 'readRights' }
  | PlanEffect
  | PreFlightEffect
  | KioskEffect
  | VisitEffect
  | AssignEffect
  /** Only writes down who works here. */
  | { readonly kind: 'noteOperator'; readonly key: 'noteOperator'; readonly operator: Operator | null }
  /** Nobody has done anything for too long. */
  | { readonly kind: 'lock'; readonly key: 'lock' }
  | { readonly kind: 'activate'; readonly key: string; readonly itemId: ItemId }
  | { readonly kind: 'sendAgain'; readonly key: string; readonly itemId: ItemId }
  | { readonly kind: 'readMethod'; readonly key: string; readonly itemId: ItemId };

/** What must be done next, read off the state. While an event waits for the disk, nothing is sent about tokens. */
export function dueEffects(state: State, nowMs: number): readonly Effect[] {
  const others = [
    ...sessionEffects(state),
    ...lockEffects(state, nowMs),
    ...searchEffects(state),
    ...benchEffects(state),
    ...rightsEffects(state),
    ...kioskEffects(state, nowMs),
    ...visitEffects(state),
    ...operatorEffects(state),
    ...leaveOrderEffects(state),
  ];
  if (state.storage.unsavedEvents > 0) return others;
  const ofItems = fewAtOnce(busyItems(state).flatMap((item) => effectOf(state, item, nowMs) ?? []));
  return [...others, ...preFlightEffects(state), ...planEffects(state, nowMs), ...ofItems];
}

function sessionEffects({ session, kiosk, counts }: State): readonly Effect[] {
  const signIn = { kind: 'signIn', key: 'signIn' } as const;
  // Nobody comes to a kiosk before the last visit has left nothing.
  if (kiosk) return session.kind === 'signingIn' && !kiosk.needsFreshSignIn && counts.all === 0 ? [signIn] : [];
  if (session.kind === 'signingIn') return [signIn];
  return session.kind === 'signingOut' ? [{ kind: 'signOut', key: 'signOut' }] : [];
}

function searchEffects({ search: { status, query, by } }: State): readonly Effect[] {
  return status === 'searching' ? [{ kind: 'searchUsers', key: `search:${by}:${query}`, query, by }] : [];
}

function benchEffects({ bench }: State): readonly Effect[] {
  return bench.isSaved ? [] : [{ kind: 'saveBench', key: 'saveBench' }];
}

function rightsEffects({ rights }: State): readonly Effect[] {
  return rights === 'wanted' ? [{ kind: 'readRights', key: 'readRights' }] : [];
}

/** What follows was done by whoever stands in the journal last. */
function operatorEffects(state: State): readonly Effect[] {
  const operator = operatorOf(state.session, state.operator);
  const isNoted = JSON.stringify(operator) === JSON.stringify(state.operator);
  return isNoted ? [] : [{ kind: 'noteOperator', key: 'noteOperator', operator }];
}

function lockEffects(state: State, nowMs: number): readonly Effect[] {
  const atMs = lockAtMs(state);
  return atMs !== null && atMs <= nowMs ? [{ kind: 'lock', key: 'lock' }] : [];
}

/**
 * When the desk locks by itself, or `null`: never as it stands. What is under way is finished first: its answer belongs to
 * whoever sent it.
 */
function lockAtMs(state: State): number | null {
  if (state.kiosk) return kioskLockAtMs(state);
  const { session, settings, lastUsedAtMs, busy, plan } = state;
  const minutes = settings.values.idleLockMinutes.value;
  if (session.kind !== 'in' || minutes === 0 || busy.length > 0 || plan?.stage === 'running') return null;
  return lastUsedAtMs + minutes * 60_000;
}

/** The earliest moment at which time alone makes an effect due, or `null`. */
export function nextDueAtMs(state: State, nowMs: number): number | null {
  const others = [lockAtMs(state), planDueAtMs(state), kioskDueAtMs(state)];
  const times = [...busyItems(state).map(dueAtMs), ...others]
    .filter((atMs) => atMs !== null)
    .filter((atMs) => atMs > nowMs);
  return times.length === 0 ? null : Math.min(...times);
}

function effectOf(station: State, item: Item, nowMs: number): Effect | null {
  const { id, state } = item;
  const key = effectKey(item);
  const isDue = (dueAtMs(item) ?? 0) <= nowMs;
  switch (state.kind) {
    case 'readyToAssign':
      return assignEffect(station, item);
    case 'activating':
      return item.goal === 'assign' ? { kind: 'assign', key, itemId: id } : { kind: 'activate', key, itemId: id };
    case 'waiting':
      if (!isDue) return null;
      return item.goal === 'assign' ? assignEffect(station, item) : { kind: 'sendAgain', key, itemId: id };
    case 'unsure':
    case 'confirming':
      return isDue ? { kind: 'readMethod', key, itemId: id } : null;
    case 'needsUser':
    case 'needsCode':
    case 'activated':
    case 'assigned':
    case 'stopped':
      return null;
    default:
      return assertNever(state);
  }
}

function dueAtMs({ state }: Item): number | null {
  if (state.kind === 'waiting') return state.untilMs;
  return state.kind === 'unsure' || state.kind === 'confirming' ? state.nextReadAtMs : null;
}

function busyItems(state: State): readonly Item[] {
  return state.busy.flatMap((id) => state.items.get(id) ?? []).filter((item) => !isStrange(state, item));
}

import type { User } from '../contract/user.ts';
import { effectKey } from './effect-key.ts';
import { isStale, isStrange, itemsHere, staleAtMs, visitEndsAtMs, waitsForCode } from './kiosk.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, Kiosk, State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type KioskEffect =
  | { readonly kind: 'readSelf'; readonly key: string; readonly visit: number }
  /** Only says that the sign-in has become too old. */
  | { readonly kind: 'wantFreshSignIn'; readonly key: 'wantFreshSignIn' }
  | { readonly kind: 'signInAgain'; readonly key: 'signInAgain' }
  /** The visit is over: signed out, and nothing of it stays. */
  | { readonly kind: 'endVisit'; readonly key: 'endVisit' }
  | { readonly kind: 'chooseSelf'; readonly key: string; readonly itemId: number; readonly user: User }
  | { readonly kind: 'leaveItem' | 'clearItem'; readonly key: string; readonly itemId: number };

const KINDS: Readonly<Record<KioskEffect['kind'], true>> = {
  readSelf: true,
  wantFreshSignIn: true,
  signInAgain: true,
  endVisit: true,
  chooseSelf: true,
  leaveItem: true,
  clearItem: true,
};

export function isKioskEffect(effect: { readonly kind: string }): effect is KioskEffect {
  return Object.hasOwn(KINDS, effect.kind);
}

/** Chosen: where a desk never locks by itself, a kiosk still does; nobody else looks after who has walked away. */
const LOCK_MINUTES = 2;

/** Chosen: the longest wait that the tenant asks for in general. What is under way for longer is left as it stands. */
const BUSY_MS = 5 * 60_000;

/** What a visit is due; nothing at a desk. */
export function kioskEffects(state: State, nowMs: number): readonly KioskEffect[] {
  const { kiosk } = state;
  if (kiosk === null) return [];
  return [...visitEffects(state, kiosk, nowMs), ...itemsHere(state).flatMap((item) => itemEffects(state, item))];
}

/** When time alone makes one due, or `null`. */
export function kioskDueAtMs(state: State): number | null {
  if (state.session.kind !== 'in') return null;
  const times = [visitEndsAtMs(state), staleAtMs(state)].filter((atMs) => atMs !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** When whoever has walked away is signed out. What is under way is waited for, but not for ever: names are on screen. */
export function kioskLockAtMs({ session, settings, lastUsedAtMs, busy }: State): number | null {
  if (session.kind !== 'in') return null;
  const minutes = settings.values.idleLockMinutes.value || LOCK_MINUTES;
  return lastUsedAtMs + minutes * 60_000 + (busy.length > 0 ? BUSY_MS : 0);
}

function visitEffects(state: State, kiosk: Kiosk, nowMs: number): readonly KioskEffect[] {
  const { session } = state;
  switch (session.kind) {
    case 'signingIn':
      return kiosk.needsFreshSignIn ? [{ kind: 'signInAgain', key: 'signInAgain' }] : [];
    case 'signingOut':
      return [{ kind: 'endVisit', key: 'endVisit' }];
    case 'in': {
      const { visit } = kiosk;
      if (kiosk.person === null) return [{ kind: 'readSelf', key: `readSelf:${visit}`, visit }];
      if ((visitEndsAtMs(state) ?? Infinity) <= nowMs) return [{ kind: 'endVisit', key: 'endVisit' }];
      const isTooOld = isStale(kiosk, nowMs) && waitsForCode(state);
      return isTooOld ? [{ kind: 'wantFreshSignIn', key: 'wantFreshSignIn' }] : [];
    }
    case 'out':
    case 'fixed':
      return [];
    default:
      return assertNever(session);
  }
}

function itemEffects(state: State, item: Item): readonly KioskEffect[] {
  const { id: itemId } = item;
  if (isStrange(state, item)) {
    // Under the key of its own call: what is on its way is answered first, with the tokens that it was sent with.
    if (filterOf(item.state) === 'working') return [{ kind: 'leaveItem', key: effectKey(item), itemId }];
    return [{ kind: 'clearItem', key: `clear:${itemId}`, itemId }];
  }
  const user = state.kiosk?.person ?? null;
  if (user === null || item.state.kind !== 'needsUser') return [];
  return [{ kind: 'chooseSelf', key: `chooseSelf:${itemId}`, itemId, user }];
}

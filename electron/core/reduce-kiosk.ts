import type { Problem } from '../contract/problem.ts';
import type { PassingEvent } from './event.ts';
import { isStrange, isSurelyFresh, itemsHere, OPENED_KIOSK, wantFreshSignIn } from './kiosk.ts';
import { NO_ORDERS } from './orders.ts';
import { askForCode } from './reduce-activation.ts';
import { NEW_SHIFT } from './shift.ts';
import { IDLE_SEARCH, type Kiosk, type State } from './state.ts';
import { assertNever } from './unreachable.ts';

type EventOf<K extends PassingEvent['kind']> = Extract<PassingEvent, { kind: K }>;

export type KioskEvent = EventOf<'kioskOpened' | 'selfRead' | 'selfNotRead' | 'freshSignInWanted'>;

/** Who comes to a kiosk, and that they have to prove anew who they are. */
export function reduceKiosk(state: State, event: KioskEvent): State {
  const { kiosk, session } = state;
  // What a desk has begun to take back is a desk's to go on with; the journal keeps where it stands.
  if (event.kind === 'kioskOpened') return openKiosk(state);
  if (kiosk === null || session.kind !== 'in') return state;
  switch (event.kind) {
    case 'selfRead':
      return isAwaited(kiosk, event) ? { ...state, kiosk: { ...kiosk, person: event.person } } : state;
    case 'selfNotRead':
      return isAwaited(kiosk, event) ? endWith(state, kiosk, event.problem) : state;
    case 'freshSignInWanted':
      return kiosk.person ? askAgain(state, event.atMs) : state;
    default:
      return assertNever(event);
  }
}

/** Nothing of a desk's shift is a visitor's to see. The orders that places work on are left by an event of their own. */
function openKiosk(state: State): State {
  return { ...state, kiosk: OPENED_KIOSK, plan: null, operator: null, orders: NO_ORDERS, shift: NEW_SHIFT };
}

function isAwaited(kiosk: Kiosk, { visit }: { readonly visit: number }): boolean {
  return kiosk.person === null && visit === kiosk.visit;
}

/** Somebody has come, or who is here has proved anew who they are. */
export function takeUpVisit(kiosk: Kiosk, event: EventOf<'signedIn'>): Kiosk {
  const { atMs, signedInAtMs: toldAtMs = null } = event;
  // Whatever the clock of the service says, it was now: a clock that is wrong must not open one browser after the other.
  if (kiosk.needsFreshSignIn) return { ...kiosk, signedInAtMs: atMs, needsFreshSignIn: false, wasAskedAgain: true };
  const signedInAtMs = toldAtMs === null ? null : Math.min(toldAtMs, atMs);
  return { ...OPENED_KIOSK, visit: kiosk.visit + 1, signedInAtMs };
}

/**
 * A call found nobody signed in any more. Where that is because the service asked for more proof, the same person can give
 * it, once; else the visit is over.
 */
export function loseVisit(state: State, kiosk: Kiosk, event: EventOf<'sessionLost'>): State {
  if (state.session.kind !== 'in') return state;
  const hasJustBeenAsked = kiosk.wasAskedAgain && isSurelyFresh(kiosk, event.atMs);
  if (event.isChallenged && kiosk.person && !hasJustBeenAsked) return askAgain(state, event.atMs);
  return endWith(state, kiosk, event.problem);
}

/**
 * The visit is over, and nothing of it stays but what the journal keeps: who was issued what is what an audit asks for.
 * The items go one by one, since each of them is in the journal, too.
 */
export function leaveVisit(state: State, kiosk: Kiosk, problem: Problem | null): State {
  return {
    ...state,
    kiosk: { ...OPENED_KIOSK, visit: kiosk.visit },
    session: { kind: 'out', problem: problem && withoutNames(problem, namesHere(state, kiosk)) },
    rights: null,
    operator: null,
    shift: NEW_SHIFT,
    search: IDLE_SEARCH,
    notices: [],
    shown: { filter: 'all', page: 0 },
  };
}

/** What still happens to the items of a visit that is over is nobody's to hear. */
export function leaveNoNames(state: State): State {
  if (state.kiosk === null || state.kiosk.person !== null) return state;
  const notices = state.notices.filter(({ itemId, userName }) => itemId === null && userName === null);
  return notices.length === state.notices.length ? state : { ...state, notices };
}

function endWith(state: State, kiosk: Kiosk, problem: Problem): State {
  return { ...state, kiosk: { ...kiosk, endsWith: problem }, session: { kind: 'signingOut' } };
}

function askAgain(state: State, atMs: number): State {
  const waiting = itemsHere(state).filter((item) => item.state.kind === 'needsCode' && !isStrange(state, item));
  const problem = { code: 'fresh-sign-in-wanted' } as const;
  return waiting.reduce((next, item) => askForCode(next, item, atMs, problem), wantFreshSignIn(state));
}

function namesHere({ session }: State, { person }: Kiosk): readonly string[] {
  const names = person ? [person.id, person.displayName, person.userPrincipalName, person.mail] : [];
  const shown = session.kind === 'in' ? [session.name, session.userPrincipalName] : [];
  return [...names, ...shown].filter((name) => name !== null && name !== '').map((name) => String(name).toLowerCase());
}

/** What the other side said stays on screen for the next person, unless it names somebody. */
function withoutNames(problem: Problem, names: readonly string[]): Problem {
  const detail = problem.detail?.toLowerCase() ?? '';
  if (!names.some((name) => detail.includes(name))) return problem;
  const { detail: _detail, ...rest } = problem;
  return rest;
}

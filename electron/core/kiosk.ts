import type { KioskView } from '../contract/snapshot.ts';
import type { Problem } from '../contract/problem.ts';
import { wantsFreshSignIn } from './graph-error.ts';
import { SELF, type UserId } from './graph-port.ts';
import type { Item, Kiosk, State } from './state.ts';

/** Before anybody has come. */
export const OPENED_KIOSK: Kiosk = {
  visit: 0,
  person: null,
  signedInAtMs: null,
  needsFreshSignIn: false,
  wasAskedAgain: false,
  endsWith: null,
};

/**
 * How long after a sign-in a code is sent without another one.
 * Source: Microsoft Graph beta, the pages of the authentication methods: who manages their own is asked for multi-factor
 * authentication "if they last authenticated more than 10 minutes ago".
 * Chosen: a minute less, for typing and for the way.
 */
const FRESH_MS = 9 * 60_000;

/** Chosen: a sign-in this young was fresh, whatever the refusal calls it: asking once more would go on for ever. */
const SURELY_FRESH_MS = 60_000;

/** Chosen: enough to read what became of the token, and soon enough that the next in line finds nobody signed in. */
const END_MS = 30_000;

/** Whose tokens a call about this item is about; `null`: nobody's who is here, so that no call may be made. */
export function targetOf({ kiosk }: State, { user }: Item): UserId | null {
  if (user === null) return null;
  if (kiosk === null) return user.id;
  return kiosk.person?.id === user.id ? SELF : null;
}

/** At a kiosk, an item that nobody who is here has brought: it is left as it stands and taken off the queue. */
export function isStrange({ kiosk }: State, { user }: Item): boolean {
  if (kiosk === null) return false;
  return kiosk.person === null || (user !== null && user.id !== kiosk.person.id);
}

/** Whether the sign-in of who is here is too old for a code to be sent. */
export function isStale({ signedInAtMs }: Kiosk, nowMs: number): boolean {
  return signedInAtMs !== null && nowMs >= signedInAtMs + FRESH_MS;
}

/** When the sign-in will be too old, where that matters: a code is waited for. */
export function staleAtMs(state: State): number | null {
  const at = state.kiosk?.signedInAtMs ?? null;
  return at !== null && waitsForCode(state) ? at + FRESH_MS : null;
}

export function waitsForCode(state: State): boolean {
  return itemsHere(state).some((item) => item.state.kind === 'needsCode' && !isStrange(state, item));
}

/** When the visit ends by itself: all that was brought is issued. Time for reading is given from the last one on. */
export function visitEndsAtMs(state: State): number | null {
  const { kiosk, counts } = state;
  if (!kiosk?.person || counts.all === 0 || counts.issued < counts.all) return null;
  return Math.max(...itemsHere(state).map(({ changedAtMs }) => changedAtMs)) + END_MS;
}

/** Every item: there are few at a kiosk, and the newest have the highest numbers. */
export function itemsHere({ items, counts, nextItemId }: State): readonly Item[] {
  const found: Item[] = [];
  for (let id = nextItemId - 1; id >= 1 && found.length < counts.all; id--) {
    const item = items.get(id);
    if (item) found.push(item);
  }
  return found;
}

/**
 * What a refused write means at a kiosk. `askAgain`: the same person is to prove anew who they are. `deny`: they have done
 * so just now, so that it is no matter of time. `null`: it is about something else.
 */
export function judgeRefusal({ kiosk }: State, problem: Problem, atMs: number): 'askAgain' | 'deny' | null {
  if (kiosk === null) return null;
  // The sign-in has lapsed, because the service asked for more proof than there was.
  if (problem.code === 'signed-out') return kiosk.needsFreshSignIn ? 'askAgain' : null;
  if (!wantsFreshSignIn(problem, SELF)) return null;
  return isSurelyFresh(kiosk, atMs) ? 'deny' : 'askAgain';
}

export function isSurelyFresh({ signedInAtMs }: Kiosk, atMs: number): boolean {
  return signedInAtMs !== null && atMs - signedInAtMs < SURELY_FRESH_MS;
}

/** The person is to sign in again; who is signing out or out already is not kept. */
export function wantFreshSignIn(state: State): State {
  const { kiosk, session } = state;
  if (kiosk === null) return state;
  return {
    ...state,
    kiosk: { ...kiosk, needsFreshSignIn: true },
    session: session.kind === 'in' ? { kind: 'signingIn', prompt: null } : session,
  };
}

export function toKiosk(state: State): KioskView | null {
  const { kiosk } = state;
  if (kiosk === null) return null;
  return { person: kiosk.person, needsFreshSignIn: kiosk.needsFreshSignIn, endsAtMs: visitEndsAtMs(state) };
}

import { describe, expect, test } from 'vitest';
import { dueEffects } from '../../electron/core/due-effects.ts';
import type { Event, PassingEvent } from '../../electron/core/event.ts';
import { isStrange, OPENED_KIOSK, targetOf, toKiosk } from '../../electron/core/kiosk.ts';
import { SELF } from '../../electron/core/graph-port.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Kiosk, State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  foldEvents,
  itemIn,
  LEFT,
  itemOf,
  NOW_MS,
  planOf,
  scannedItem,
  STATE_KINDS,
  stateWith,
  undoDraft,
} from './build-state.ts';

const MINUTE_MS = 60_000;
const FRESH_MS = 9 * MINUTE_MS;
const SESSION = { kind: 'in', name: ANN.displayName, userPrincipalName: ANN.userPrincipalName } as const;

/** Ann is here, and has signed in just now. */
function visit(items: Parameters<typeof stateWith>[0], more: Partial<Kiosk> = {}): State {
  const kiosk = { ...OPENED_KIOSK, visit: 1, person: ANN, signedInAtMs: NOW_MS, ...more };
  return stateWith(items, { session: SESSION, kiosk, lastUsedAtMs: NOW_MS });
}

/** Without who works here: a hand-made state is not noted. */
const kindsOf = (state: State, nowMs = NOW_MS): readonly string[] =>
  dueEffects(state, nowMs)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'noteOperator');

describe('whose tokens a call is about', () => {
  test('is the item’s person at a desk, and oneself at a kiosk', () => {
    const item = itemIn('activating');
    expect(targetOf(stateWith([item]), item)).toBe(ANN.id);
    expect(targetOf(visit([item]), item)).toBe(SELF);
  });

  test('is nobody at a kiosk where somebody else is here, nobody is, or nobody was chosen', () => {
    const item = itemIn('activating', { user: BOB });
    expect(targetOf(visit([item]), item)).toBeNull();
    expect(targetOf(visit([item], { person: null }), item)).toBeNull();
    expect(targetOf(visit([]), scannedItem())).toBeNull();
    expect(targetOf(stateWith([]), scannedItem())).toBeNull();
  });
});

describe('an item at a kiosk', () => {
  test.each(STATE_KINDS.filter((kind) => kind !== 'needsUser'))('of somebody else that is %s goes', (kind) => {
    const effects = dueEffects(visit([itemIn(kind, { user: BOB })]), NOW_MS);
    const isWorking = ['activating', 'waiting', 'unsure', 'confirming'].includes(kind);
    expect(effects.map((effect) => effect.kind)).toEqual([isWorking ? 'leaveItem' : 'clearItem']);
  });

  test('whose call is under way goes under the key of that call, so that the answer comes first', () => {
    const keys = (['activating', 'waiting', 'unsure', 'confirming'] as const).map((kind) => {
      const item = itemIn(kind, { attempts: 2, reads: 3, readFailures: 1 });
      const [own] = dueEffects(stateWith([item]), NOW_MS + MINUTE_MS);
      const [leaving] = dueEffects(visit([item], { person: BOB }), NOW_MS);
      return [own?.key, leaving?.key];
    });
    expect(keys.map(([own, leaving]) => own === leaving)).toEqual([true, true, true, true]);
  });

  test.each(STATE_KINDS)('goes where nobody is here: %s', (kind) => {
    const state = visit([itemIn(kind)], { person: null });
    const [effect] = dueEffects({ ...state, session: { kind: 'out', problem: null } }, NOW_MS);
    expect(effect?.kind).toMatch(/^(?:leave|clear)Item$/);
  });

  test('that was scanned gets the person who is here', () => {
    expect(dueEffects(visit([scannedItem()]), NOW_MS)).toEqual([
      { kind: 'chooseSelf', key: 'chooseSelf:1', itemId: 1, user: ANN },
    ]);
    const chosen = reduce(visit([scannedItem()]), { kind: 'userChosen', atMs: NOW_MS, itemId: 1, user: ANN });
    expect(isStrange(chosen, itemOf(chosen))).toBe(false);
  });

  test('is nobody’s matter at a desk', () => {
    expect(kindsOf(stateWith([scannedItem(), itemIn('activated', { id: 2, serialNumber: 'X1' })]))).toEqual([]);
  });
});

describe('coming to a kiosk', () => {
  const opened = foldEvents([{ kind: 'kioskOpened', atMs: NOW_MS }]);
  const signedIn: PassingEvent = {
    kind: 'signedIn',
    atMs: NOW_MS,
    name: ANN.displayName,
    userPrincipalName: ANN.userPrincipalName,
    signedInAtMs: NOW_MS - 1_000,
  };

  test('asks who it is, once for each visit', () => {
    const first = foldEvents([{ kind: 'signInWanted', atMs: NOW_MS }, signedIn], opened);
    expect(kindsOf(first)).toContain('readSelf');
    const second = foldEvents([{ kind: 'signedOut', atMs: NOW_MS, problem: null }, signedIn], first);
    const keys = [first, second].map((state) => dueEffects(state, NOW_MS).find(({ kind }) => kind === 'readSelf')?.key);
    expect(keys).toEqual(['readSelf:1', 'readSelf:2']);
  });

  test('an answer that is about the visitor before changes nothing', () => {
    const next = foldEvents([signedIn, { kind: 'signedOut', atMs: NOW_MS, problem: null }, signedIn], opened);
    expect(reduce(next, { kind: 'selfRead', atMs: NOW_MS, visit: 1, person: BOB })).toBe(next);
    const failed: Event = { kind: 'selfNotRead', atMs: NOW_MS, visit: 1, problem: { code: 'graph-failing' } };
    expect(reduce(next, failed)).toBe(next);
    expect(toKiosk(reduce(next, { kind: 'selfRead', atMs: NOW_MS, visit: 2, person: ANN }))?.person).toBe(ANN);
  });

  test('is not possible before the queue is empty', () => {
    const left = stateWith([itemIn('unsure')], { session: { kind: 'signingIn', prompt: null }, kiosk: OPENED_KIOSK });
    expect(kindsOf(left)).toEqual(['leaveItem']);
    expect(kindsOf({ ...stateWith([]), session: left.session, kiosk: OPENED_KIOSK })).toEqual(['signIn']);
  });

  test('takes the time of the token, but none that is still to come', () => {
    const atOf = (signedInAtMs?: number | null): unknown =>
      reduce(opened, { ...signedIn, signedInAtMs: signedInAtMs ?? null }).kiosk?.signedInAtMs;
    expect([atOf(NOW_MS - 5_000), atOf(NOW_MS + 5_000), atOf(null)]).toEqual([NOW_MS - 5_000, NOW_MS, null]);
  });

  test('leaves a plan that a desk has begun to the desk: it is not shown, and nothing of it is sent', () => {
    const plan = planOf(undoDraft());
    const kiosk = reduce(stateWith([], { plan }), { kind: 'kioskOpened', atMs: NOW_MS });
    const restarted = reduce(kiosk, { kind: 'restarted', atMs: NOW_MS });
    expect([restarted.plan, kindsOf(restarted)]).toEqual([null, []]);
  });

  test('ends the visit that a desk has left behind, in the journal, so that no token of the kiosk is theirs', () => {
    const desk = foldEvents([{ kind: 'visitBegun', atMs: NOW_MS, laneId: LEFT, user: BOB }]);
    const kiosk = reduce(desk, { kind: 'kioskOpened', atMs: NOW_MS });
    const leave = { kind: 'leaveVisit', key: `leaveVisit:${LEFT}`, laneId: LEFT };
    expect(dueEffects(kiosk, NOW_MS)).toContainEqual(leave);
    expect(dueEffects(desk, NOW_MS)).not.toContainEqual(leave);
    const ended = reduce(kiosk, { kind: 'visitEnded', atMs: NOW_MS, laneId: LEFT });
    expect(dueEffects(ended, NOW_MS)).not.toContainEqual(leave);
    expect(JSON.stringify(ended)).not.toContain(BOB.displayName);
  });

  test('is nothing that a desk knows', () => {
    const desk = foldEvents([signedIn]);
    expect([desk.kiosk, toKiosk(desk)]).toEqual([null, null]);
    expect(reduce(desk, { kind: 'freshSignInWanted', atMs: NOW_MS })).toBe(desk);
    expect(reduce(desk, { kind: 'selfRead', atMs: NOW_MS, visit: 0, person: ANN })).toBe(desk);
  });
});

describe('a sign-in', () => {
  const waiting = visit([itemIn('needsCode')]);

  test('is too old after nine minutes, where a code is waited for', () => {
    expect(kindsOf(waiting, NOW_MS + FRESH_MS - 1)).not.toContain('wantFreshSignIn');
    expect(kindsOf(waiting, NOW_MS + FRESH_MS)).toContain('wantFreshSignIn');
    expect(kindsOf(visit([itemIn('activating')]), NOW_MS + FRESH_MS)).not.toContain('wantFreshSignIn');
    expect(kindsOf(visit([]), NOW_MS + FRESH_MS)).not.toContain('wantFreshSignIn');
  });

  test('of which no time is known is left to the service to judge', () => {
    expect(kindsOf(visit([itemIn('needsCode')], { signedInAtMs: null }), NOW_MS + 60 * MINUTE_MS)).not.toContain(
      'wantFreshSignIn',
    );
  });

  test('that was asked for once more counts from now on, whatever the clock of the service says', () => {
    const asked = reduce(waiting, { kind: 'freshSignInWanted', atMs: NOW_MS + FRESH_MS });
    expect(asked.session).toEqual({ kind: 'signingIn', prompt: null });
    expect(kindsOf(asked, NOW_MS + FRESH_MS)).toEqual(['signInAgain']);
    const renewed = reduce(asked, {
      kind: 'signedIn',
      atMs: NOW_MS + FRESH_MS,
      name: ANN.displayName,
      userPrincipalName: ANN.userPrincipalName,
      signedInAtMs: NOW_MS - FRESH_MS,
    });
    expect(renewed.kiosk).toMatchObject({ person: ANN, signedInAtMs: NOW_MS + FRESH_MS, needsFreshSignIn: false });
    expect(itemOf(renewed).state).toEqual({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    expect(kindsOf(renewed, NOW_MS + FRESH_MS)).not.toContain('wantFreshSignIn');
  });

  const refused = (code: 'fresh-sign-in-wanted' | 'signed-out', atMs: number): Event => ({
    kind: 'activationRefused',
    atMs,
    itemId: 1,
    problem: { code, detail: '403 · accessDenied · No.', requestId: 'r1' },
  });

  test.each([
    [59_999, 'stopped', 'not-permitted', 'in'],
    [60_000, 'needsCode', 'fresh-sign-in-wanted', 'signingIn'],
  ] as const)('that is %i ms old and refused as too old: the item is %s', (ageMs, kind, code, session) => {
    const state = reduce(visit([itemIn('activating')]), refused('fresh-sign-in-wanted', NOW_MS + ageMs));
    const problem = { code, detail: '403 · accessDenied · No.', requestId: 'r1' };
    expect(itemOf(state).state).toEqual({ kind, problem });
    expect(state.session.kind).toBe(session);
  });

  test('of unknown age that is refused as too old is asked for once more', () => {
    const state = reduce(
      visit([itemIn('activating')], { signedInAtMs: null }),
      refused('fresh-sign-in-wanted', NOW_MS),
    );
    expect(state.kiosk?.needsFreshSignIn).toBe(true);
  });

  test('refused as too old at a desk stops the item, and signs nobody out', () => {
    const desk = stateWith([itemIn('activating')], { session: SESSION });
    const state = reduce(desk, refused('fresh-sign-in-wanted', NOW_MS + FRESH_MS));
    expect(itemOf(state).state.kind).toBe('stopped');
    expect(state.session).toBe(desk.session);
  });

  test.each([
    [true, false, 'signingIn'],
    [true, true, 'signingOut'],
    [false, false, 'signingOut'],
  ] as const)('that is lost (challenged %s, just asked for %s) is %s', (isChallenged, wasAskedAgain, session) => {
    const problem = { code: 'signed-out' } as const;
    const lost: Event = { kind: 'sessionLost', atMs: NOW_MS + 1_000, problem, isChallenged };
    const state = reduce(visit([itemIn('activating')], { wasAskedAgain }), lost);
    expect(state.session.kind).toBe(session);
    const answered = reduce(state, refused('signed-out', NOW_MS + 1_000));
    expect(itemOf(answered).state.kind).toBe(session === 'signingIn' ? 'needsCode' : 'stopped');
  });

  test('that is lost by a challenge a while after it was asked for is asked for once more', () => {
    const lost: Event = {
      kind: 'sessionLost',
      atMs: NOW_MS + MINUTE_MS,
      problem: { code: 'signed-out' },
      isChallenged: true,
    };
    expect(reduce(visit([], { wasAskedAgain: true }), lost).session.kind).toBe('signingIn');
  });
});

describe('a visit', () => {
  const issued = visit([itemIn('activated')]);

  test('ends 30 seconds after the last token was issued, and not while one is in hand', () => {
    expect(toKiosk(issued)?.endsAtMs).toBe(NOW_MS + 30_000);
    const second = itemIn('activated', { id: 2, serialNumber: 'X1', changedAtMs: NOW_MS + 9_000 });
    expect(toKiosk(visit([itemIn('activated'), second]))?.endsAtMs).toBe(NOW_MS + 39_000);
    for (const kind of STATE_KINDS.filter((other) => other !== 'activated')) {
      const open = itemIn(kind, { id: 2, serialNumber: 'X1' });
      expect(toKiosk(visit([itemIn('activated'), open]))?.endsAtMs).toBeNull();
    }
    expect(toKiosk(visit([]))?.endsAtMs).toBeNull();
    expect(kindsOf(issued, NOW_MS + 29_999)).toEqual([]);
    expect(kindsOf(issued, NOW_MS + 30_000)).toEqual(['endVisit']);
  });

  test('that is over names nobody, whatever ended it', () => {
    const problem = {
      code: 'graph-refused',
      detail: `Resource '${ANN.userPrincipalName.toUpperCase()}' is gone`,
    } as const;
    const before = reduce(issued, { kind: 'itemParked', atMs: NOW_MS, itemId: 1 });
    const over = reduce(before, { kind: 'signedOut', atMs: NOW_MS, problem });
    expect(over.session).toEqual({ kind: 'out', problem: { code: 'graph-refused' } });
    expect(over.kiosk).toEqual({ ...OPENED_KIOSK, visit: 1 });
    const cleared = reduce(over, { kind: 'itemRemoved', atMs: NOW_MS, itemId: 1 });
    expect(JSON.stringify({ ...cleared, items: null })).not.toMatch(/Ann|ann@/);
  });

  test('that is over says why, where no name is in it', () => {
    const problem = { code: 'signed-out', detail: 'The sign-in was cancelled' } as const;
    expect(reduce(issued, { kind: 'signedOut', atMs: NOW_MS, problem }).session).toEqual({ kind: 'out', problem });
  });

  test.each([
    [0, 2],
    [10, 10],
  ])('is locked (set to %i) after %i minutes without anybody', (set, minutes) => {
    const idle = withIdleLock(visit([itemIn('stopped')]), set);
    expect(kindsOf(idle, NOW_MS + minutes * MINUTE_MS - 1)).not.toContain('lock');
    expect(kindsOf(idle, NOW_MS + minutes * MINUTE_MS)).toContain('lock');
  });

  test('is locked five minutes later where something never ends', () => {
    const busy = withIdleLock(visit([itemIn('unsure')]), 0);
    expect(kindsOf(busy, NOW_MS + 7 * MINUTE_MS - 1)).not.toContain('lock');
    expect(kindsOf(busy, NOW_MS + 7 * MINUTE_MS)).toContain('lock');
  });
});

function withIdleLock(state: State, value: number): State {
  const { settings } = state;
  const idleLockMinutes = { ...settings.values.idleLockMinutes, value };
  return { ...state, settings: { ...settings, values: { ...settings.values, idleLockMinutes } } };
}

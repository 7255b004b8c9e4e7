import { describe, expect, test } from 'vitest';
import { scopesFor } from '../../electron/core/settings-scopes.ts';
import { browse } from '../fakes/loopback-authority-browser.ts';
import { DIEGO } from '../fakes/loopback-authority-directory.ts';
import { closeWindow, setUpDesk, turnUntil, type Desk, type DeskOptions } from '../io/sign-in/desk.ts';
import { buildKiosk, createKioskTenant, HARUKA, MINUTE_MS, namesIn, traces, type KioskBench } from './kiosk-bench.ts';

const SCOPES = scopesFor({
  scopeSet: 'granular',
  readsProfiles: false,
  readsInventory: false,
  writesInventory: false,
  selfService: true,
});
const FRESH_MS = 9 * MINUTE_MS;

type Kiosk = KioskBench & Pick<Desk, 'authority' | 'opened'>;

/** A kiosk whose people sign in with the real MSAL, at an authority on loopback. Without `browse` they approve at once. */
async function openKiosk(options: DeskOptions = {}): Promise<Kiosk> {
  const desk = await setUpDesk({ isKiosk: true, scopes: () => SCOPES, ...options });
  const { hand, authority, opened } = desk;
  authority.setPerson({ id: HARUKA.id, name: HARUKA.displayName, userPrincipalName: HARUKA.userPrincipalName });
  const bench = await buildKiosk({ hand, signIn: desk.signIn, tenant: createKioskTenant(hand) });
  return { ...bench, authority, opened };
}

async function visited(options: DeskOptions = {}, sinceMs = 0): Promise<Kiosk> {
  const kiosk = await openKiosk(options);
  kiosk.authority.setTellsAuthTime(true);
  await kiosk.send({ kind: 'signIn' });
  await kiosk.station.idle();
  await kiosk.pass(sinceMs);
  await kiosk.scan();
  return kiosk;
}

async function enter(kiosk: Kiosk): Promise<string> {
  const taken = await kiosk.enter(kiosk.code());
  await kiosk.station.idle();
  return taken.ok ? 'taken' : taken.problem.code;
}

/** The sign-ins that the browser was sent to, without the pages that sign out. */
function signIns({ opened }: Kiosk): readonly URLSearchParams[] {
  return opened.filter((url) => url.includes('/authorize')).map((url) => new URL(url).searchParams);
}

function signOuts({ opened }: Kiosk): readonly string[] {
  return opened.filter((url) => url.includes('/logout'));
}

describe('at the authority', () => {
  test('the first sign-in already asks for proof, whatever the browser knows of the last visitor', async () => {
    const kiosk = await visited();
    expect(signIns(kiosk).map((asked) => [asked.get('prompt'), asked.get('max_age')])).toEqual([['login', '0']]);
    expect(signIns(kiosk)[0]?.has('login_hint')).toBe(false);
    expect(signIns(kiosk)[0]?.get('scope')?.split(' ')).toEqual(expect.arrayContaining([...SCOPES]));
    expect(signIns(kiosk)[0]?.get('scope')).not.toContain('.All');
    expect(await enter(kiosk)).toBe('taken');
    expect(kiosk.row()?.state.kind).toBe('activated');
  });

  test('the time of the proof is the one that the token tells', async () => {
    const kiosk = await visited();
    const told = kiosk.events.find(({ kind }) => kind === 'signedIn');
    expect(told).toMatchObject({ signedInAtMs: kiosk.signIn.signedInAtMs() });
  });

  test('a sign-in that has become too old is asked for again of the same person, with proof', async () => {
    const kiosk = await visited({}, FRESH_MS);
    const [first, again] = signIns(kiosk);
    expect(first?.has('login_hint')).toBe(false);
    expect(again?.get('prompt')).toBe('login');
    expect(again?.get('max_age')).toBe('0');
    expect(again?.get('login_hint')).toBe(HARUKA.userPrincipalName);
    expect(kiosk.signIn.signedInAtMs()).toBe(kiosk.hand.clock.nowMs());
    expect(await enter(kiosk)).toBe('taken');
    expect(kiosk.row()?.state.kind).toBe('activated');
  });

  test('a page that asks nobody anew is no proof: the visit ends, and no window follows', async () => {
    const kiosk = await openKiosk();
    kiosk.authority.setTellsAuthTime(true);
    await kiosk.send({ kind: 'signIn' });
    await kiosk.station.idle();
    // The clock of the service stands still, so that the token tells the same time again.
    await kiosk.send({ kind: 'signInAgain' });
    await kiosk.station.idle();
    expect(kiosk.station.snapshot().session).toMatchObject({
      kind: 'out',
      problem: { code: 'graph-refused', detail: 'The sign-in service did not ask the person again' },
    });
    await kiosk.pass(FRESH_MS);
    expect(signIns(kiosk)).toHaveLength(2);
  });

  test('somebody else who signs in then ends the visit, and names nobody to the next', async () => {
    const kiosk = await visited();
    kiosk.authority.setPerson(DIEGO);
    kiosk.hand.moveBy(FRESH_MS);
    await kiosk.station.idle();
    const { session, queue, kiosk: shown } = kiosk.station.snapshot();
    expect(session).toMatchObject({ kind: 'out', problem: { code: 'wrong-person' } });
    expect([queue.counts.all, shown?.person]).toEqual([0, null]);
    expect(namesIn(traces(kiosk))).toEqual([]);
    expect(signIns(kiosk)).toHaveLength(2);
    expect(await kiosk.signIn.accessToken()).toMatchObject({ ok: false });
  });

  test('a window that nobody comes back from ends the visit after three minutes', async () => {
    let isGone = false;
    const kiosk = await visited({ browse: (url) => (isGone ? closeWindow() : browse(url)) });
    isGone = true;
    kiosk.hand.moveBy(FRESH_MS);
    await turnUntil(() => signIns(kiosk).length === 2);
    await kiosk.turn();
    kiosk.hand.moveBy(3 * MINUTE_MS);
    await kiosk.station.idle();
    expect(kiosk.station.snapshot().session).toMatchObject({
      kind: 'out',
      problem: { code: 'signed-out', detail: 'Nobody came back from the browser in time' },
    });
    expect(kiosk.station.snapshot().queue.counts.all).toBe(0);
  });
});

describe('a claims challenge', () => {
  test('that a renewed token meets is answered without anybody noticing', async () => {
    const kiosk = await visited();
    kiosk.tenant.setConditions({ faults: [{ on: 'writes', times: 1, kind: 'challenge', status: 401 }] });
    expect(await enter(kiosk)).toBe('taken');
    expect(kiosk.row()?.state.kind).toBe('activated');
    expect(signIns(kiosk)).toHaveLength(1);
  });

  test('that only the person can meet asks them, with what the service wants, and then for the next code', async () => {
    const kiosk = await visited();
    kiosk.authority.setStepUp('acrs');
    kiosk.tenant.setConditions({ freshSignIn: 'claimsWanted' });
    kiosk.hand.moveBy(1_000);
    const code = kiosk.code();
    const taken = kiosk.enter(code);
    await turnUntil(() => signIns(kiosk).length === 2);
    kiosk.tenant.setConditions({ freshSignIn: null });
    expect((await taken).ok).toBe(true);
    await kiosk.station.idle();
    expect(signIns(kiosk)[1]?.get('claims')).toContain('acrs');
    expect(signIns(kiosk)[1]?.get('prompt')).toBe('login');
    expect(kiosk.station.snapshot()).toMatchObject({ session: { kind: 'in' }, kiosk: { person: { id: HARUKA.id } } });
    expect(kiosk.row()?.state).toMatchObject({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    expect(await kiosk.enter(code)).toMatchObject({ problem: { code: 'code-already-tried' } });
    await kiosk.pass(30_000);
    expect(await enter(kiosk)).toBe('taken');
    expect(kiosk.row()?.state.kind).toBe('activated');
  });

  test('that is not met by that either ends the visit instead of opening one window after the other', async () => {
    const kiosk = await visited();
    kiosk.tenant.setConditions({ freshSignIn: 'claimsWanted' });
    kiosk.authority.setStepUp('acrs');
    kiosk.hand.moveBy(1_000);
    await enter(kiosk);
    expect(signIns(kiosk)).toHaveLength(2);
    kiosk.authority.revokeAll();
    await kiosk.pass(30_000);
    await enter(kiosk);
    expect(signIns(kiosk)).toHaveLength(2);
    expect(kiosk.station.snapshot()).toMatchObject({
      session: { kind: 'out', problem: { code: 'signed-out' } },
      queue: { counts: { all: 0 } },
    });
  });
});

describe.each(['mfaWanted', 'methodsDenied'] as const)('a refusal told as %s', (freshSignIn) => {
  test('of a sign-in that is some minutes old asks for another one', async () => {
    const kiosk = await visited({}, 2 * MINUTE_MS);
    kiosk.tenant.setConditions({ freshSignIn });
    expect(await enter(kiosk)).toBe('taken');
    expect(signIns(kiosk).map((asked) => asked.get('max_age'))).toEqual(['0', '0']);
    expect(kiosk.row()?.state).toMatchObject({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    kiosk.tenant.setConditions({ freshSignIn: null });
    await kiosk.pass(30_000);
    expect(await enter(kiosk)).toBe('taken');
    expect(kiosk.row()?.state.kind).toBe('activated');
  });
});

describe('the end of a visit', () => {
  test('forgets every token, and signs out of the browser as well', async () => {
    const kiosk = await visited();
    await enter(kiosk);
    await kiosk.pass(30_000);
    expect(kiosk.station.snapshot().session).toEqual({ kind: 'out', problem: null });
    expect(await kiosk.signIn.accessToken()).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
    expect(kiosk.signIn.operator()).toBeNull();
    expect(await kiosk.signIn.restore()).toBeNull();
    expect(signOuts(kiosk)).toHaveLength(1);
    expect(namesIn(traces(kiosk))).toEqual([]);
    const shown = traces(kiosk);
    expect(kiosk.authority.secrets().filter((secret) => shown.includes(secret))).toEqual([]);
    const stored = JSON.stringify(kiosk.journal.stored());
    expect(kiosk.authority.secrets().filter((secret) => stored.includes(secret))).toEqual([]);
  });

  test('lets the next person in, and nothing of the last one is theirs', async () => {
    const kiosk = await visited();
    await enter(kiosk);
    await kiosk.send({ kind: 'signOut' });
    await kiosk.station.idle();
    await kiosk.send({ kind: 'signIn' });
    await kiosk.station.idle();
    expect(signIns(kiosk)[1]?.get('prompt')).toBe('login');
    expect(signIns(kiosk)[1]?.has('login_hint')).toBe(false);
    expect(kiosk.station.snapshot()).toMatchObject({ session: { kind: 'in' }, queue: { counts: { all: 0 } } });
  });
});

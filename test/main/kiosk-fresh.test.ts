import { describe, expect, test } from 'vitest';
import { buildKiosk, MINUTE_MS, TOKEN, type KioskBench } from './kiosk-bench.ts';

const FRESH_MS = 9 * MINUTE_MS;

/** Haruka has signed in and scanned; so much time has gone by since the sign-in. */
async function visited(sinceMs = 0): Promise<KioskBench> {
  const bench = await buildKiosk();
  await bench.comeIn();
  // Somebody is at the window all the time.
  for (let passedMs = 0; passedMs < sinceMs; passedMs += MINUTE_MS) {
    await bench.send({ kind: 'showQueue', filter: 'all', page: 0 });
    await bench.pass(Math.min(MINUTE_MS, sinceMs - passedMs));
  }
  await bench.scan();
  return bench;
}

async function enter(bench: KioskBench, code: string): Promise<string> {
  const taken = await bench.enter(code);
  await bench.turn();
  return taken.ok ? 'taken' : taken.problem.code;
}

function asksAgain(bench: KioskBench): boolean {
  const { kiosk, session } = bench.station.snapshot();
  return kiosk?.needsFreshSignIn === true && session.kind === 'signingIn';
}

describe('a sign-in that is nine minutes old', () => {
  test('is asked for once more before a code is wanted, and then the code is sent', async () => {
    const bench = await buildKiosk();
    await bench.comeIn();
    const signedInAtMs = bench.hand.clock.nowMs();
    await bench.pass(FRESH_MS - 2_000);
    await bench.scan();
    expect(asksAgain(bench)).toBe(false);
    bench.hand.moveBy(999);
    await bench.turn();
    expect(asksAgain(bench)).toBe(false);
    bench.hand.moveBy(1);
    await bench.turn();
    expect(bench.hand.clock.nowMs()).toBe(signedInAtMs + FRESH_MS);
    expect(asksAgain(bench)).toBe(true);
    expect(bench.row()?.state).toEqual({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    await bench.pass(2_000);
    expect(bench.station.snapshot()).toMatchObject({ session: { kind: 'in' }, kiosk: { needsFreshSignIn: false } });
    expect(bench.row()?.state.kind).toBe('needsCode');
    expect(await enter(bench, bench.code())).toBe('taken');
    expect(bench.row()?.state.kind).toBe('activated');
  });

  test('is asked for at once where the token is scanned later', async () => {
    const bench = await buildKiosk();
    await bench.comeIn();
    await bench.pass(FRESH_MS);
    expect(asksAgain(bench)).toBe(false);
    bench.reader.scan(TOKEN, ']C0');
    await bench.turn();
    expect(asksAgain(bench)).toBe(true);
  });

  test('takes no code before it has been renewed, and none is used up', async () => {
    const bench = await buildKiosk();
    await bench.comeIn();
    await bench.scan();
    await bench.send({ kind: 'showQueue', filter: 'all', page: 0 });
    bench.hand.moveBy(FRESH_MS);
    expect(await enter(bench, bench.code())).toBe('fresh-sign-in-wanted');
    expect(asksAgain(bench)).toBe(true);
    const code = bench.code();
    expect(await enter(bench, code)).toBe('fresh-sign-in-wanted');
    await bench.pass(2_000);
    expect(await enter(bench, bench.code())).toBe('taken');
    expect(bench.row()?.state.kind).toBe('activated');
  });

  test('is asked for once: who proves it goes on for another nine minutes', async () => {
    const bench = await buildKiosk();
    await bench.comeIn();
    await bench.scan();
    bench.hand.moveBy(FRESH_MS);
    await bench.turn();
    await bench.pass(2_000);
    await bench.pass(FRESH_MS - 1);
    expect(bench.renewals()).toBe(1);
    bench.hand.moveBy(1);
    await bench.turn();
    expect(bench.renewals()).toBe(2);
  });

  test('does not matter once the token is issued', async () => {
    const bench = await visited(FRESH_MS - 3_000);
    await enter(bench, bench.code());
    await bench.pass(14_000);
    expect(asksAgain(bench)).toBe(false);
  });

  test('ends the visit where it is called off', async () => {
    const bench = await buildKiosk();
    await bench.comeIn();
    await bench.scan();
    bench.hand.moveBy(FRESH_MS);
    await bench.turn();
    await bench.send({ kind: 'cancelSignIn' });
    await bench.station.idle();
    expect(bench.station.snapshot()).toMatchObject({
      session: { kind: 'out', problem: { code: 'signed-out', detail: 'The sign-in was cancelled' } },
      kiosk: { person: null, needsFreshSignIn: false },
      queue: { counts: { all: 0 } },
    });
    expect(bench.signIn.operator()).toBeNull();
  });
});

describe('who is here', () => {
  test('can prove it anew by themselves', async () => {
    const bench = await visited();
    expect(await bench.send({ kind: 'signInAgain' })).toEqual({ ok: true, value: null });
    expect(asksAgain(bench)).toBe(true);
    await bench.pass(2_000);
    expect(bench.station.snapshot().session.kind).toBe('in');
  });

  test('has to be somebody for that', async () => {
    const bench = await buildKiosk();
    expect(await bench.send({ kind: 'signInAgain' })).toMatchObject({ problem: { code: 'command-not-allowed' } });
  });
});

describe.each(['claimsWanted', 'mfaWanted', 'methodsDenied'] as const)('a refusal told as %s', (freshSignIn) => {
  test('asks the same person again and wants the next code, never the same one', async () => {
    const bench = await visited(2 * MINUTE_MS);
    bench.tenant.setConditions({ freshSignIn });
    const code = bench.code();
    expect(await enter(bench, code)).toBe('taken');
    expect(asksAgain(bench)).toBe(true);
    expect(bench.row()?.state).toMatchObject({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    bench.tenant.setConditions({ freshSignIn: null });
    await bench.pass(2_000);
    expect(bench.station.snapshot().session.kind).toBe('in');
    expect(bench.row()?.state).toMatchObject({ kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } });
    expect(await enter(bench, code)).toBe('code-already-tried');
    await bench.pass(30_000);
    expect(await enter(bench, bench.code())).toBe('taken');
    expect(bench.row()?.state.kind).toBe('activated');
  });

  test('does not go on for ever: what is refused right after a sign-in is refused', async () => {
    const bench = await visited(2 * MINUTE_MS);
    bench.tenant.setConditions({ freshSignIn });
    await enter(bench, bench.code());
    await bench.pass(2_000);
    await bench.pass(30_000);
    expect(await enter(bench, bench.code())).toBe('taken');
    expect(bench.row()?.state).toMatchObject({ kind: 'stopped', problem: { code: 'not-permitted' } });
    expect(bench.station.snapshot().session.kind).toBe('in');
    expect(bench.renewals()).toBe(1);
  });

  test('of a sign-in that was made just now says what the service said', async () => {
    const bench = await visited();
    bench.tenant.setConditions({ freshSignIn });
    await enter(bench, bench.code());
    expect(asksAgain(bench)).toBe(false);
    const state = bench.row()?.state;
    expect(state).toMatchObject({ kind: 'stopped', problem: { code: 'not-permitted' } });
    expect(state?.kind === 'stopped' && state.problem.detail).toMatch(/^40[13] · /);
  });
});

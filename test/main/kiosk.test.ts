import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import { ANNA } from './build-bench.ts';
import { buildKiosk, HARUKA, MINUTE_MS, namesIn, OTHER_TOKEN, TOKEN, traces, type KioskBench } from './kiosk-bench.ts';

/** A kiosk at which Haruka has signed in and scanned a token. */
async function visited(): Promise<KioskBench> {
  const bench = await buildKiosk();
  await bench.comeIn();
  await bench.scan();
  return bench;
}

async function issued(): Promise<KioskBench> {
  const bench = await visited();
  await bench.enter(bench.code());
  await bench.station.idle();
  return bench;
}

describe('a visit', () => {
  test('goes from the sign-in over the scan and the code to the token, without anybody being chosen', async () => {
    const bench = await buildKiosk();
    expect(bench.station.snapshot()).toMatchObject({
      session: { kind: 'out', problem: null },
      kiosk: { person: null, needsFreshSignIn: false, endsAtMs: null },
    });
    await bench.comeIn();
    expect(bench.station.snapshot().kiosk?.person).toMatchObject({ id: HARUKA.id, displayName: 'Haruka Tanaka' });
    await bench.scan();
    expect(bench.row()).toMatchObject({ state: { kind: 'needsCode', problem: null }, user: { id: HARUKA.id } });
    await bench.enter(bench.code());
    await bench.station.idle();
    expect(bench.row()?.state.kind).toBe('activated');
    expect(bench.tenant.findAssignment(TOKEN)).toMatchObject({ status: 'activated', userId: HARUKA.id });
  });

  test('calls nothing but what is about oneself', async () => {
    const { asked, tenant } = await issued();
    expect(asked.length).toBeGreaterThan(2);
    expect(
      asked.filter(({ path }) => path !== '/beta/me' && !/^\/(?:beta|v1\.0)\/(?:me\b|\$batch)/.test(path)),
    ).toEqual([]);
    expect(asked).toContainEqual({
      method: 'POST',
      path: '/beta/me/authentication/hardwareOathMethods/assignAndActivateBySerialNumber',
    });
    expect(tenant.violations()).toEqual([]);
  });

  test('activates by the method where a read has shown that the token is theirs already', async () => {
    const bench = await visited();
    await bench.enter('000000');
    await bench.station.idle();
    expect(bench.row()?.state).toMatchObject({ kind: 'needsCode', problem: { code: 'code-rejected' } });
    await bench.enter(bench.code());
    await bench.station.idle();
    expect(bench.row()?.state.kind).toBe('activated');
    const paths = bench.asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(paths.at(-1)).toMatch(/^\/beta\/me\/authentication\/hardwareOathMethods\/[^/]+\/activate$/);
  });

  test('is about one token after the other', async () => {
    const bench = await visited();
    await bench.scan(OTHER_TOKEN);
    expect(bench.row(OTHER_TOKEN)).toBeNull();
    const notice = bench.station.snapshot().notices.at(-1);
    expect(notice).toMatchObject({ kind: 'scanRefused', problem: { code: 'kiosk-one-at-a-time' } });
    await bench.scan(TOKEN);
    expect(bench.station.snapshot().notices.at(-1)?.kind).toBe('scanDuplicate');
    await bench.enter(bench.code());
    await bench.station.idle();
    await bench.scan(OTHER_TOKEN);
    expect(bench.row(OTHER_TOKEN)).toMatchObject({ state: { kind: 'needsCode' }, user: { id: HARUKA.id } });
    expect(bench.station.snapshot().kiosk?.endsAtMs).toBeNull();
  });

  test('lets a wrong token be taken off', async () => {
    const bench = await visited();
    await bench.send({ kind: 'removeItem', itemId: bench.row()?.id ?? 0 });
    await bench.scan(OTHER_TOKEN);
    expect(bench.row(OTHER_TOKEN)?.state.kind).toBe('needsCode');
  });
});

describe('before anybody has signed in', () => {
  test.each(['out', 'signingIn'] as const)('a scan is refused while the session is %s', async (session) => {
    const bench = await buildKiosk();
    if (session === 'signingIn') await bench.send({ kind: 'signIn' });
    bench.reader.scan(TOKEN, ']C0');
    await bench.turn();
    const { notices, queue } = bench.station.snapshot();
    expect(notices.at(-1)).toMatchObject({ kind: 'scanRefused', problem: { code: 'kiosk-sign-in-first' } });
    expect(queue.counts.all).toBe(0);
  });

  test('who is not known yet cannot scan either', async () => {
    const bench = await buildKiosk();
    const release = bench.hold();
    await bench.send({ kind: 'signIn' });
    bench.hand.moveBy(2_000);
    await bench.turn();
    bench.reader.scan(TOKEN, ']C0');
    await bench.turn();
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ problem: { code: 'kiosk-sign-in-first' } });
    release();
    await bench.station.idle();
    await bench.scan();
    expect(bench.row()?.state.kind).toBe('needsCode');
  });

  test('who cannot be read is signed out, and told why', async () => {
    const bench = await buildKiosk();
    bench.tenant.setConditions({ faults: [{ on: 'readMe', times: 1, kind: 'fail', status: 503, acts: false }] });
    await bench.comeIn();
    expect(bench.station.snapshot().session).toMatchObject({ kind: 'out', problem: { code: 'graph-failing' } });
    expect(bench.signIn.operator()).toBeNull();
  });

  test('a sign-in that is called off leaves nothing', async () => {
    const bench = await buildKiosk();
    await bench.send({ kind: 'signIn' });
    await bench.send({ kind: 'cancelSignIn' });
    await bench.station.idle();
    expect(bench.station.snapshot().session).toMatchObject({ kind: 'out', problem: { code: 'signed-out' } });
    await bench.comeIn();
    expect(bench.station.snapshot().kiosk?.person).not.toBeNull();
  });
});

describe('what is about others', () => {
  const commands: readonly Command[] = [
    { kind: 'searchUsers', query: 'anna' },
    { kind: 'chooseUser', itemId: 1, userId: ANNA },
    { kind: 'planUndo', itemId: 1, reason: 'notNeeded' },
    { kind: 'planReassign', itemId: 1 },
    { kind: 'startPlan' },
  ];
  test.each(commands)('is refused: $kind', async (command) => {
    const bench = await issued();
    expect(await bench.send(command)).toMatchObject({ ok: false, problem: { code: 'command-not-allowed' } });
  });

  test('the reader doctor stays within reach', async () => {
    const bench = await buildKiosk();
    expect(await bench.send({ kind: 'openDoctor' })).toMatchObject({ ok: true });
  });
});

describe('the end of a visit', () => {
  test('comes by itself 30 seconds after the token was issued', async () => {
    const bench = await issued();
    const { kiosk, atMs } = bench.station.snapshot();
    expect(kiosk?.endsAtMs).toBe(atMs + 30_000);
    await bench.pass(29_999);
    expect(bench.station.snapshot().session.kind).toBe('in');
    await bench.pass(1);
    expect(bench.station.snapshot()).toMatchObject({
      session: { kind: 'out', problem: null },
      kiosk: { person: null, needsFreshSignIn: false, endsAtMs: null },
      queue: { counts: { all: 0 } },
      open: null,
      search: { query: '', users: [] },
    });
  });

  test('leaves nothing but the journal, which is what an audit asks for', async () => {
    const bench = await issued();
    expect(namesIn(traces(bench)).length).toBeGreaterThan(2);
    await bench.pass(30_000);
    expect(namesIn(traces(bench))).toEqual([]);
    expect(await bench.signIn.accessToken()).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
    const stored = JSON.stringify(bench.journal.stored());
    expect(stored).toContain(HARUKA.displayName);
    expect(stored).not.toContain('practice-self-service-token');
  });

  test('is there at once for whoever signs out', async () => {
    const bench = await visited();
    await bench.send({ kind: 'signOut' });
    await bench.station.idle();
    expect(bench.station.snapshot()).toMatchObject({ session: { kind: 'out', problem: null }, queue: { rows: [] } });
    expect(namesIn(traces(bench))).toEqual([]);
    expect(bench.tenant.findAssignment(TOKEN)?.status).toBe('available');
  });

  test('waits for what is on its way', async () => {
    const bench = await visited();
    bench.tenant.setConditions({ readLagMs: 3_000 });
    await bench.enter(bench.code());
    await bench.pass(500);
    expect(bench.row()?.state.kind).toBe('confirming');
    expect(bench.station.snapshot().kiosk?.endsAtMs).toBeNull();
    await bench.pass(3_000);
    expect(bench.station.snapshot().kiosk?.endsAtMs).not.toBeNull();
  });

  test('in the middle leaves what nobody can read any more, and no read follows', async () => {
    const bench = await visited();
    bench.tenant.setConditions({ readLagMs: MINUTE_MS });
    await bench.enter(bench.code());
    await bench.pass(500);
    await bench.send({ kind: 'signOut' });
    await bench.station.idle();
    const reads = bench.asked.length;
    await bench.pass(MINUTE_MS);
    expect(bench.asked.length).toBe(reads);
    expect(bench.station.snapshot().queue.counts.all).toBe(0);
    expect(bench.kinds().slice(-2)).toEqual(['itemLeft', 'itemRemoved']);
    expect(namesIn(traces(bench))).toEqual([]);
  });

  test('while an answer is on its way keeps the next person out until it has come', async () => {
    const bench = await visited();
    const release = bench.hold();
    await bench.enter(bench.code());
    await bench.send({ kind: 'signOut' });
    await bench.turn();
    await bench.send({ kind: 'signIn' });
    bench.hand.moveBy(2_000);
    await bench.turn();
    expect(bench.station.snapshot()).toMatchObject({ session: { kind: 'signingIn' }, kiosk: { person: null } });
    expect(bench.signIn.operator()).toBeNull();
    release();
    await bench.turn();
    const kinds = bench.kinds();
    expect(kinds.slice(-3)).toEqual(['activationDone', 'itemLeft', 'itemRemoved']);
    bench.hand.moveBy(2_000);
    await bench.station.idle();
    expect(bench.station.snapshot().kiosk?.person?.id).toBe(HARUKA.id);
  });

  test('comes after two minutes without anybody, where a desk would never lock', async () => {
    const bench = await visited();
    // The default of the settings is ten minutes; a kiosk that is set to never locks after two.
    await bench.station.dispatch({
      kind: 'settingsRead',
      atMs: bench.hand.clock.nowMs(),
      view: withIdleLock(bench, 0),
    });
    await bench.pass(2 * MINUTE_MS - 1);
    expect(bench.station.snapshot().session.kind).toBe('in');
    await bench.pass(1);
    expect(bench.station.snapshot()).toMatchObject({
      session: { kind: 'out', problem: { code: 'idle-locked' } },
      queue: { counts: { all: 0 } },
    });
  });

  test('comes when the service says that nobody is signed in any more', async () => {
    const bench = await visited();
    await bench.station.dispatch({
      kind: 'sessionLost',
      atMs: bench.hand.clock.nowMs(),
      problem: { code: 'signed-out', detail: `The sign-in of ${HARUKA.userPrincipalName} was revoked` },
    });
    await bench.station.idle();
    expect(bench.station.snapshot().session).toEqual({ kind: 'out', problem: { code: 'signed-out' } });
    expect(namesIn(traces(bench))).toEqual([]);
    expect(bench.signIn.operator()).toBeNull();
  });
});

describe('a restart', () => {
  test('leaves and clears what the last visit left in the queue, and reads nothing', async () => {
    const before = await visited();
    before.tenant.setConditions({ readLagMs: MINUTE_MS });
    await before.enter(before.code());
    await before.pass(500);
    const asked = before.asked.length;
    const bench = await before.restart();
    expect(bench.station.snapshot()).toMatchObject({ session: { kind: 'out' }, queue: { counts: { all: 0 } } });
    expect([bench.asked.length, before.asked.length]).toEqual([0, asked]);
    expect(namesIn(traces(bench))).toEqual([]);
    expect(bench.kinds().slice(-3)).toEqual(['restarted', 'itemLeft', 'itemRemoved']);
  });

  test('of a visit that waited for its code clears it', async () => {
    const bench = await (await visited()).restart();
    expect(bench.station.snapshot().queue.counts.all).toBe(0);
    await bench.comeIn();
    await bench.scan();
    expect(bench.row()).toMatchObject({ id: 2, state: { kind: 'needsCode' } });
  });
});

function withIdleLock({ station }: KioskBench, minutes: number) {
  const { settings } = station.snapshot();
  const idleLockMinutes = { ...settings.values.idleLockMinutes, value: minutes };
  return { ...settings, values: { ...settings.values, idleLockMinutes } };
}

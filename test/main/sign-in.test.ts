import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Session } from '../../electron/contract/snapshot.ts';
import type { Operator } from '../../electron/contract/user.ts';
import type { SignInPort } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import type { SettingsChange } from '../../electron/contract/settings.ts';
import { openSettingsDesk } from '../../electron/main/settings-desk.ts';
import { createStation, type Station } from '../../electron/main/station.ts';
import { createMemorySettings } from '../fakes/memory-settings.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { SILENT_GRAPH } from '../fakes/silent-graph.ts';
import { openSeeds } from '../fakes/open-seeds.ts';
import { QUIET_BENCH } from '../fakes/quiet-bench.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';

type Answer = Result<Operator>;

const FERRI: Operator = { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' };
const PROMPT = { userCode: 'ABCD-EFGH', verificationUrl: 'https://microsoft.com/devicelogin', expiresAtMs: 900_000 };

/** A station with a sign-in that is answered by hand, as the person in the browser would. */
async function openStation(change: SettingsChange = {}) {
  const hand = createHandClock();
  const settings = createMemorySettings();
  settings.writeUser(JSON.stringify(change));
  const desk = await openSettingsDesk(settings.port, { isPackaged: true, environment: {}, hostName: 'desk-7' });
  let answer: (result: Answer) => void = () => undefined;
  let browsers = 0;
  let isOut = false;
  let elsewhere = 0;
  const signIn: SignInPort = {
    operator: () => null,
    restore: () => Promise.resolve(null),
    signInAgain: () => Promise.resolve(refuse('signed-out')),
    signedInAtMs: () => null,
    scopes: () => [],
    roles: () => null,
    signInElsewhere: (onPrompt) => {
      elsewhere += 1;
      onPrompt(PROMPT);
      return new Promise<Answer>((resolve) => {
        answer = resolve;
      });
    },
    signIn: () => {
      browsers += 1;
      return new Promise<Answer>((resolve) => {
        answer = resolve;
      });
    },
    signOut: async () => {
      isOut = true;
    },
    cancel: () => answer(refuse('signed-out', { detail: 'called off' })),
    accessToken: () => Promise.resolve(refuse('signed-out')),
  };
  const station: Station = createStation({
    deskEdges: SILENT_EDGES,
    mode: { kind: 'tenant', name: 'Example', graphHost: 'graph.microsoft.com' },
    journal: createMemoryJournal().port,
    graph: SILENT_GRAPH,
    clock: hand.clock,
    ...QUIET_BENCH,
    settings: desk,
    practice: null,
    seeds: openSeeds(hand.clock),
    signIn,
    publish: () => undefined,
    onEvent: () => undefined,
  });
  await station.start();
  await station.dispatch({ kind: 'settingsRead', atMs: hand.clock.nowMs(), view: desk.view });
  const session = (): Session => station.snapshot().session;
  const send = (kind: 'signIn' | 'signOut' | 'cancelSignIn') => station.command({ kind } satisfies Command);
  return {
    station,
    hand,
    elsewhere: () => elsewhere,
    session,
    send,
    answer: (result: Answer) => answer(result),
    browsers: () => browsers,
    isOut: () => isOut,
  };
}

describe('the sign-in', () => {
  test('asks in one browser, and shows who came', async () => {
    const desk = await openStation();
    expect(desk.session()).toEqual({ kind: 'out', problem: null });
    await desk.send('signIn');
    expect(desk.session()).toEqual({ kind: 'signingIn', prompt: null });
    expect(await desk.send('signIn')).toMatchObject({ ok: false, problem: { code: 'command-not-allowed' } });
    expect(desk.browsers()).toBe(1);
    desk.answer(ok(FERRI));
    await desk.station.idle();
    expect(desk.session()).toEqual({ kind: 'in', ...FERRI });
  });

  test('that is called off or declined says why, and can be tried again', async () => {
    const desk = await openStation();
    await desk.send('signIn');
    await desk.send('cancelSignIn');
    await desk.station.idle();
    expect(desk.session()).toEqual({ kind: 'out', problem: { code: 'signed-out', detail: 'called off' } });
    expect(await desk.send('signIn')).toEqual({ ok: true, value: null });
    expect(desk.browsers()).toBe(2);
  });

  test('ends at the sign-out, and where Graph says that nobody is signed in any more', async () => {
    const desk = await openStation();
    await desk.send('signIn');
    desk.answer(ok(FERRI));
    await desk.station.idle();
    await desk.station.dispatch({ kind: 'sessionLost', atMs: 1, problem: { code: 'signed-out' } });
    expect(desk.session()).toEqual({ kind: 'out', problem: { code: 'signed-out' } });
    await desk.send('signIn');
    desk.answer(ok(FERRI));
    await desk.station.idle();
    await desk.send('signOut');
    await desk.station.idle();
    expect(desk.session()).toEqual({ kind: 'out', problem: null });
    expect(desk.isOut()).toBe(true);
  });

  test('is not asked for where somebody is there for good', async () => {
    const desk = await openStation();
    await desk.station.dispatch({ kind: 'sessionFixed', atMs: 1, name: 'Practice operator' });
    expect(await desk.send('signIn')).toMatchObject({ ok: false });
    expect(await desk.send('signOut')).toMatchObject({ ok: false });
    expect(desk.browsers()).toBe(0);
  });
});

describe('a sign-in on another device', () => {
  test('shows what to type there, and forgets it with the answer', async () => {
    const desk = await openStation({ signInBy: 'deviceCode' });
    await desk.send('signIn');
    expect([desk.browsers(), desk.elsewhere()]).toEqual([0, 1]);
    expect(desk.session()).toEqual({ kind: 'signingIn', prompt: PROMPT });
    desk.answer(ok(FERRI));
    await desk.station.idle();
    expect(JSON.stringify(desk.station.snapshot())).not.toContain(PROMPT.userCode);
  });
});

describe('the lock', () => {
  async function openUsedDesk(change: SettingsChange = {}) {
    const desk = await openStation(change);
    await desk.send('signIn');
    desk.answer(ok(FERRI));
    await desk.station.idle();
    const wait = async (minutes: number): Promise<void> => {
      desk.hand.moveBy(minutes * 60_000);
      await desk.station.idle();
    };
    return { ...desk, wait };
  }

  test('comes by itself after ten minutes in which nobody did anything, and says so', async () => {
    const { wait, session, isOut } = await openUsedDesk();
    await wait(9.9);
    expect(session().kind).toBe('in');
    await wait(0.1);
    expect(session()).toEqual({ kind: 'out', problem: { code: 'idle-locked' } });
    expect(isOut()).toBe(true);
  });

  test('waits for whoever does something at the window', async () => {
    const { wait, session, station } = await openUsedDesk();
    await wait(9);
    await station.command({ kind: 'showQueue', filter: 'all', page: 0 });
    await wait(9);
    expect(session().kind).toBe('in');
    await wait(1);
    expect(session().kind).toBe('out');
  });

  test('waits for whoever scans, and keeps the queue', async () => {
    const { wait, session, station } = await openUsedDesk({ idleLockMinutes: 5 });
    await wait(4);
    const scan = { kind: 'enterSerial', serialNumber: 'GALT11420104', repeated: 'GALT11420104' } as const;
    await station.command(scan);
    await wait(4);
    expect(session().kind).toBe('in');
    await wait(1);
    expect(session().kind).toBe('out');
    expect(station.snapshot().queue.counts.all).toBe(1);
  });

  test('never comes where the settings say so', async () => {
    const { wait, session } = await openUsedDesk({ idleLockMinutes: 0 });
    await wait(1_000);
    expect(session().kind).toBe('in');
  });
});

describe('changing the settings', () => {
  test('holds from then on, and a refusal changes nothing', async () => {
    const { station } = await openStation();
    const change = { stationName: 'Window seat', idleLockMinutes: 3 };
    expect(await station.command({ kind: 'changeSettings', change, replacesBroken: false })).toEqual(ok(null));
    expect(station.snapshot().settings.values).toMatchObject({
      stationName: { value: 'Window seat', source: 'user' },
      idleLockMinutes: { value: 3, source: 'user' },
    });
    const wrong = { kind: 'changeSettings', change: { cloud: 'china' }, replacesBroken: false } as const;
    expect(await station.command(wrong)).toMatchObject({ ok: false, problem: { code: 'settings-malformed' } });
    expect(station.snapshot().settings.values.cloud.value).toBe('global');
  });
});

import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Session } from '../../electron/contract/snapshot.ts';
import type { SignInPort } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { createStation, type Station } from '../../electron/main/station.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { QUIET_BENCH } from '../fakes/quiet-bench.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';

type Answer = Result<{ readonly name: string }>;

/** A station with a sign-in that is answered by hand, as the person in the browser would. */
async function openStation() {
  let answer: (result: Answer) => void = () => undefined;
  let browsers = 0;
  let isOut = false;
  const signIn: SignInPort = {
    operator: () => null,
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
    mode: { kind: 'tenant', name: 'Example', graphHost: 'graph.microsoft.com' },
    journal: createMemoryJournal().port,
    graph: {
      searchUsers: () => Promise.reject(new Error('not asked here')),
      findByEmployeeId: () => Promise.reject(new Error('not asked here')),
      listOathMethods: () => Promise.reject(new Error('not asked here')),
      assignAndActivateBySerialNumber: () => Promise.reject(new Error('not asked here')),
      activate: () => Promise.reject(new Error('not asked here')),
    },
    clock: createHandClock().clock,
    ...QUIET_BENCH,
    practice: null,
    signIn,
    publish: () => undefined,
    onEvent: () => undefined,
  });
  await station.start();
  const session = (): Session => station.snapshot().session;
  const send = (kind: 'signIn' | 'signOut' | 'cancelSignIn') => station.command({ kind } satisfies Command);
  return {
    station,
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
    expect(desk.session()).toEqual({ kind: 'signingIn' });
    expect(await desk.send('signIn')).toMatchObject({ ok: false, problem: { code: 'command-not-allowed' } });
    expect(desk.browsers()).toBe(1);
    desk.answer(ok({ name: 'M. Ferri' }));
    await desk.station.idle();
    expect(desk.session()).toEqual({ kind: 'in', name: 'M. Ferri' });
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
    desk.answer(ok({ name: 'M. Ferri' }));
    await desk.station.idle();
    await desk.station.dispatch({ kind: 'sessionLost', atMs: 1, problem: { code: 'signed-out' } });
    expect(desk.session()).toEqual({ kind: 'out', problem: { code: 'signed-out' } });
    await desk.send('signIn');
    desk.answer(ok({ name: 'M. Ferri' }));
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

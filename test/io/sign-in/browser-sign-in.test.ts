import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SIGN_IN_TIMEOUT_MS } from '../../../electron/io/sign-in/msal-sign-in.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { closeWindow, setUpDesk, type Desk } from './desk.ts';

/** Resolves when the port that waits for the browser is closed: then MSAL has let go of everything. */
async function watchPort(authorizeUrl: string): Promise<() => Promise<unknown>> {
  const redirect = new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '';
  const line = connect(Number(new URL(redirect).port), '127.0.0.1');
  await once(line, 'connect');
  const closed = new Promise<void>((resolve) => {
    line.on('close', () => {
      resolve();
    });
    line.on('error', () => {});
    line.resume();
  });
  return () => closed;
}

const cancelled = { ok: false, problem: { code: 'signed-out', detail: 'The sign-in was cancelled' } };

describe('two sign-ins at the same time', () => {
  test('share one browser window and one answer', async () => {
    const desk = await setUpDesk();
    const [one, other] = await Promise.all([desk.signIn.signIn(), desk.signIn.signIn()]);
    expect(one.ok).toBe(true);
    expect(other).toBe(one);
    expect(desk.opened).toHaveLength(1);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });
});

describe('calling a sign-in off', () => {
  test('answers at once and closes the port', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const signedIn = desk.signIn.signIn();
    const portClosed = await watchPort(await opened);
    desk.signIn.cancel();
    expect(await signedIn).toEqual(cancelled);
    await portClosed();
    expect(desk.authority.tokenRequests()).toHaveLength(0);
    expect(desk.hand.timerCount()).toBe(0);
  });

  test('before the browser is open leaves it closed', async () => {
    const desk = await setUpDesk();
    const first = desk.signIn.signIn();
    desk.signIn.cancel();
    expect(await first).toEqual(cancelled);
    expect((await desk.signIn.signIn()).ok).toBe(true);
    expect(desk.opened).toHaveLength(1);
  });

  test('lets the next one begin afresh, without waiting', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const first = desk.signIn.signIn();
    await opened;
    desk.signIn.cancel();
    const reopened = desk.nextWindow();
    const second = desk.signIn.signIn();
    expect(await first).toEqual(cancelled);
    expect(desk.signIn.signIn()).toBe(second);
    await desk.authority.browse(await reopened);
    expect((await second).ok).toBe(true);
    expect(desk.opened).toHaveLength(2);
  });

  test('while the code is being redeemed signs nobody in', async () => {
    const desk = await setUpDesk();
    let answer = (): void => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    desk.authority.setTrouble({ kind: 'held', until });
    const arrived = desk.authority.nextTokenRequest();
    const signedIn = desk.signIn.signIn();
    await arrived;
    const portClosed = await watchPort(desk.opened[0] ?? '');
    desk.signIn.cancel();
    answer();
    expect(await signedIn).toEqual(cancelled);
    await portClosed();
    expect(desk.signIn.operator()).toBeNull();
  });

  test('in the very moment of the answer signs nobody in', async () => {
    const hand = createHandClock();
    const desk: Desk = await setUpDesk({
      clock: {
        ...hand.clock,
        // The limit is called off as soon as the answer is there.
        at: (atMs, run) => {
          const disarm = hand.clock.at(atMs, run);
          return () => {
            disarm();
            if (atMs - hand.clock.nowMs() === SIGN_IN_TIMEOUT_MS) desk.signIn.cancel();
          };
        },
      },
    });
    expect(await desk.signIn.signIn()).toEqual(cancelled);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
    expect(desk.signIn.operator()).toBeNull();
  });

  test('keeps the operator who was signed in before', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const again = desk.signIn.signIn();
    desk.signIn.cancel();
    expect(await again).toEqual(cancelled);
    expect(desk.signIn.operator()?.name).toBe('Adele Vance');
    expect((await desk.signIn.accessToken()).ok).toBe(true);
  });

  test('happens by itself when the operator signs out', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const signedIn = desk.signIn.signIn();
    await opened;
    await desk.signIn.signOut();
    expect(await signedIn).toEqual(cancelled);
  });

  test('with nothing under way does nothing', async () => {
    const desk = await setUpDesk();
    desk.signIn.cancel();
    expect((await desk.signIn.signIn()).ok).toBe(true);
  });
});

describe('a browser that nobody comes back from', () => {
  test('is given up after three minutes, and its port is closed', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const signedIn = desk.signIn.signIn();
    const portClosed = await watchPort(await opened);
    let isSettled = false;
    void signedIn.then(() => (isSettled = true));
    desk.hand.moveBy(SIGN_IN_TIMEOUT_MS - 1);
    await Promise.resolve();
    expect(isSettled).toBe(false);
    desk.hand.moveBy(1);
    const detail = 'Nobody came back from the browser in time';
    expect(await signedIn).toEqual({ ok: false, problem: { code: 'signed-out', detail } });
    await portClosed();
  });

  test('does not block the next sign-in', async () => {
    const desk = await setUpDesk({ browse: closeWindow, timeoutMs: 1_000 });
    const opened = desk.nextWindow();
    const first = desk.signIn.signIn();
    await opened;
    desk.hand.moveBy(1_000);
    await first;
    const reopened = desk.nextWindow();
    const second = desk.signIn.signIn();
    await desk.authority.browse(await reopened);
    expect((await second).ok).toBe(true);
  });

  test('may stay open as long as it likes once it has brought the code', async () => {
    const desk = await setUpDesk();
    const openers: Promise<string>[] = [];
    const slow = await setUpDesk({
      authorityMetadata: desk.authority.metadata,
      openBrowser: (url) => {
        openers.push(desk.authority.browse(url));
        return new Promise(() => {});
      },
    });
    expect((await slow.signIn.signIn()).ok).toBe(true);
    expect(openers).toHaveLength(1);
  });
});

describe('no browser', () => {
  test('is said, without the words of the system', async () => {
    const desk = await setUpDesk({ browse: (url) => Promise.reject(new Error(`xdg-open: no application for ${url}`)) });
    const detail = 'The browser could not be opened';
    expect(await desk.signIn.signIn()).toEqual({ ok: false, problem: { code: 'signed-out', detail } });
  });
});

describe('the page in the browser', () => {
  test('sends the person back without saying that somebody is signed in', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const signedIn = desk.signIn.signIn();
    const page = await desk.authority.browse(await opened);
    await signedIn;
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('Close this page; the station shows who is signed in.');
  });

  test('says that nobody is signed in where consent is declined', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    desk.authority.setPerson({ consents: false });
    const opened = desk.nextWindow();
    const signedIn = desk.signIn.signIn();
    expect(await desk.authority.browse(await opened)).toContain('<h1>Not signed in</h1>');
    const { problem } = expectRefusal(await signedIn);
    expect(problem.code).toBe('scopes-not-granted');
    expect(problem.detail).toMatch(
      /^The sign-in or the consent to it was declined · access_denied · AADSTS65004 · correlation id [\da-f-]{36}$/,
    );
  });
});

function expectRefusal<T extends { ok: boolean }>(result: T): Extract<T, { ok: false }> {
  expect(result.ok).toBe(false);
  return result as Extract<T, { ok: false }>;
}

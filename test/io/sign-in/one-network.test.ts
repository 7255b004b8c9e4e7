import { afterEach, describe, expect, test, vi } from 'vitest';
import { CLIENT_ID, TENANT_ID } from '../../fakes/loopback-authority-directory.ts';
import { serveAuthority } from '../../fakes/loopback-authority.ts';
import { createMsalSignIn } from '../../../electron/io/sign-in/msal-sign-in.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { NEARLY_EXPIRED_SECONDS, SCOPES, tokenOf, turnUntil } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

const MICROSOFT = 'https://login.microsoftonline.com';
const TENANT_PATH = `${MICROSOFT}/${TENANT_ID}/oauth2/v2.0`;

afterEach(() => {
  vi.restoreAllMocks();
});

/** As in the packaged app: no metadata of ours. A proxy of the company stands between, and leads to our authority. */
async function setUpBehindProxy() {
  const hand = createHandClock();
  const authority = await serveAuthority(hand.clock.nowMs);
  const folder = await setUpTokenFolder();
  const direct = globalThis.fetch;
  const asked: string[] = [];
  const opened: string[] = [];
  const past = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('past the proxy'));
  const through = (url: string) => url.replace(MICROSOFT, authority.origin);
  const options = {
    tenantId: TENANT_ID,
    clientId: CLIENT_ID,
    scopes: () => SCOPES,
    clock: hand.clock,
    fetch: (request: Request) => {
      asked.push(request.url);
      return direct(new Request(through(request.url), request));
    },
    openBrowser: async (url: string) => {
      opened.push(url);
      past.mockImplementation(direct);
      await authority.browse(through(url));
      past.mockClear().mockRejectedValue(new Error('past the proxy'));
    },
  };
  const start = () => createMsalSignIn({ ...options, keeper: folder.open() });
  return { authority, asked, opened, past, hand, start, close: authority.close };
}

describe('every request', () => {
  test('of a sign-in, of renewals, of a restart goes the given way, to the one tenant', async () => {
    const { authority, asked, opened, past, start, close } = await setUpBehindProxy();
    authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    const signIn = start();
    expect((await signIn.signIn()).ok).toBe(true);
    expect(await tokenOf({ signIn })).toMatch(/^access-/);
    expect(await tokenOf({ signIn }, '{"access_token":{"a":null}}')).toMatch(/^access-/);
    expect((await signIn.signInAgain()).ok).toBe(true);
    const next = start();
    expect(await next.restore()).not.toBeNull();
    await next.signOut();
    expect(asked.map((url) => new URL(url).origin + new URL(url).pathname)).toEqual(
      Array.from({ length: 5 }, () => `${TENANT_PATH}/token`),
    );
    expect(opened.every((url) => url.startsWith(`${TENANT_PATH}/authorize?`))).toBe(true);
    expect(past).not.toHaveBeenCalled();
    await close();
  });

  test('of a sign-in on another device does, too', async () => {
    const { authority, asked, past, hand, start, close } = await setUpBehindProxy();
    const signIn = start();
    const signedIn = signIn.signInElsewhere(({ userCode }) => {
      authority.answerDevice(userCode, 'approved');
    });
    // The limit of the code, and the pause before the first question.
    await turnUntil(() => hand.timerCount() === 2);
    hand.moveBy(5_000);
    expect((await signedIn).ok).toBe(true);
    expect(asked).toEqual([
      expect.stringContaining(`${TENANT_PATH}/devicecode`),
      expect.stringContaining(`${TENANT_PATH}/token`),
    ]);
    expect(past).not.toHaveBeenCalled();
    await close();
  });
});

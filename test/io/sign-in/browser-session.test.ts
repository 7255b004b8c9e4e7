import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { createBrowserSession } from '../../../electron/io/sign-in/browser-session.ts';
import { TENANT_ID } from '../../fakes/loopback-authority-directory.ts';
import { setUpDesk } from './desk.ts';
import { askForCode } from './other-device.ts';

/** What of MSAL's answer is read. */
function answerOf(homeAccountId: string, idTokenClaims: object): AuthenticationResult {
  const account: Partial<AccountInfo> = { homeAccountId };
  return { account, idTokenClaims } as AuthenticationResult;
}

function open(openBrowser: (url: string) => Promise<void> = () => Promise.resolve()) {
  const opened: string[] = [];
  const session = createBrowserSession({
    tenantId: TENANT_ID,
    openBrowser: (url) => {
      opened.push(url);
      return openBrowser(url);
    },
  });
  return { session, opened };
}

const PAGE = `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/logout`;

describe('the session of the browser', () => {
  test('is ended at the tenant’s page, which is told whom it is about', () => {
    const { session, opened } = open();
    session.note(answerOf('a', { login_hint: 'O.CiQ&x=1' }));
    session.end();
    expect(opened).toEqual([`${PAGE}?logout_hint=O.CiQ%26x%3D1`]);
  });

  test('is ended once for each who signed in, and once for all without a hint', () => {
    const { session, opened } = open();
    session.note(answerOf('a', { login_hint: 'one' }));
    session.note(answerOf('a', { login_hint: 'again' }));
    session.note(answerOf('b', {}));
    session.note(answerOf('c', { login_hint: 7 }));
    session.end();
    session.end();
    expect(opened).toEqual([`${PAGE}?logout_hint=again`, PAGE]);
  });

  test('is not ended where nobody signed in', () => {
    const { session, opened } = open();
    session.end();
    expect(opened).toEqual([]);
  });

  test('may have no browser any more', async () => {
    const { session, opened } = open(() => Promise.reject(new Error('no browser')));
    session.note(answerOf('a', {}));
    session.end();
    await Promise.resolve();
    expect(opened).toHaveLength(1);
  });
});

describe('signing out', () => {
  const signOuts = (opened: readonly string[]) => opened.filter((url) => url.includes('/logout'));

  test('at a kiosk ends it, once', async () => {
    const desk = await setUpDesk({ isKiosk: true });
    await desk.signIn.signIn();
    await desk.signIn.signInAgain();
    await desk.signIn.signOut();
    await desk.signIn.signOut();
    expect(signOuts(desk.opened)).toEqual([`${desk.authority.origin}/${TENANT_ID}/oauth2/v2.0/logout`]);
  });

  test('at a desk leaves it: the browser is the operator’s own', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    await desk.signIn.signOut();
    expect(signOuts(desk.opened)).toEqual([]);
  });

  test('of who signed in on another device opens nothing here', async () => {
    const desk = await askForCode({ isKiosk: true });
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(5);
    expect((await desk.signedIn).ok).toBe(true);
    await desk.signIn.signOut();
    expect(desk.opened).toEqual([]);
  });
});

test('at a kiosk everybody proves who they are, and at a desk everybody is asked which account', async () => {
  const kiosk = await setUpDesk({ isKiosk: true });
  await kiosk.signIn.signIn();
  const desk = await setUpDesk();
  await desk.signIn.signIn();
  const asked = [kiosk, desk].map(({ authority }) => authority.authorizeRequests()[0]);
  expect(asked.map((one) => [one?.get('prompt'), one?.get('max_age')])).toEqual([
    ['login', '0'],
    ['select_account', null],
  ]);
});

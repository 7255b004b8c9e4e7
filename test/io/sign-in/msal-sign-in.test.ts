import { describe, expect, test } from 'vitest';
import { createMsalSignIn } from '../../../electron/io/sign-in/msal-sign-in.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { DIEGO } from '../../fakes/loopback-authority-directory.ts';
import { createGate, NEARLY_EXPIRED_SECONDS, SCOPES, setUpDesk, tokenOf } from './desk.ts';

describe('signing in', () => {
  test('says who signed in', async () => {
    const desk = await setUpDesk();
    expect(desk.signIn.operator()).toBeNull();
    expect(await desk.signIn.signIn()).toEqual({
      ok: true,
      value: { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' },
    });
    expect(desk.signIn.operator()?.name).toBe('Adele Vance');
  });

  test('asks for the scopes, lets the person choose the account and can take claims challenges', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const [asked] = desk.authority.authorizeRequests();
    expect(asked?.get('scope')?.split(' ')).toEqual(expect.arrayContaining(SCOPES));
    expect(asked?.get('prompt')).toBe('select_account');
    expect(asked?.get('response_mode')).toBe('form_post');
    expect(asked?.get('code_challenge_method')).toBe('S256');
    expect(asked?.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
    expect(JSON.parse(asked?.get('claims') ?? '')).toMatchObject({ access_token: { xms_cc: { values: ['CP1'] } } });
  });

  test('goes to the tenant at Microsoft, without asking the network where that is', async () => {
    const asked: string[] = [];
    const opened = new Promise<string>((resolve) => {
      const signIn = createMsalSignIn({
        tenantId: '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44',
        clientId: '2a7c1f0e-8f6d-4d0b-a1c3-5b7e9d2f6a10',
        scopes: () => SCOPES,
        clock: createHandClock().clock,
        fetch: (request) => {
          asked.push(request.url);
          return Promise.reject(new Error('no network in a test'));
        },
        openBrowser: (url) => {
          resolve(url);
          signIn.cancel();
          return Promise.resolve();
        },
      });
      void signIn.signIn();
    });
    expect(await opened).toMatch(
      /^https:\/\/login\.microsoftonline\.com\/6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44\/oauth2\/v2\.0\/authorize\?/,
    );
    expect(asked).toEqual([]);
  });

  test('shows the sign-in name where the account has no other', async () => {
    const desk = await setUpDesk();
    desk.authority.setPerson({ name: undefined });
    const signedIn = await desk.signIn.signIn();
    expect(signedIn.ok && signedIn.value.name).toBe('AdeleV@contoso.example');
  });

  test('leaves no timer behind', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    expect(desk.hand.timerCount()).toBe(0);
  });

  test('takes the place of the operator before', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const first = await tokenOf(desk);
    desk.authority.setPerson(DIEGO);
    await desk.signIn.signIn();
    expect(desk.signIn.operator()?.name).toBe('Diego Siciliani');
    expect(await tokenOf(desk)).not.toBe(first);
  });
});

describe('the access token', () => {
  test('is refused while nobody is signed in', async () => {
    const desk = await setUpDesk();
    expect(await tokenOf(desk)).toBe('refused: signed-out');
    expect(desk.authority.tokenRequests()).toHaveLength(0);
  });

  test('comes from memory while it is good', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const first = await tokenOf(desk);
    expect(first).toMatch(/^access-/);
    expect(await tokenOf(desk)).toBe(first);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('comes from memory also where not all scopes were granted', async () => {
    const desk = await setUpDesk();
    desk.authority.setGrantedScopes(['openid', 'profile', SCOPES[0] ?? '']);
    await desk.signIn.signIn();
    expect(await tokenOf(desk)).toMatch(/^access-/);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('is renewed with the refresh token before it expires, each time with the newest', async () => {
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    const tokens = [await tokenOf(desk), await tokenOf(desk), await tokenOf(desk)];
    expect(new Set(tokens).size).toBe(3);
    expect(tokens.every((token) => token.startsWith('access-'))).toBe(true);
    const grants = desk.authority.tokenRequests().map((asked) => asked.get('grant_type'));
    expect(grants).toEqual(['authorization_code', 'refresh_token', 'refresh_token', 'refresh_token']);
    expect(desk.opened).toHaveLength(1);
  });

  test('is renewed once for all that wait for it', async () => {
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf(desk)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^access-/);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('shows nothing of itself', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    expect(JSON.stringify(await desk.signIn.accessToken())).toBe('{"ok":true,"value":"[secret]"}');
  });
});

describe('a renewal for somebody who has left', () => {
  test('signs nobody out when it is refused', async () => {
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const token = tokenOf(desk);
    await arrived;
    desk.authority.setTrouble(null);
    desk.authority.revokeAll();
    desk.authority.setPerson(DIEGO);
    await desk.signIn.signIn();
    gate.open();
    expect(await token).toBe('refused: signed-out');
    expect(desk.signIn.operator()?.name).toBe('Diego Siciliani');
    expect(await tokenOf(desk)).toMatch(/^access-/);
  });
});

describe('signing out', () => {
  test('forgets the operator and every token', async () => {
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    await desk.signIn.signOut();
    expect(desk.signIn.operator()).toBeNull();
    expect(await tokenOf(desk)).toBe('refused: signed-out');
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('asks the person again afterwards', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const before = await tokenOf(desk);
    await desk.signIn.signOut();
    await desk.signIn.signIn();
    expect(desk.opened).toHaveLength(2);
    expect(await tokenOf(desk)).not.toBe(before);
  });

  test('gives no token to a call that was under way', async () => {
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    let answer = (): void => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    desk.authority.setTrouble({ kind: 'held', until });
    const arrived = desk.authority.nextTokenRequest();
    const token = tokenOf(desk);
    await arrived;
    await desk.signIn.signOut();
    answer();
    expect(await token).toBe('refused: signed-out');
    expect(await tokenOf(desk)).toBe('refused: signed-out');
  });

  test('is quiet where nobody was signed in', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signOut();
    expect(desk.signIn.operator()).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { DeviceCodePrompt } from '../../../electron/contract/snapshot.ts';
import { ELSEWHERE_TIMEOUT_MS } from '../../../electron/io/sign-in/msal-sign-in.ts';
import { NEARLY_EXPIRED_SECONDS, SCOPES, setUpDesk, tokenOf, turnALot, turnUntil } from './desk.ts';
import { askForCode, refusing } from './other-device.ts';

const tooLate = { ok: false, problem: { code: 'signed-out', detail: 'The code was not used in time' } };
const cancelled = { ok: false, problem: { code: 'signed-out', detail: 'The sign-in was cancelled' } };

describe('signing in on another device', () => {
  test('shows a code once, opens no browser, and signs in who has used it', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    expect(desk.prompts).toEqual([
      {
        userCode: 'CODE-1',
        verificationUrl: 'https://microsoft.example/devicelogin',
        expiresAtMs: desk.hand.clock.nowMs() + 900_000,
      },
    ]);
    await desk.pass(5);
    await desk.pass(5);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(5);
    const operator = { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' };
    expect(await desk.signedIn).toEqual({ ok: true, value: operator });
    expect(desk.signIn.operator()).toEqual(operator);
    expect(desk.prompts).toHaveLength(1);
    expect(desk.opened).toEqual([]);
    expect(desk.hand.timerCount()).toBe(0);
  });

  test('asks for the same scopes, and can take claims challenges', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    const [asked] = desk.authority.deviceRequests();
    expect(asked?.get('scope')?.split(' ')).toEqual(expect.arrayContaining(SCOPES));
    expect(asked?.get('claims')).toContain('"xms_cc":{"values":["CP1"]}');
    desk.signIn.cancel();
  });

  test('gives tokens that are renewed', async () => {
    const desk = await askForCode({ before: ({ authority }) => authority.setExpiresIn(NEARLY_EXPIRED_SECONDS) });
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(5);
    await desk.signedIn;
    const first = await tokenOf(desk);
    expect(first).toMatch(/^access-/);
    expect(await tokenOf(desk)).not.toBe(first);
  });

  test('gives a session that learns what else the service asks for', async () => {
    const desk = await askForCode({ before: ({ authority }) => authority.setExpiresIn(NEARLY_EXPIRED_SECONDS) });
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(5);
    await desk.signedIn;
    const claims = '{"access_token":{"capolids":{"essential":true}}}';
    desk.authority.setTrouble(refusing(400, { error: 'interaction_required', claims }));
    expect(await tokenOf(desk)).toBe('refused: signed-out');
    desk.authority.setTrouble(null);
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests()[0]?.get('claims')).toContain('capolids');
  });

  test('is one for all who ask for it at the same time', async () => {
    const desk = await askForCode();
    const told: DeviceCodePrompt[] = [];
    expect(desk.signIn.signInElsewhere((prompt) => told.push(prompt))).toBe(desk.signedIn);
    await desk.untilPause(5);
    expect(told).toEqual([]);
    expect(desk.authority.deviceRequests()).toHaveLength(1);
    desk.signIn.cancel();
  });

  test('takes the place of a browser that is open, and the other way round', async () => {
    const desk = await setUpDesk({ browse: () => Promise.resolve() });
    const opened = desk.nextWindow();
    const first = desk.signIn.signIn();
    await opened;
    const second = desk.signIn.signInElsewhere(() => {});
    expect(await first).toEqual(cancelled);
    const third = desk.signIn.signIn();
    expect(await second).toEqual(cancelled);
    desk.signIn.cancel();
    expect(await third).toEqual(cancelled);
    expect(desk.signIn.operator()).toBeNull();
  });
});

describe('a code that', () => {
  test('nobody uses is given up when it expires, and asked for no more', async () => {
    const desk = await askForCode({ before: ({ authority }) => authority.setDeviceTerms({ expiresInSeconds: 12 }) });
    await desk.pass(5);
    await desk.pass(5);
    await desk.untilPause(5);
    desk.hand.moveBy(1_999);
    expect(desk.hand.timerCount()).toBe(2);
    desk.hand.moveBy(1);
    expect(await desk.signedIn).toEqual(tooLate);
    expect(desk.hand.timerCount()).toBe(0);
    desk.hand.moveBy(60_000);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('is good for longer than anybody waits is given up in time, and says so', async () => {
    const desk = await askForCode({
      before: ({ authority }) => authority.setDeviceTerms({ expiresInSeconds: 86_400, intervalSeconds: 3_600 }),
    });
    await desk.untilPause(3_600);
    expect(desk.prompts[0]?.expiresAtMs).toBe(desk.hand.clock.nowMs() + ELSEWHERE_TIMEOUT_MS);
    desk.hand.moveBy(ELSEWHERE_TIMEOUT_MS);
    expect(await desk.signedIn).toEqual(tooLate);
  });

  test('the service says has expired is over', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.setTrouble(refusing(400, { error: 'expired_token', error_description: 'AADSTS70020: late' }));
    await desk.pass(5);
    const detail = 'The code was not used in time · expired_token · AADSTS70020';
    expect(await desk.signedIn).toMatchObject({
      problem: { code: 'signed-out', detail: expect.stringContaining(detail) },
    });
  });

  test('is declined says so', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'declined');
    await desk.pass(5);
    expect(await desk.signedIn).toMatchObject({
      problem: { code: 'not-permitted', detail: expect.stringMatching(/declined · authorization_declined/) },
    });
    expect(desk.signIn.operator()).toBeNull();
  });

  test('Conditional Access blocks says so', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'blocked');
    await desk.pass(5);
    expect(await desk.signedIn).toMatchObject({
      problem: {
        code: 'blocked-by-policy',
        detail: expect.stringMatching(
          /^The organisation’s rules do not allow this sign-in · invalid_grant · message_only · AADSTS53003/,
        ),
      },
    });
  });

  test('is not given out says why, and nothing is shown or asked', async () => {
    const words = 'AADSTS7000218: The request body must contain client_assertion.';
    const desk = await askForCode({
      before: ({ authority }) =>
        authority.setDeviceTrouble(refusing(401, { error: 'invalid_client', error_description: words })),
    });
    expect(await desk.signedIn).toMatchObject({
      problem: {
        code: 'graph-refused',
        detail: expect.stringMatching(/registration does not allow this · invalid_client · AADSTS7000218/),
      },
    });
    expect(desk.prompts).toEqual([]);
    expect(desk.authority.tokenRequests()).toEqual([]);
    expect(desk.hand.timerCount()).toBe(0);
  });

  test('cannot be fetched says that there is no network', async () => {
    const desk = await askForCode({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await desk.signedIn).toMatchObject({ problem: { code: 'graph-unreachable', detail: 'fetch failed' } });
  });
});

describe('calling it off', () => {
  test('while it waits answers at once, and asks no more', async () => {
    const desk = await askForCode();
    await desk.pass(5);
    await desk.untilPause(5);
    desk.signIn.cancel();
    expect(await desk.signedIn).toEqual(cancelled);
    expect(desk.hand.timerCount()).toBe(0);
    desk.authority.answerDevice('CODE-1', 'approved');
    desk.hand.moveBy(60_000);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
    expect(desk.signIn.operator()).toBeNull();
  });

  test('before the code has come shows none', async () => {
    const desk = await askForCode();
    desk.signIn.cancel();
    expect(await desk.signedIn).toEqual(cancelled);
    await turnUntil(() => desk.authority.deviceRequests().length === 1 && desk.hand.timerCount() === 0);
    await turnALot();
    expect(desk.hand.timerCount()).toBe(0);
    expect(desk.prompts).toEqual([]);
    expect(desk.authority.tokenRequests()).toEqual([]);
  });

  test('while the answer is on its way signs nobody in', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(5);
    desk.signIn.cancel();
    expect(await desk.signedIn).toEqual(cancelled);
    await turnUntil(() => desk.hand.timerCount() === 0);
    expect(desk.signIn.operator()).toBeNull();
    expect(await tokenOf(desk)).toBe('refused: signed-out');
  });
});

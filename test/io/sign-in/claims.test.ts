import { describe, expect, test } from 'vitest';
import { createGate, NEARLY_EXPIRED_SECONDS, setUpDesk, tokenOf, turnUntil } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

/** Source: Microsoft Entra, "Claims challenges", decoded. */
const CHALLENGE = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const OTHER = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';

describe('a challenge', () => {
  test('renews a token that is still good, with what was asked for', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const before = await tokenOf(desk);
    const after = await tokenOf(desk, CHALLENGE);
    expect(after).toMatch(/^access-/);
    expect(after).not.toBe(before);
    const claims = JSON.parse(desk.authority.tokenRequests().at(-1)?.get('claims') ?? '');
    expect(claims).toMatchObject({
      access_token: { acrs: { essential: true, value: 'c1' }, xms_cc: { values: ['CP1'] } },
    });
  });

  test('gives the token that all get from then on', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const renewed = await tokenOf(desk, CHALLENGE);
    expect(await tokenOf(desk)).toBe(renewed);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('is answered once for all that were refused for the same reason', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf(desk, CHALLENGE)));
    expect(new Set(tokens).size).toBe(1);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('is asked for again when it comes again', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const first = await tokenOf(desk, CHALLENGE);
    expect(await tokenOf(desk, CHALLENGE)).not.toBe(first);
  });

  test('waits for another one, because a refresh token may be good once', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const tokens = Promise.all([tokenOf(desk, CHALLENGE), tokenOf(desk, OTHER), tokenOf(desk)]);
    await arrived;
    expect(desk.authority.tokenRequests()).toHaveLength(2);
    desk.authority.setTrouble(null);
    gate.open();
    const [one, other, plain] = await tokens;
    expect(one).toMatch(/^access-/);
    expect(other).toMatch(/^access-/);
    expect(plain).toBe(other);
    expect(desk.authority.tokenRequests()).toHaveLength(3);
  });

  test('that a renewal failed for does not hold up the next', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setTrouble({ kind: 'cut' });
    const failing = tokenOf(desk, CHALLENGE);
    const waiting = tokenOf(desk, OTHER);
    expect(await failing).toBe('refused: graph-unreachable');
    expect(await waiting).toBe('refused: graph-unreachable');
    desk.authority.setTrouble(null);
    expect(await tokenOf(desk, OTHER)).toMatch(/^access-/);
  });

  test('that makes no sense is refused, and the operator stays', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    expect(await tokenOf(desk, 'no JSON')).toBe('refused: graph-refused');
    expect(await tokenOf(desk)).toMatch(/^access-/);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('that asks for nothing still brings another token than the refused one', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const refused = await tokenOf(desk);
    expect(await tokenOf(desk, '{}')).not.toBe(refused);
  });

  test('to nobody asks nobody, and is not held against the next person', async () => {
    const desk = await setUpDesk();
    expect(await tokenOf(desk, CHALLENGE)).toBe('refused: signed-out');
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests()[0]?.get('claims')).not.toContain('acrs');
  });
});

describe('a challenge that only the person can meet', () => {
  test('ends the session, on the disk as well', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    desk.authority.setStepUp('acrs');
    expect(await desk.signIn.accessToken(CHALLENGE)).toMatchObject({
      problem: { code: 'signed-out', detail: expect.stringMatching(/asks to sign in again.*AADSTS50076/) },
    });
    expect(desk.signIn.operator()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test.each(['signIn', 'signInAgain'] as const)('goes with the next %s, and then the token is good', async (way) => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setStepUp('acrs');
    await desk.signIn.accessToken(CHALLENGE);
    expect((await desk.signIn[way]()).ok).toBe(true);
    expect(desk.authority.authorizeRequests().at(-1)?.get('claims')).toContain('acrs');
    expect(await tokenOf(desk, CHALLENGE)).toMatch(/^access-/);
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests().at(-1)?.get('claims')).not.toContain('acrs');
  });

  test('goes with a code for another device, too', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setStepUp('acrs');
    await desk.signIn.accessToken(CHALLENGE);
    const prompted = createGate();
    const signedIn = desk.signIn.signInElsewhere(prompted.open);
    await prompted.opened;
    expect(desk.authority.deviceRequests()[0]?.get('claims')).toContain('acrs');
    desk.signIn.cancel();
    expect((await signedIn).ok).toBe(false);
  });

  test('still goes with the next sign-in where one was called off', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setStepUp('acrs');
    await desk.signIn.accessToken(CHALLENGE);
    const first = desk.signIn.signIn();
    desk.signIn.cancel();
    await first;
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests().at(-1)?.get('claims')).toContain('acrs');
  });

  test('is forgotten with the person when they sign out', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setStepUp('acrs');
    await desk.signIn.accessToken(CHALLENGE);
    await desk.signIn.signOut();
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests().at(-1)?.get('claims')).not.toContain('acrs');
  });

  test('is remembered also where the answer does not repeat it', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.revokeAll();
    await desk.signIn.accessToken(CHALLENGE);
    expect(desk.signIn.operator()).toBeNull();
    await desk.signIn.signIn();
    expect(desk.authority.authorizeRequests().at(-1)?.get('claims')).toContain('acrs');
  });
});

describe('what the token allows', () => {
  const ALL = ['User.Read', 'User.ReadBasic.All', 'UserAuthMethod-HardwareOATH.ReadWrite.All'];

  test('is what was granted, by name', async () => {
    const desk = await setUpDesk();
    expect(desk.signIn.scopes()).toEqual([]);
    desk.authority.setGrantedScopes(['openid', 'https://graph.microsoft.com/User.Read', 'User.ReadBasic.All']);
    await desk.signIn.signIn();
    expect(desk.signIn.scopes()).toEqual(['openid', 'User.Read', 'User.ReadBasic.All']);
  });

  test('changes when a renewal brings less', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.setGrantedScopes(['https://graph.microsoft.com/User.Read']);
    await tokenOf(desk, CHALLENGE);
    expect(desk.signIn.scopes()).toEqual(['User.Read']);
    await tokenOf(desk);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('comes from memory however the service spells it', async () => {
    const desk = await setUpDesk({ scopes: () => ALL });
    desk.authority.setGrantedScopes(['profile', ...ALL.map((scope) => `https://graph.microsoft.com/${scope}`)]);
    await desk.signIn.signIn();
    expect(await tokenOf(desk)).toMatch(/^access-/);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
    expect(desk.signIn.scopes()).toEqual(['profile', ...ALL]);
  });
});

test('nobody waits for ever behind a renewal that gets no answer', async () => {
  const desk = await setUpDesk();
  desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
  await desk.signIn.signIn();
  desk.authority.setTrouble({ kind: 'held', until: new Promise(() => {}) });
  const tokens = [tokenOf(desk), tokenOf(desk, CHALLENGE)];
  for (const _ of tokens) {
    await turnUntil(() => desk.hand.timerCount() === 1);
    desk.hand.moveBy(30_000);
  }
  expect(await Promise.all(tokens)).toEqual(['refused: graph-unreachable', 'refused: graph-unreachable']);
});

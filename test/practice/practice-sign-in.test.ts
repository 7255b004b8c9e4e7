import { describe, expect, test } from 'vitest';
import { PRACTICE_DATA } from '../../electron/practice/practice-data.ts';
import { SELF_SERVER } from '../../electron/practice/practice-people.ts';
import { createPracticeSignIn } from '../../electron/practice/practice-sign-in.ts';
import { createHandClock } from '../fakes/hand-clock.ts';

const HARUKA = { name: SELF_SERVER.displayName, userPrincipalName: SELF_SERVER.userPrincipalName };

function open() {
  const hand = createHandClock();
  return { hand, port: createPracticeSignIn({ clock: hand.clock }) };
}

describe('a sign-in at a kiosk in practice', () => {
  test('takes a moment, opens no browser, and is one for all who ask', async () => {
    const { hand, port } = open();
    const asked = port.signIn();
    expect(port.signIn()).toBe(asked);
    hand.moveBy(1_999);
    expect(port.operator()).toBeNull();
    hand.moveBy(1);
    expect(await asked).toEqual({ ok: true, value: HARUKA });
    expect([port.operator(), port.signedInAtMs()]).toEqual([HARUKA, hand.clock.nowMs()]);
    expect(hand.timerCount()).toBe(0);
  });

  test('gives a token that the practice tenant takes for that person’s, with rights over nobody else', async () => {
    const { hand, port } = open();
    const signedIn = port.signIn();
    hand.moveBy(2_000);
    await signedIn;
    const token = await port.accessToken();
    const caller = PRACTICE_DATA.callers.find(({ accessToken }) => token.ok && accessToken === token.value.reveal());
    expect(caller).toMatchObject({ userId: SELF_SERVER.id, roles: [] });
    expect(port.scopes().filter((scope) => scope.endsWith('.All'))).toEqual([]);
    expect(port.roles()).toEqual([]);
  });

  test('is renewed when it is asked for again', async () => {
    const { hand, port } = open();
    const signedIn = port.signIn();
    hand.moveBy(2_000);
    await signedIn;
    hand.moveBy(600_000);
    const again = port.signInAgain();
    hand.moveBy(2_000);
    expect(await again).toEqual({ ok: true, value: HARUKA });
    expect(port.signedInAtMs()).toBe(hand.clock.nowMs());
  });

  test('cannot be asked for again where nobody is there', async () => {
    const { port } = open();
    expect(await port.signInAgain()).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
  });

  test('that is called off, or signed out of meanwhile, leaves nobody', async () => {
    const { hand, port } = open();
    const called = port.signIn();
    port.cancel();
    expect(await called).toMatchObject({ problem: { code: 'signed-out', detail: 'The sign-in was cancelled' } });
    const left = port.signIn();
    await port.signOut();
    hand.moveBy(10_000);
    expect((await left).ok).toBe(false);
    expect([port.operator(), port.signedInAtMs(), port.scopes(), hand.timerCount()]).toEqual([null, null, [], 0]);
  });

  test('on another device shows what to type there, and asks nothing more', async () => {
    const { hand, port } = open();
    const prompts: string[] = [];
    const signedIn = port.signInElsewhere(({ userCode }) => prompts.push(userCode));
    hand.moveBy(2_000);
    expect((await signedIn).ok).toBe(true);
    expect(prompts).toEqual(['PRACTICE']);
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { DIEGO } from '../../fakes/loopback-authority-directory.ts';
import { closeWindow, setUpDesk, tokenOf } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

const ADELE = { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' };
const MINUTE_MS = 60_000;

describe('signing in again', () => {
  test('asks the same person to prove it anew, whatever the browser knows', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    expect(await desk.signIn.signInAgain()).toEqual({ ok: true, value: ADELE });
    const [first, again] = desk.authority.authorizeRequests();
    expect(again?.get('prompt')).toBe('login');
    expect(again?.get('max_age')).toBe('0');
    expect(again?.get('login_hint')).toBe('AdeleV@contoso.example');
    expect(first?.has('max_age')).toBe(false);
    expect(first?.has('login_hint')).toBe(false);
  });

  test('makes the time of the sign-in new, as the token tells it', async () => {
    const desk = await setUpDesk();
    desk.authority.setTellsAuthTime(true);
    await desk.signIn.signIn();
    const firstAtMs = desk.signIn.signedInAtMs();
    expect(firstAtMs).toBe(desk.hand.clock.nowMs());
    desk.hand.moveBy(20 * MINUTE_MS);
    // The browser still knows her: a new sign-in proves nothing.
    await desk.signIn.signIn();
    expect(desk.signIn.signedInAtMs()).toBe(firstAtMs);
    expect((await desk.signIn.signInAgain()).ok).toBe(true);
    expect(desk.signIn.signedInAtMs()).toBe(desk.hand.clock.nowMs());
  });

  test('makes it new also where the token does not tell', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.hand.moveBy(20 * MINUTE_MS);
    expect((await desk.signIn.signInAgain()).ok).toBe(true);
    expect(desk.signIn.signedInAtMs()).toBe(desk.hand.clock.nowMs());
  });

  test('is not taken for done where the service did not ask', async () => {
    const desk = await setUpDesk();
    desk.authority.setTellsAuthTime(true);
    await desk.signIn.signIn();
    // The clock of the service stands still: the same time again.
    expect(await desk.signIn.signInAgain()).toEqual({
      ok: false,
      problem: { code: 'graph-refused', detail: 'The sign-in service did not ask the person again' },
    });
    expect(desk.signIn.operator()).toEqual(ADELE);
  });

  test('by somebody else is refused, and the station stays with who was there', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    const token = await tokenOf(desk);
    const file = await readFile(folder.path);
    desk.authority.setPerson(DIEGO);
    expect(await desk.signIn.signInAgain()).toEqual({
      ok: false,
      problem: {
        code: 'wrong-person',
        detail: 'Somebody else signed in than the one who is here',
      },
    });
    expect(desk.signIn.operator()).toEqual(ADELE);
    expect(await tokenOf(desk)).toBe(token);
    expect(await readFile(folder.path)).toEqual(file);
  });

  test('is possible after the session has lapsed, for the same person only', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    desk.authority.revokeAll();
    expect(await tokenOf(desk, '{"access_token":{"a":null}}')).toBe('refused: signed-out');
    desk.authority.setPerson(DIEGO);
    expect(await desk.signIn.signInAgain()).toMatchObject({ problem: { code: 'wrong-person' } });
    expect(desk.signIn.operator()).toBeNull();
    desk.authority.setPerson({ ...DIEGO, id: '0b1f6a52-3c49-4d7a-8e21-6f9f0c5d1a37' });
    expect((await desk.signIn.signInAgain()).ok).toBe(true);
  });

  test('is refused where nobody is signed in, and after signing out', async () => {
    const desk = await setUpDesk();
    const refused = { ok: false, problem: { code: 'signed-out', detail: 'Nobody is signed in' } };
    expect(await desk.signIn.signInAgain()).toEqual(refused);
    await desk.signIn.signIn();
    await desk.signIn.signOut();
    expect(await desk.signIn.signInAgain()).toEqual(refused);
    await desk.signIn.signIn();
    desk.authority.revokeAll();
    await desk.signIn.accessToken('{"access_token":{"a":null}}');
    await desk.signIn.signOut();
    expect(await desk.signIn.signInAgain()).toEqual(refused);
    expect(desk.opened).toHaveLength(2);
  });

  test('called off leaves who was there', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const at = desk.signIn.signedInAtMs();
    const again = desk.signIn.signInAgain();
    expect(desk.signIn.signInAgain()).toBe(again);
    desk.signIn.cancel();
    expect(await again).toMatchObject({ problem: { detail: 'The sign-in was cancelled' } });
    expect(desk.signIn.operator()).toEqual(ADELE);
    expect(desk.signIn.signedInAtMs()).toBe(at);
  });

  test('is not the same as signing in: one takes the place of the other', async () => {
    const desk = await setUpDesk({ browse: closeWindow });
    const opened = desk.nextWindow();
    const first = desk.signIn.signIn();
    await desk.authority.browse(await opened);
    await first;
    const again = desk.signIn.signInAgain();
    const other = desk.signIn.signIn();
    expect(await again).toMatchObject({ problem: { detail: 'The sign-in was cancelled' } });
    desk.signIn.cancel();
    await other;
  });
});

describe('who may sign in', () => {
  test('is somebody of the tenant: another is refused, and nobody is signed in', async () => {
    const desk = await setUpDesk();
    desk.authority.setPerson({ tenantId: '9c0d1e2f-0000-4000-8000-000000000000' });
    expect(await desk.signIn.signIn()).toEqual({
      ok: false,
      problem: { code: 'not-permitted', detail: 'This account belongs to another organisation than the station' },
    });
    expect(desk.signIn.operator()).toBeNull();
    expect(await tokenOf(desk)).toBe('refused: signed-out');
  });

  test('is somebody of the tenant however its id is written', async () => {
    const desk = await setUpDesk();
    desk.authority.setPerson({ tenantId: '6F0B3C1E-5D0A-4C8E-9B53-0A1D9C7E2F44' });
    expect((await desk.signIn.signIn()).ok).toBe(true);
  });
});

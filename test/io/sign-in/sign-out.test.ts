import { open, readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createGate, NEARLY_EXPIRED_SECONDS, setUpDesk, tokenOf } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

describe('signing out', () => {
  test('removes the file, and the next start finds nobody', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    expect(await folder.names()).toEqual(['sign-in.sealed']);
    await desk.signIn.signOut();
    expect(await folder.names()).toEqual([]);
    expect(desk.signIn.signedInAtMs()).toBeNull();
    expect(desk.signIn.scopes()).toEqual([]);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await desk.signIn.restore()).toBeNull();
  });

  test('removes the file of somebody who was never taken up', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    await next.signIn.signOut();
    expect(await folder.names()).toEqual([]);
  });

  test('while a token is being renewed writes nothing any more', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const token = tokenOf(desk);
    await arrived;
    await desk.signIn.signOut();
    gate.open();
    expect(await token).toBe('refused: signed-out');
    expect(await folder.names()).toEqual([]);
  });

  test('while the file of a renewal is being written leaves no file', async () => {
    const folder = await setUpTokenFolder();
    const opening = createGate();
    const gate = createGate();
    let isHeld = false;
    const openFile: typeof open = async (...asked) => {
      if (isHeld) {
        opening.open();
        await gate.opened;
      }
      return open(...asked);
    };
    const desk = await setUpDesk({ keeper: folder.open({ openFile }) });
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    isHeld = true;
    const token = tokenOf(desk);
    await opening.opened;
    const signedOut = desk.signIn.signOut();
    gate.open();
    await signedOut;
    expect(await token).toBe('refused: signed-out');
    expect(await folder.names()).toEqual([]);
  });

  test('while the sign-in is being written signs nobody in', async () => {
    const folder = await setUpTokenFolder();
    const opening = createGate();
    const gate = createGate();
    const openFile: typeof open = async (...asked) => {
      opening.open();
      await gate.opened;
      return open(...asked);
    };
    const desk = await setUpDesk({ keeper: folder.open({ openFile }) });
    const signedIn = desk.signIn.signIn();
    await opening.opened;
    const signedOut = desk.signIn.signOut();
    gate.open();
    await signedOut;
    expect(await signedIn).toMatchObject({ problem: { code: 'signed-out', detail: 'The sign-in was cancelled' } });
    expect(desk.signIn.operator()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test('while the last sign-in is being taken up takes up nobody', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    await desk.signIn.signIn();
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const restoring = next.signIn.restore();
    await arrived;
    await next.signIn.signOut();
    gate.open();
    expect(await restoring).toBeNull();
    expect(next.signIn.operator()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test('asks no more for those who waited behind a renewal', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const tokens = [tokenOf(desk, '{"access_token":{"a":null}}'), tokenOf(desk, '{"access_token":{"b":null}}')];
    await arrived;
    await desk.signIn.signOut();
    gate.open();
    expect(await Promise.all(tokens)).toEqual(['refused: signed-out', 'refused: signed-out']);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });
});

describe('a sign-in that fails', () => {
  test('leaves the file of who was there before', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    const before = await readFile(folder.path);
    desk.authority.setPerson({ consents: false });
    expect((await desk.signIn.signIn()).ok).toBe(false);
    expect(await readFile(folder.path)).toEqual(before);
    expect((await desk.signIn.accessToken()).ok).toBe(true);
  });

  test('in the middle of the code being redeemed leaves it as well', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    await desk.signIn.signIn();
    const before = await stat(folder.path);
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const signedIn = desk.signIn.signIn();
    await arrived;
    desk.signIn.cancel();
    gate.open();
    await signedIn;
    expect((await stat(folder.path)).mtimeMs).toBe(before.mtimeMs);
  });
});

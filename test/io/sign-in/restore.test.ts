import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createMemoryKeeper, type TokenKeeper } from '../../../electron/io/sign-in/token-keeper.ts';
import { DIEGO } from '../../fakes/loopback-authority-directory.ts';
import { createGate, NEARLY_EXPIRED_SECONDS, SCOPES, setUpDesk, tokenOf, type Desk } from './desk.ts';
import { setUpTokenFolder, type TokenFolder } from './token-folder.ts';

const ADELE = { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' };
const offline = { fetch: () => Promise.reject(new TypeError('fetch failed')) };

/** Somebody signed in at a desk that keeps it. */
async function signedInDesk(expiresIn = 3_600): Promise<{ folder: TokenFolder; desk: Desk }> {
  const folder = await setUpTokenFolder();
  const desk = await setUpDesk({ keeper: folder.open() });
  desk.authority.setExpiresIn(expiresIn);
  await desk.signIn.signIn();
  return { folder, desk };
}

function edit(folder: TokenFolder, change: (kept: Record<string, unknown>) => unknown): Promise<void> {
  return readFile(folder.path).then((sealed) => {
    const kept = JSON.parse(folder.storage.decryptString(sealed));
    return writeFile(folder.path, folder.storage.encryptString(JSON.stringify(change(kept))));
  });
}

describe('after a restart', () => {
  test('the same person is there, without a browser and without the network', async () => {
    const { folder, desk } = await signedInDesk();
    const token = await tokenOf(desk);
    const next = await setUpDesk({ after: desk, keeper: folder.open(), ...offline });
    expect(next.signIn.operator()).toBeNull();
    expect(await next.signIn.restore()).toEqual(ADELE);
    expect(next.signIn.operator()).toEqual(ADELE);
    expect(await tokenOf(next)).toBe(token);
    expect(next.signIn.scopes()).toEqual(desk.signIn.scopes());
    expect(next.opened).toEqual([]);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('also where not all scopes were granted', async () => {
    const folder = await setUpTokenFolder();
    const desk = await setUpDesk({ keeper: folder.open() });
    desk.authority.setGrantedScopes(['openid', 'profile', SCOPES[0] ?? '']);
    await desk.signIn.signIn();
    const next = await setUpDesk({ after: desk, keeper: folder.open(), ...offline });
    expect(await next.signIn.restore()).toEqual(ADELE);
  });

  test('they go on with what they were given, whatever the next sign-in would ask for', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const other = () => ['User.Read', 'UserAuthenticationMethod.ReadWrite.All'];
    const next = await setUpDesk({ after: desk, keeper: folder.open(), scopes: other });
    expect(await next.signIn.restore()).toEqual(ADELE);
    expect(await tokenOf(next)).toMatch(/^access-/);
    for (const asked of desk.authority.tokenRequests()) {
      const scopes = (asked.get('scope') ?? '').split(' ').filter((scope) => scope.includes('.'));
      expect(scopes.toSorted()).toEqual([...SCOPES].toSorted());
    }
  });

  test('a token that has expired is renewed', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    desk.authority.setExpiresIn(3_600);
    expect(await next.signIn.restore()).toEqual(ADELE);
    expect(await tokenOf(next)).toMatch(/^access-/);
    expect(desk.authority.tokenRequests().map((asked) => asked.get('grant_type'))).toEqual([
      'authorization_code',
      'refresh_token',
    ]);
  });

  test('a renewed token is kept, too, start after start', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    for (let start = 0; start < 3; start += 1) {
      const next = await setUpDesk({ after: desk, keeper: folder.open() });
      expect(await next.signIn.restore()).toEqual(ADELE);
      expect(await tokenOf(next)).toMatch(/^access-/);
    }
    expect(desk.opened).toHaveLength(1);
  });

  test('nobody is there without the network when the token has expired; the next start tries again', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const away = await setUpDesk({ after: desk, keeper: folder.open(), ...offline });
    expect(await away.signIn.restore()).toBeNull();
    expect(away.signIn.operator()).toBeNull();
    const back = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await back.signIn.restore()).toEqual(ADELE);
  });

  test('nobody is there when the sign-in was revoked, and it is forgotten', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    desk.authority.revokeAll();
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test('nobody is there when the service refuses the app, and it is forgotten', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    desk.authority.setTrouble({ kind: 'error', status: 401, body: { error: 'invalid_client' } });
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test.each([
    ['a wish to wait', 429],
    ['a fault of the service', 503],
  ])('nobody is there after %s; the next start tries again', async (_name, status) => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    desk.authority.setTrouble({ kind: 'error', status, body: {} });
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await folder.names()).toEqual(['sign-in.sealed']);
  });

  test('the one who signed in last is there, and nobody else is on the disk', async () => {
    const { folder, desk } = await signedInDesk();
    const ofAdele = desk.authority.secrets().filter((secret) => secret.startsWith('refresh-'));
    desk.authority.setPerson(DIEGO);
    await desk.signIn.signIn();
    const kept = folder.storage.decryptString(await readFile(folder.path));
    expect(ofAdele.filter((secret) => kept.includes(secret))).toEqual([]);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect((await next.signIn.restore())?.name).toBe('Diego Siciliani');
  });

  test('it is known when they signed in', async () => {
    const { folder, desk } = await signedInDesk();
    const signedInAtMs = desk.signIn.signedInAtMs();
    expect(signedInAtMs).toBe(desk.hand.clock.nowMs());
    desk.hand.moveBy(600_000);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    await next.signIn.restore();
    expect(next.signIn.signedInAtMs()).toBe(signedInAtMs);
  });

  test('they can be asked to prove it anew', async () => {
    const { folder, desk } = await signedInDesk();
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    await next.signIn.restore();
    expect((await next.signIn.signInAgain()).ok).toBe(true);
    expect(desk.authority.authorizeRequests().at(-1)?.get('login_hint')).toBe('AdeleV@contoso.example');
  });
});

describe('what was kept', () => {
  test.each<[string, (kept: Record<string, unknown>) => unknown]>([
    ['is of another version', (kept) => ({ ...kept, version: 2 })],
    ['is for another tenant', (kept) => ({ ...kept, tenantId: 'another' })],
    ['is for another app', (kept) => ({ ...kept, clientId: 'another' })],
    ['is of nobody in the cache', (kept) => ({ ...kept, homeAccountId: 'another.one' })],
    ['has no time', (kept) => ({ ...kept, signedInAtMs: '0' })],
    ['has no scopes', (kept) => ({ ...kept, scopes: 'User.Read' })],
    ['has scopes that are none', (kept) => ({ ...kept, scopes: [1] })],
    ['has no cache', (kept) => ({ ...kept, cache: null })],
    ['has a cache that is no JSON', (kept) => ({ ...kept, cache: '{"Account"' })],
    ['has an empty cache', (kept) => ({ ...kept, cache: '{}' })],
    ['has another cache', (kept) => ({ ...kept, cache: '{"Account":{"a":5},"AccessToken":[1]}' })],
    ['is a number', () => 5],
    ['is nothing', () => null],
  ])('and %s is forgotten: the person signs in again', async (_name, change) => {
    const { folder, desk } = await signedInDesk();
    await edit(folder, change);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await folder.names()).toEqual([]);
    expect((await next.signIn.signIn()).ok).toBe(true);
  });

  test('and cannot be read is removed: the person signs in again', async () => {
    const { folder, desk } = await signedInDesk();
    await writeFile(folder.path, 'torn');
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    expect(await next.signIn.restore()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test('shows no token on the disk', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    await tokenOf(desk);
    const bytes = await folder.bytes();
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(desk.authority.secrets().length).toBeGreaterThan(5);
    expect(desk.authority.secrets().filter((secret) => bytes.includes(secret))).toEqual([]);
    // Each of them is there, sealed: else this would prove nothing.
    const opened = folder.storage.decryptString(await readFile(folder.path));
    expect(desk.authority.secrets().filter((secret) => opened.includes(secret)).length).toBeGreaterThan(1);
  });

  test('is not written again for a token that comes from memory', async () => {
    const { folder, desk } = await signedInDesk();
    const before = await readFile(folder.path);
    await tokenOf(desk);
    // Sealed anew, the same text would look different.
    expect(await readFile(folder.path)).toEqual(before);
  });

  test('is never more than what is in memory at a shared desk', async () => {
    const desk = await setUpDesk();
    await desk.signIn.signIn();
    const next = await setUpDesk({ after: desk, keeper: createMemoryKeeper() });
    expect(await next.signIn.restore()).toBeNull();
  });

  test('and fails in every way does not keep anybody from signing in', async () => {
    const broken: TokenKeeper = {
      load: () => Promise.reject(new Error('load')),
      save: () => Promise.reject(new Error('save')),
      forget: () => Promise.reject(new Error('forget')),
    };
    const desk = await setUpDesk({ keeper: broken });
    expect(await desk.signIn.restore()).toBeNull();
    expect((await desk.signIn.signIn()).ok).toBe(true);
    await desk.signIn.signOut();
    expect(desk.signIn.operator()).toBeNull();
  });
});

describe('taking up', () => {
  test('changes nothing while somebody is signed in', async () => {
    const { desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    expect(await desk.signIn.restore()).toEqual(ADELE);
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('is one for all who ask for it at the same time', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    const restoring = next.signIn.restore();
    expect(next.signIn.restore()).toBe(restoring);
    expect(await restoring).toEqual(ADELE);
    expect(desk.authority.tokenRequests()).toHaveLength(2);
  });

  test('gives way to who signs in meanwhile, also on the disk', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const restoring = next.signIn.restore();
    await arrived;
    desk.authority.setTrouble(null);
    desk.authority.setPerson(DIEGO);
    await next.signIn.signIn();
    gate.open();
    expect((await restoring)?.name).toBe('Diego Siciliani');
    expect(next.signIn.operator()?.name).toBe('Diego Siciliani');
    const later = await setUpDesk({ after: desk, keeper: folder.open() });
    expect((await later.signIn.restore())?.name).toBe('Diego Siciliani');
  });

  test('asks nobody for a person who has signed out meanwhile', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const keeper = folder.open();
    const gate = createGate();
    const slow = { ...keeper, load: () => gate.opened.then(() => keeper.load()) };
    const next = await setUpDesk({ after: desk, keeper: { ...slow, forget: () => Promise.resolve() } });
    const restoring = next.signIn.restore();
    await next.signIn.signOut();
    gate.open();
    expect(await restoring).toBeNull();
    expect(desk.authority.tokenRequests()).toHaveLength(1);
  });

  test('of what is no good does not remove the sign-in that came meanwhile', async () => {
    const { folder, desk } = await signedInDesk(NEARLY_EXPIRED_SECONDS);
    const next = await setUpDesk({ after: desk, keeper: folder.open() });
    const gate = createGate();
    desk.authority.setTrouble({ kind: 'held', until: gate.opened });
    const arrived = desk.authority.nextTokenRequest();
    const restoring = next.signIn.restore();
    await arrived;
    desk.authority.revokeAll();
    desk.authority.setTrouble(null);
    await next.signIn.signIn();
    gate.open();
    expect(await restoring).toEqual(ADELE);
    expect(await folder.names()).toEqual(['sign-in.sealed']);
  });
});

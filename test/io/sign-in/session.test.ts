import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseKeptSignIn } from '../../../electron/io/sign-in/kept-sign-in.ts';
import { createMsalClient } from '../../../electron/io/sign-in/msal-client.ts';
import { createMsalNetwork } from '../../../electron/io/sign-in/msal-network.ts';
import { createSessionCache } from '../../../electron/io/sign-in/session-cache.ts';
import { authTimeMs, createSession } from '../../../electron/io/sign-in/session.ts';
import { createMemoryKeeper } from '../../../electron/io/sign-in/token-keeper.ts';
import { SCOPES, setUpDesk } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

test('a session that has ended leaves nothing in the memory of MSAL', async () => {
  const folder = await setUpTokenFolder();
  const desk = await setUpDesk({ keeper: folder.open() });
  await desk.signIn.signIn();
  const kept = parseKeptSignIn(folder.storage.decryptString(await readFile(folder.path)));
  if (!kept) throw new Error('nothing was kept');
  const cache = createSessionCache(createMemoryKeeper(), kept.cache);
  const network = createMsalNetwork({ fetch: () => Promise.reject(new Error('no network')), clock: desk.hand.clock });
  const client = createMsalClient(kept, network, cache.plugin);
  const account = await client.getTokenCache().getAccountByHomeId(kept.homeAccountId);
  if (!account) throw new Error('nobody was kept');
  const answer = await client.acquireTokenSilent({ account, scopes: SCOPES });
  const session = createSession({ client, cache, account, scopes: SCOPES }, answer, 0);
  const secrets = desk.authority.secrets().filter((secret) => /^(?:access|refresh)-/.test(secret));
  expect(secrets.every((secret) => client.getTokenCache().serialize().includes(secret))).toBe(true);
  session.end();
  expect(secrets.filter((secret) => client.getTokenCache().serialize().includes(secret))).toEqual([]);
  expect(await client.getAllAccounts()).toEqual([]);
  await expect(session.askToken(null)).rejects.toMatchObject({ errorCode: 'no_tokens_found' });
});

describe('the time of the last proof', () => {
  test.each([
    [{ auth_time: 1_700_000_000 }, 1_700_000_000_000],
    [{ auth_time: '1700000000' }, null],
    [{ auth_time: 0 }, null],
    [{}, null],
  ])('of %j is %s', (claims, atMs) => {
    expect(authTimeMs(claims)).toBe(atMs);
  });
});

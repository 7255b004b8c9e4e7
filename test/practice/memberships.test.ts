import { describe, expect, test } from 'vitest';
import { ROLES } from '../../electron/practice/roles.ts';
import type { Caller, TenantUser } from '../../electron/practice/tenant-data.ts';
import { CALLERS, createRequest, createSmallTenant, createUser, methodsPath, TOKENS, USERS } from './small-tenant.ts';

const { AMY, BEN, EVE, ADA } = USERS;

/** Somebody who signs in with these permissions. */
function caller(scopes: readonly string[], more: Partial<Caller> = {}): Caller {
  return { ...CALLERS.roleless, accessToken: 'desk', scopes, ...more };
}

async function get(path: string, as: Caller, users: readonly TenantUser[] = Object.values(USERS)): Promise<Response> {
  const { tenant } = createSmallTenant({}, { callers: [as], users });
  const response = await tenant.fetch(createRequest('GET', path));
  expect(tenant.violations()).toEqual([]);
  return response;
}

async function valueOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  return (await response.json()).value;
}

const memberships = ({ id }: TenantUser): string => `/users/${id}/transitiveMemberOf`;

describe('the memberships of a user', () => {
  test('are groups and admin roles, with names and template ids where roles may be read', async () => {
    const response = await get(memberships(ADA), caller(['Directory.Read.All']));
    expect(await valueOf(response)).toEqual([
      { '@odata.type': '#microsoft.graph.group', id: expect.any(String), displayName: 'Everybody' },
      {
        '@odata.type': '#microsoft.graph.directoryRole',
        id: expect.any(String),
        displayName: 'Global Administrator',
        roleTemplateId: ROLES['Global Administrator'].templateId,
      },
    ]);
  });

  test('have nothing but their types and ids, where only users may be read', async () => {
    const value = await valueOf(await get(memberships(ADA), caller(['User.Read.All'])));
    expect(value).toEqual([
      { '@odata.type': '#microsoft.graph.group', id: expect.any(String), displayName: null },
      {
        '@odata.type': '#microsoft.graph.directoryRole',
        id: expect.any(String),
        displayName: null,
        roleTemplateId: null,
      },
    ]);
  });

  test.each([
    [['User.ReadBasic.All'], AMY, 403],
    [['User.Read'], AMY, 403],
    [['GroupMember.Read.All'], AMY, 200],
    [['User.Read.All'], { ...AMY, id: 'nobody' }, 404],
  ] as const)('asked for with %j: %s', async (scopes, user, status) => {
    expect((await get(memberships(user), caller(scopes))).status).toBe(status);
  });

  test.each([
    [['User.Read'], 200],
    [['User.Read.All'], 200],
    [['UserAuthMethod-HardwareOATH.ReadWrite'], 403],
  ] as const)('of oneself asked for with %j: %i', async (scopes, status) => {
    expect((await get('/me/transitiveMemberOf', caller(scopes, { userId: AMY.id }))).status).toBe(status);
  });

  test('come a page at a time', async () => {
    const users = [createUser('max', { roles: ['Global Reader', 'Directory Readers'] })];
    const [max] = users;
    const reader = caller(['Directory.Read.All']);
    const names: unknown[] = [];
    let path: string | undefined = `/users/${max?.id}/transitiveMemberOf?$top=2`;
    while (path) {
      const page: Record<string, unknown> = await (await get(path, reader, users)).json();
      names.push(...(page['value'] as readonly { displayName: string }[]).map(({ displayName }) => displayName));
      path = page['@odata.nextLink']?.toString().split('/beta')[1];
    }
    expect(names).toEqual(['Everybody', 'Global Reader', 'Directory Readers']);
  });
});

describe('all methods of a user', () => {
  const path = ({ id }: TenantUser): string => `/users/${id}/authentication/methods`;
  const admin = (...scopes: readonly string[]): Caller => caller(scopes, { roles: ['Authentication Administrator'] });

  test('are a password, apps of two makers, and tokens', async () => {
    const types = (await valueOf(await get(path(BEN), admin('UserAuthenticationMethod.Read.All')))).map((one) =>
      String(one['@odata.type']).replace(/^#microsoft\.graph\.(.*)AuthenticationMethod$/, '$1'),
    );
    expect(types).toEqual([
      'password',
      'microsoftAuthenticator',
      'softwareOath',
      'microsoftAuthenticator',
      'softwareOath',
      'hardwareOath',
    ]);
  });

  test('have the tokens under the ids that they have among tokens', async () => {
    const all = await valueOf(await get(path(BEN), admin('UserAuthenticationMethod.Read.All')));
    expect(all.at(-1)).toMatchObject({ id: TOKENS.BENS.deviceId });
  });

  test.each([
    ['the newer permission for tokens', admin('UserAuthMethod-HardwareOATH.ReadWrite.All'), 403],
    ['the older permission', admin('UserAuthenticationMethod.ReadWrite.All'), 200],
    ['the older permission, without a role', caller(['UserAuthenticationMethod.ReadWrite.All']), 403],
    ['the older permission for oneself', admin('UserAuthenticationMethod.ReadWrite'), 403],
  ] as const)('asked for with %s: %s', async (_with, as, status) => {
    expect((await get(path(EVE), as)).status).toBe(status);
  });

  test('of oneself need no role', async () => {
    const own = caller(['UserAuthenticationMethod.Read'], { userId: EVE.id });
    expect((await get('/me/authentication/methods', own)).status).toBe(200);
    const none = caller(['User.Read'], { userId: EVE.id });
    expect((await get('/me/authentication/methods', none)).status).toBe(403);
  });
});

describe('a token of the old upload', () => {
  const LEGACY = {
    ...TOKENS.FREE,
    deviceId: 'legacy',
    holder: { userId: AMY.id, status: 'activated' },
    isLegacy: true,
  } as const;
  const tokens = [LEGACY, TOKENS.FREE];
  const DEVICES = '/directory/authenticationMethodDevices/hardwareOathDevices';

  test('is its user’s, and the inventory has only its twin', async () => {
    const { send } = createSmallTenant({}, { tokens });
    expect(await valueOf(await send('GET', methodsPath(AMY)))).toMatchObject([{ id: 'legacy' }]);
    const found = await send('GET', `${DEVICES}?$filter=serialNumber eq 'FREE-30'`, { as: 'auditor' });
    expect(await valueOf(found)).toMatchObject([{ id: TOKENS.FREE.deviceId }]);
    expect(await valueOf(await send('GET', DEVICES, { as: 'auditor' }))).toHaveLength(1);
    expect((await send('GET', `${DEVICES}/legacy`, { as: 'auditor' })).status).toBe(404);
  });

  test('is not what a serial number means, and is not given to anybody', async () => {
    const small = createSmallTenant({}, { tokens });
    expect((await small.assign(AMY, TOKENS.FREE, small.codeOf(TOKENS.FREE))).status).toBe(204);
    expect(small.statusOf(TOKENS.FREE)).toBe('activated');
    const given = await small.send('POST', methodsPath(BEN), { body: { device: { id: 'legacy' } } });
    expect(given.status).toBe(404);
  });

  test('can be taken back from its user', async () => {
    const { send } = createSmallTenant({}, { tokens });
    expect((await send('DELETE', `${methodsPath(AMY)}/legacy`)).status).toBe(204);
    expect(await valueOf(await send('GET', methodsPath(AMY)))).toEqual([]);
  });
});

test('whether an account is enabled is shown to whoever may read profiles, and can be searched by nobody', async () => {
  const small = createSmallTenant({}, { users: [createUser('lia', { accountEnabled: false })] });
  const select = '/users/id-lia?$select=id,accountEnabled';
  expect(await (await small.send('GET', select)).json()).toEqual({ id: 'id-lia', accountEnabled: false });
  expect(await (await small.send('GET', select, { as: 'basic' })).json()).toEqual({
    id: 'id-lia',
    accountEnabled: null,
  });
  const search = '/users?$search="accountEnabled:false"&$count=true';
  const headers = { consistencylevel: 'eventual' };
  expect((await small.send('GET', search, { headers })).status).toBe(400);
});

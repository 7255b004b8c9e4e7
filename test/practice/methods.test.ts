import { describe, expect, test } from 'vitest';
import { parseChallenge } from '../../electron/core/graph-challenge.ts';
import type { TenantToken, TenantUser } from '../../electron/practice/tenant-data.ts';
import {
  assignToPath,
  createSmallTenant,
  methodsPath,
  referenceTo,
  TOKENS,
  USERS,
  type SmallTenant,
} from './small-tenant.ts';

const { AMY, BEN, EVE, ADA, GUS } = USERS;
const { FREE, BENS, HALF_DONE } = TOKENS;

function assignByPost({ send }: SmallTenant, user: TenantUser, deviceId = FREE.deviceId): Promise<Response> {
  return send('POST', methodsPath(user), { body: { device: { id: deviceId } } });
}

function assignByPut({ send }: SmallTenant, user: TenantUser, token = FREE): Promise<Response> {
  return send('PUT', assignToPath(user, token), { body: { '@odata.id': referenceTo(user) } });
}

function assignActive({ send, codeOf }: SmallTenant, user: TenantUser, token: TenantToken): Promise<Response> {
  const body = { device: { id: token.deviceId }, verificationCode: codeOf(token), displayName: 'Mine' };
  return send('POST', `${methodsPath(user)}/assignAndActivate`, { body });
}

async function codeIn(response: Response): Promise<readonly [number, string]> {
  return [response.status, (await response.json()).error.message];
}

describe.each([
  ['POST', assignByPost, 201],
  ['PUT', assignByPut, 204],
  ['POST with a code', (small: SmallTenant, user: TenantUser) => assignActive(small, user, FREE), 204],
] as const)('a token of the inventory, assigned by %s', (_way, assign, status) => {
  test('is the user\u2019s', async () => {
    const small = createSmallTenant();
    expect((await assign(small, AMY)).status).toBe(status);
    expect(small.tenant.findAssignment('FREE-30')).toMatchObject({ userId: AMY.id });
    expect(small.tenant.violations()).toEqual([]);
  });

  test.each([
    ['a guest', GUS, 400],
    ['somebody with five methods', EVE, 400],
    ['an administrator', ADA, 403],
    ['nobody', { ...AMY, id: 'nobody' }, 404],
  ] as const)('is not given to %s', async (_who, user, refused) => {
    const small = createSmallTenant();
    expect((await assign(small, user)).status).toBe(refused);
    expect(small.statusOf(FREE)).toBe('available');
  });

  test('is not given to a second person', async () => {
    const small = createSmallTenant();
    await assign(small, AMY);
    expect(await codeIn(await assign(small, BEN))).toEqual([400, expect.stringContaining('another user')]);
    expect(small.tenant.findAssignment('FREE-30')).toMatchObject({ userId: AMY.id });
  });
});

describe('assigning without a code', () => {
  test('by POST gives the method back, not active yet', async () => {
    const response = await assignByPost(createSmallTenant(), AMY);
    expect(await response.json()).toMatchObject({
      id: FREE.deviceId,
      device: { serialNumber: 'FREE-30', status: 'assigned', assignedTo: { id: AMY.id } },
    });
  });

  test('a second time is refused by POST and changes nothing by PUT', async () => {
    const small = createSmallTenant();
    await assignByPut(small, AMY);
    expect((await assignByPut(small, AMY)).status).toBe(204);
    expect(await codeIn(await assignByPost(small, AMY))).toEqual([400, expect.stringContaining('this user')]);
  });

  test('a PUT for an activated token does not take its activation away', async () => {
    const small = createSmallTenant();
    expect((await assignByPut(small, BEN, BENS)).status).toBe(204);
    expect(small.statusOf(BENS)).toBe('activated');
  });

  test.each(['https://evil.test/beta/users/id-amy', 'https://graph.test/beta/users/id-ben'])(
    'the reference must lead to the same user of the same service, not to %s',
    async (link) => {
      const small = createSmallTenant();
      const response = await small.send('PUT', assignToPath(AMY, FREE), { body: { '@odata.id': link } });
      expect(response.status).toBe(400);
      expect(small.statusOf(FREE)).toBe('available');
    },
  );

  test('an unknown device is not found, either way', async () => {
    const small = createSmallTenant();
    expect((await assignByPost(small, AMY, 'nothing')).status).toBe(404);
    expect((await assignByPut(small, AMY, { ...FREE, deviceId: 'nothing' })).status).toBe(404);
  });

  test('what was assigned is activated by its method', async () => {
    const small = createSmallTenant();
    await assignByPut(small, AMY);
    expect((await small.activate(AMY, FREE, small.codeOf(FREE))).status).toBe(204);
    expect(small.statusOf(FREE)).toBe('activated');
  });
});

describe('deactivating', () => {
  test('leaves the token with its user, and the code that was used stays used', async () => {
    const small = createSmallTenant();
    await small.assign(AMY, FREE, small.codeOf(FREE));
    const path = `${methodsPath(AMY)}/${FREE.deviceId}`;
    expect((await small.send('POST', `${path}/deactivate`)).status).toBe(204);
    expect(small.tenant.findAssignment('FREE-30')).toMatchObject({ status: 'assigned', userId: AMY.id });
    expect((await small.activate(AMY, FREE, small.codeOf(FREE))).status).toBe(400);
  });

  test.each([
    ['a token that is not active', HALF_DONE, 400],
    ['a token of another', BENS, 404],
    ['a token of nobody', FREE, 404],
  ])('refuses %s', async (_what, token, status) => {
    const small = createSmallTenant();
    expect((await small.send('POST', `${methodsPath(AMY)}/${token.deviceId}/deactivate`)).status).toBe(status);
  });
});

test('unassigning gives the token back, for the next one', async () => {
  const small = createSmallTenant();
  expect((await small.send('DELETE', `${methodsPath(BEN)}/${BENS.deviceId}`)).status).toBe(204);
  expect(small.statusOf(BENS)).toBe('available');
  expect((await small.send('DELETE', `${methodsPath(BEN)}/${BENS.deviceId}`)).status).toBe(404);
  expect((await assignActive(small, AMY, BENS)).status).toBe(204);
  expect(small.tenant.findAssignment('BENS')).toMatchObject({ status: 'activated', userId: AMY.id });
});

test('for oneself all of it goes by /me', async () => {
  const small = createSmallTenant();
  const own = '/me/authentication/hardwareOathMethods';
  const body = { serialNumber: 'FREE-30', verificationCode: small.codeOf(FREE) };
  const statuses = [
    await small.send('POST', `${own}/assignAndActivateBySerialNumber`, { as: 'self', body }),
    await small.send('POST', `${own}/${FREE.deviceId}/deactivate`, { as: 'self' }),
    await small.send('DELETE', `${own}/${FREE.deviceId}`, { as: 'self' }),
    await small.send('POST', own, { as: 'self', body: { device: { id: FREE.deviceId } } }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([204, 204, 204, 201]);
  expect(small.tenant.findAssignment('FREE-30')).toMatchObject({ userId: AMY.id, status: 'assigned' });
});

test('"me" is nobody\u2019s object id', async () => {
  const { send } = createSmallTenant();
  expect((await send('GET', methodsPath({ id: 'me' }))).status).toBe(404);
});

test.each([401, 403] as const)('a challenge with %i asks for claims, and nothing happens', async (status) => {
  const small = createSmallTenant({ faults: [{ on: 'writes', times: 1, kind: 'challenge', status }] });
  const response = await assignByPut(small, AMY);
  expect(response.status).toBe(status);
  const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
  expect(JSON.parse(parseChallenge(response.headers.get('www-authenticate')) ?? '')).toEqual(claims);
  expect(small.statusOf(FREE)).toBe('available');
  expect((await assignByPut(small, AMY)).status).toBe(204);
});

describe('pages of the inventory', () => {
  test('lead through all tokens once, and end', async () => {
    const small = createSmallTenant({ devicePageSize: 2 });
    const found: string[] = [];
    let path: string | undefined = '/directory/authenticationMethodDevices/hardwareOathDevices';
    while (path !== undefined) {
      const page: { value: { serialNumber: string }[]; '@odata.nextLink'?: string } = await (
        await small.send('GET', path, { as: 'depot' })
      ).json();
      expect(page.value.length).toBeLessThanOrEqual(2);
      found.push(...page.value.map(({ serialNumber }) => serialNumber));
      path = page['@odata.nextLink']?.replace('https://graph.test/beta', '');
    }
    expect(found).toEqual(Object.values(TOKENS).map(({ serialNumber }) => serialNumber));
    expect(small.tenant.violations()).toEqual([]);
  });
});

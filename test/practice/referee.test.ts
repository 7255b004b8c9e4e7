import { describe, expect, test } from 'vitest';
import {
  assignToPath,
  bySerialPath,
  createSmallTenant,
  methodsPath,
  TOKENS,
  USERS,
  type Sending,
} from './small-tenant.ts';

const BODY = { serialNumber: 'FREE-30', verificationCode: '012345' };
const USERS_PATH = '/users?$search="displayName:amy"&$count=true';
const EVENTUAL = { ConsistencyLevel: 'eventual' };
const METHODS = methodsPath(USERS.AMY);
const ASSIGN_TO = assignToPath(USERS.AMY, TOKENS.FREE);
const USERS_URL = 'https://graph.test/beta/users';
const ITEM = { id: '1', method: 'GET', url: '/users' };
const BY_SERIAL = bySerialPath(USERS.AMY);

type Outside = readonly [what: string, method: string, path: string, sending: Sending, reason: string];

const OUTSIDE: readonly Outside[] = [
  ['an unknown path', 'GET', '/me/messages', {}, 'no operation GET /beta/me/messages'],
  ['a slash at the end', 'GET', '/users/', {}, 'no operation GET /beta/users/'],
  ['an unknown method', 'PATCH', methodsPath(USERS.AMY), {}, 'no operation PATCH'],
  ['a path that cannot be decoded', 'GET', '/users/%E0%A4%A', {}, 'no operation GET'],
  ['the wrong version', 'GET', methodsPath(USERS.AMY), { version: 'v1.0' }, 'listMethods is in beta, not in "v1.0"'],
  ['an unknown query key', 'GET', '/users?$orderby=displayName', {}, 'searchUsers has no query key $orderby'],
  ['a query key of every object', 'GET', '/users?toString=1', {}, 'searchUsers has no query key toString'],
  ['a query key twice', 'GET', '/users?$top=1&$top=2', {}, 'the query key $top is there twice'],
  ['a page of none', 'GET', '/users?$top=0', {}, 'the value of $top'],
  ['an unknown property', 'GET', '/users?$select=id,shoeSize', {}, 'the value of $select'],
  ['a filter on something else', 'GET', "/users?$filter=surname eq 'x'", {}, 'the value of $filter'],
  ['a filter with an open quote', 'GET', "/users?$filter=employeeId eq 'O'Brien'", {}, 'the value of $filter'],
  ['a search without quotes', 'GET', '/users?$search=amy', { headers: EVENTUAL }, 'the value of $search'],
  ['a search without a property', 'GET', '/users?$search="amy"', { headers: EVENTUAL }, 'the value of $search'],
  [
    'a search with an open quote',
    'GET',
    '/users?$search="displayName:a"b"',
    { headers: EVENTUAL },
    'the value of $search',
  ],
  ['a search without its header', 'GET', USERS_PATH, {}, 'ConsistencyLevel: eventual'],
  ['a count without its header', 'GET', '/users?$count=true', {}, 'ConsistencyLevel: eventual'],
  ['no client-request-id', 'GET', '/users', { without: ['client-request-id'] }, 'client-request-id must be a GUID'],
  [
    'a client-request-id that is no GUID',
    'GET',
    '/users',
    { headers: { 'client-request-id': '42' } },
    'client-request-id must be a GUID',
  ],
  ['no content type', 'POST', BY_SERIAL, { body: BODY, without: ['content-type'] }, 'Content-Type must be'],
  [
    'another content type',
    'POST',
    BY_SERIAL,
    { body: BODY, headers: { 'content-type': 'text/plain' } },
    'Content-Type must be',
  ],
  ['a body that is no JSON', 'POST', BY_SERIAL, { body: '{' }, 'the body must be a JSON object'],
  ['a body that is a list', 'POST', BY_SERIAL, { body: [] }, 'the body must be a JSON object'],
  ['a missing key', 'POST', BY_SERIAL, { body: { verificationCode: '012345' } }, 'serialNumber is missing'],
  ['an extra key', 'POST', BY_SERIAL, { body: { ...BODY, device: {} } }, 'has no body key device'],
  ['a code that is a number', 'POST', BY_SERIAL, { body: { ...BODY, verificationCode: 123456 } }, 'not number'],
  ['a code that is null', 'POST', BY_SERIAL, { body: { ...BODY, verificationCode: null } }, 'must be a JSON string'],
  [
    'a code of five digits',
    'POST',
    BY_SERIAL,
    { body: { ...BODY, verificationCode: '12345' } },
    'verificationCode does',
  ],
  ['an empty serial number', 'POST', BY_SERIAL, { body: { ...BODY, serialNumber: ' ' } }, 'serialNumber does'],
  ['an empty name', 'POST', BY_SERIAL, { body: { ...BODY, displayName: '' } }, 'displayName does'],
  ['a query on a POST', 'POST', `${BY_SERIAL}?$select=id`, { body: BODY }, 'has no query key $select'],
  ['a device that is a text', 'POST', METHODS, { body: { device: 'd' } }, 'device must be an object'],
  ['a device that is a list', 'POST', METHODS, { body: { device: [] } }, 'device must be an object'],
  ['a device without an id', 'POST', METHODS, { body: { device: {} } }, 'the body key device.id is missing'],
  ['a device with more', 'POST', METHODS, { body: { device: { id: 'd', x: 1 } } }, 'has no body key device.x'],
  [
    'a code where none belongs',
    'POST',
    METHODS,
    { body: { device: { id: 'd' }, verificationCode: '012345' } },
    'no body',
  ],
  [
    'a reference to a sign-in name',
    'PUT',
    ASSIGN_TO,
    { body: { '@odata.id': `${USERS_URL}/a@b.c` } },
    '@odata.id does',
  ],
  ['a reference without a host', 'PUT', ASSIGN_TO, { body: { '@odata.id': '/beta/users/id-amy' } }, '@odata.id does'],
  [
    'a reference to v1.0',
    'PUT',
    ASSIGN_TO,
    { body: { '@odata.id': 'https://graph.test/v1.0/users/x' } },
    '@odata.id does',
  ],
  ['a body where none belongs', 'POST', `${METHODS}/m/deactivate`, { body: {} }, 'deactivate has no body'],
  ['a batch that is an object', 'POST', '/$batch', { body: { requests: {} } }, 'requests must be a list'],
  ['a batch of nothing', 'POST', '/$batch', { body: { requests: [] } }, 'at least one request'],
  ['a batch with a number for an id', 'POST', '/$batch', { body: { requests: [{ ...ITEM, id: 1 }] } }, 'has an id'],
  ['a batch with an empty id', 'POST', '/$batch', { body: { requests: [{ ...ITEM, id: '' }] } }, 'has an id'],
  ['a batch with a text in it', 'POST', '/$batch', { body: { requests: ['x'] } }, 'has an id'],
  ['an unknown key beside a batch', 'POST', '/$batch', { body: { requests: [ITEM], x: 1 } }, 'has no body key x'],
  [
    'a body on a DELETE',
    'DELETE',
    `${methodsPath(USERS.BEN)}/${TOKENS.BENS.deviceId}`,
    { body: {} },
    'unassign has no body',
  ],
];

describe('a request outside the table', () => {
  test.each(OUTSIDE)('%s is refused with 400 and named', async (_what, method, path, sending, reason) => {
    const { tenant, send } = createSmallTenant();
    const response = await send(method, path, sending);
    const { error } = await response.json();
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ code: 'outsideTheTable', message: expect.stringContaining(reason) });
    expect(tenant.violations()).toEqual([error.message]);
  });

  test('a request without Authorization is refused with 401', async () => {
    const { tenant, send } = createSmallTenant();
    const response = await send('GET', '/users', { without: ['authorization'] });
    expect(response.status).toBe(401);
    expect((await response.json()).error.code).toBe('InvalidAuthenticationToken');
    expect(tenant.violations()).toEqual([expect.stringContaining('Authorization')]);
  });

  test('all that is wrong is named at once, and no value of the body is repeated', async () => {
    const { send } = createSmallTenant();
    const body = { verificationCode: 987_654, serialNumber: '', colour: 'red' };
    const response = await send('POST', BY_SERIAL, { body, without: ['client-request-id', 'content-type'] });
    const { message } = (await response.json()).error;
    for (const named of ['client-request-id', 'Content-Type', 'verificationCode', 'serialNumber', 'colour']) {
      expect(message).toContain(named);
    }
    expect(message).not.toMatch(/987654|red/);
  });

  test('it changes nothing', async () => {
    const { send, codeOf, statusOf } = createSmallTenant();
    const verificationCode = codeOf(TOKENS.FREE);
    await send('POST', BY_SERIAL, { body: { serialNumber: 'FREE-30', verificationCode, extra: 1 } });
    expect(statusOf(TOKENS.FREE)).toBe('available');
  });

  test('of a client that never stops, only the last hundred are kept', async () => {
    const { tenant, send } = createSmallTenant();
    for (let index = 0; index < 101; index++) await send('GET', `/nothing/${index}`);
    expect(tenant.violations()).toHaveLength(100);
    expect(tenant.violations().at(-1)).toContain('/nothing/100');
  });
});

describe('a request inside the table', () => {
  test('is answered and leaves no violation', async () => {
    const { tenant, send } = createSmallTenant();
    const responses = [
      await send('GET', USERS_PATH, { headers: EVENTUAL, version: 'v1.0' }),
      await send('GET', `/users/${USERS.AMY.id}?$select=id,employeeId`),
      await send('GET', `${methodsPath(USERS.AMY)}?$expand=device`),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(tenant.violations()).toEqual([]);
  });

  test('may say its character set in the content type', async () => {
    const { send, codeOf } = createSmallTenant();
    const body = { serialNumber: 'FREE-30', verificationCode: codeOf(TOKENS.FREE), displayName: 'Amy’s token' };
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await send('POST', BY_SERIAL, { body, headers })).status).toBe(204);
  });
});

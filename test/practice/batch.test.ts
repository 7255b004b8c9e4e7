import { describe, expect, test } from 'vitest';
import type { Fault } from '../../electron/practice/faults.ts';
import {
  assignToPath,
  bySerialPath,
  createSmallTenant,
  methodsPath,
  referenceTo,
  TOKENS,
  USERS,
  type Sending,
  type SmallTenant,
} from './small-tenant.ts';

const { AMY, BEN } = USERS;
const { FREE, SHA256 } = TOKENS;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const LIST = { id: 'list', method: 'GET', url: methodsPath(BEN) };

const assignItem = (id: string, token = FREE): object => ({
  id,
  method: 'PUT',
  url: assignToPath(AMY, token),
  headers: JSON_TYPE,
  body: { '@odata.id': referenceTo(AMY) },
});

function send({ send: sendAny }: SmallTenant, requests: readonly object[], sending: Sending = {}): Promise<Response> {
  return sendAny('POST', '/$batch', { ...sending, body: { requests } });
}

type Answer = { readonly id: string; readonly status: number; readonly headers: object; readonly body?: unknown };

async function answers(small: SmallTenant, requests: readonly object[], sending: Sending = {}): Promise<Answer[]> {
  const response = await send(small, requests, sending);
  expect(response.status).toBe(200);
  return (await response.json()).responses;
}

describe('a batch', () => {
  test('does each of its items and answers them out of order, by their ids', async () => {
    const small = createSmallTenant();
    const items = [assignItem('a'), LIST, { ...LIST, id: 'none', url: '/users/nobody' }];
    const [third, second, first] = await answers(small, items);
    expect(first).toMatchObject({ id: 'a', status: 204 });
    expect(first).not.toHaveProperty('body');
    expect(second).toMatchObject({ id: 'list', status: 200, body: { value: [{ device: { serialNumber: 'BENS' } }] } });
    expect(second?.headers).toMatchObject({ 'Content-Type': 'application/json' });
    expect(third).toMatchObject({ id: 'none', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
    expect(small.statusOf(FREE)).toBe('assigned');
    expect(small.tenant.violations()).toEqual([]);
    expect(small.tenant.countRequests('assignByReference')).toBe(1);
    expect(small.tenant.countRequests('batch')).toBe(1);
  });

  test('may do twenty', async () => {
    const items = Array.from({ length: 20 }, (_, index) => ({ ...LIST, id: String(index) }));
    expect(await answers(createSmallTenant(), items)).toHaveLength(20);
  });

  test('gives each item the rights of its caller', async () => {
    const [denied, read] = await answers(createSmallTenant(), [LIST, assignItem('a')], { as: 'auditor' });
    expect([denied?.status, read?.status]).toEqual([403, 200]);
    expect((await send(createSmallTenant(), [LIST], { as: 'stranger' })).status).toBe(401);
  });

  test('takes the advanced query\u2019s header from the item', async () => {
    const url = '/users?$search="displayName:amy"&$count=true';
    const items = [
      { id: '1', method: 'GET', url, headers: { ConsistencyLevel: 'eventual' } },
      { id: '2', method: 'GET', url },
    ];
    const [without, having] = await answers(createSmallTenant(), items);
    expect([having?.status, without?.status]).toEqual([200, 400]);
  });
});

describe('an item outside the table', () => {
  test.each<readonly [what: string, item: object, reason: string]>([
    ['an absolute url', { url: 'https://graph.test/beta/users' }, 'without host and version'],
    ['a url with the version', { url: '/beta/users' }, 'without host and version'],
    ['a url with another host', { url: '//evil.test/users' }, 'without host and version'],
    ['a url without a slash', { url: 'users' }, 'without host and version'],
    ['no url', { url: undefined }, 'without host and version'],
    ['an unknown path', { url: '/nothing' }, 'no operation GET /beta/nothing'],
    ['no method', { method: undefined }, 'the method of an item'],
    ['an unknown key', { dependsOn: ['1'] }, 'an item has no key dependsOn'],
    ['headers that are no texts', { headers: { a: 1 } }, 'the headers of an item'],
    ['a body without its content type', { ...assignItem('1'), headers: {} }, 'Content-Type must be'],
    ['a batch', { method: 'POST', url: '/$batch', headers: JSON_TYPE, body: { requests: [] } }, 'batch does not go'],
    [
      'a code',
      {
        method: 'POST',
        url: bySerialPath(AMY),
        headers: JSON_TYPE,
        body: { serialNumber: 'FREE-30', verificationCode: '012345' },
      },
      'assignAndActivateBySerialNumber does not go into a batch',
    ],
  ])('%s is refused by itself, named, and changes nothing', async (_what, item, reason) => {
    const small = createSmallTenant();
    const [good, bad] = await answers(small, [{ ...LIST, id: '1', ...item }, LIST]);
    expect(good?.status).toBe(200);
    expect(bad).toMatchObject({ status: 400, body: { error: { code: 'outsideTheTable' } } });
    expect(small.tenant.violations()).toEqual([expect.stringContaining(reason)]);
    expect(small.statusOf(FREE)).toBe('available');
  });

  test('cannot bring a token of its own', async () => {
    const item = { ...LIST, headers: { Authorization: 'Bearer stranger' } };
    expect(await answers(createSmallTenant(), [item])).toMatchObject([{ status: 200 }]);
  });
});

describe('what goes wrong with items', () => {
  const failing = (more: Partial<Extract<Fault, { kind: 'fail' }>>): Fault => ({
    on: 'assignByReference',
    times: 1,
    kind: 'fail',
    status: 429,
    acts: false,
    ...more,
  });

  test('one is throttled, with its own time, and the next is done', async () => {
    const small = createSmallTenant({ faults: [failing({ retryAfterSeconds: 7 })] });
    const [second, first] = await answers(small, [assignItem('a'), assignItem('b', SHA256)]);
    expect(first).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } });
    expect(second).toMatchObject({ status: 204 });
    expect([small.statusOf(FREE), small.statusOf(SHA256)]).toEqual(['available', 'assigned']);
  });

  test('one is challenged in its own headers', async () => {
    const small = createSmallTenant({ faults: [{ on: 'writes', times: 1, kind: 'challenge', status: 401 }] });
    const [item] = await answers(small, [assignItem('a')]);
    expect(item).toMatchObject({ status: 401, headers: { 'Www-Authenticate': expect.stringContaining('claims=') } });
  });

  test.each([
    ['dropRequest', 'available'],
    ['dropAnswer', 'assigned'],
  ] as const)('%s at one cuts the line for all, and all are %s', async (kind, status) => {
    const small = createSmallTenant({ faults: [{ on: 'writes', times: 1, kind }] });
    await expect(send(small, [assignItem('a'), LIST, assignItem('b', SHA256)])).rejects.toThrow(TypeError);
    expect([small.statusOf(FREE), small.statusOf(SHA256)]).toEqual([status, status]);
  });

  test.each([
    [false, 'available'],
    [true, 'assigned'],
  ])('the whole fails (having acted: %s), and the token is %s', async (acts, status) => {
    const small = createSmallTenant({ faults: [failing({ on: 'batch', status: 503, acts })] });
    expect((await send(small, [assignItem('a')])).status).toBe(503);
    expect(small.statusOf(FREE)).toBe(status);
  });

  test('reads and writes in it are met as reads and writes, and the batch as neither', async () => {
    const small = createSmallTenant({ faults: [failing({ on: 'reads', status: 500 })] });
    const [read, write] = await answers(small, [assignItem('a'), LIST]);
    expect([write?.status, read?.status]).toEqual([204, 500]);
  });
});

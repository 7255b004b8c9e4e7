import { afterEach, describe, expect, test } from 'vitest';
import { startLoopbackTenant, type LoopbackTenant } from '../fakes/loopback-tenant.ts';
import {
  bySerialPath,
  createRequest,
  createSmallTenant,
  methodsPath,
  TOKENS,
  USERS,
  type Sending,
  type SmallTenant,
} from './small-tenant.ts';

const { AMY } = USERS;
const { FREE } = TOKENS;
const ASSIGN = 'assignAndActivateBySerialNumber';
const REQUEST_ID = '0f0f0f0f-0000-4000-8000-000000000000';

const started: LoopbackTenant[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((loopback) => loopback.close()));
});

async function start(small: SmallTenant = createSmallTenant()): Promise<LoopbackTenant> {
  const loopback = await startLoopbackTenant(small.tenant);
  started.push(loopback);
  return loopback;
}

async function send(loopback: LoopbackTenant, method: string, path: string, sending: Sending = {}): Promise<Response> {
  const { headers } = createRequest(method, path, sending);
  const body = sending.body === undefined ? null : JSON.stringify(sending.body);
  return fetch(`${loopback.baseUrl}/beta${path}`, { method, headers, body, signal: sending.signal ?? null });
}

function assignFree(small: SmallTenant, loopback: LoopbackTenant, signal?: AbortSignal): Promise<Response> {
  const body = { serialNumber: FREE.serialNumber, verificationCode: small.codeOf(FREE) };
  return send(loopback, 'POST', bySerialPath(AMY), { body, ...(signal ? { signal } : {}) });
}

describe('the tenant over real HTTP', () => {
  test('answers as it does without a socket', async () => {
    const small = createSmallTenant();
    const loopback = await start(small);
    const response = await send(loopback, 'GET', `/users/${AMY.id}?$select=id,department`);
    expect(await response.json()).toEqual({ id: AMY.id, department: 'Testing' });
    expect((await assignFree(small, loopback)).status).toBe(204);
    expect(small.statusOf(FREE)).toBe('activated');
    expect(loopback.tenant.violations()).toEqual([]);
  });

  test('hands on the headers of an answer', async () => {
    const loopback = await start();
    const response = await send(loopback, 'GET', '/users', { headers: { 'client-request-id': REQUEST_ID } });
    expect(response.headers.get('client-request-id')).toBe(REQUEST_ID);
    expect(response.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('leads to its next page itself', async () => {
    const loopback = await start();
    const page = await (await send(loopback, 'GET', '/users?$top=2')).json();
    expect(page['@odata.nextLink'].startsWith(`${loopback.baseUrl}/beta/users?`)).toBe(true);
  });
});

describe('what is recorded', () => {
  test('is method, path and status of each request, and no body', async () => {
    const small = createSmallTenant();
    const loopback = await start(small);
    const code = small.codeOf(FREE);
    await send(loopback, 'GET', '/nothing');
    await assignFree(small, loopback);
    expect(loopback.requests()).toEqual([
      { method: 'GET', path: '/beta/nothing', operation: null, status: 400 },
      { method: 'POST', path: `/beta${bySerialPath(AMY)}`, operation: ASSIGN, status: 204 },
    ]);
    expect(JSON.stringify(loopback.requests())).not.toContain(code);
  });

  test('counts the POSTs of an operation, answered or not', async () => {
    const small = createSmallTenant({ faults: [{ on: 'writes', times: 1, kind: 'dropRequest' }] });
    const loopback = await start(small);
    await Promise.allSettled([assignFree(small, loopback)]);
    await assignFree(small, loopback);
    await send(loopback, 'GET', methodsPath(AMY));
    expect(loopback.countPosts(ASSIGN)).toBe(2);
    expect(loopback.countPosts('activate')).toBe(0);
  });
});

describe('a line that is cut', () => {
  test.each([
    ['dropRequest', 'available'],
    ['dropAnswer', 'activated'],
  ] as const)('%s destroys the socket and leaves the token %s', async (kind, status) => {
    const small = createSmallTenant({ faults: [{ on: 'writes', times: 1, kind }] });
    const loopback = await start(small);
    await expect(assignFree(small, loopback)).rejects.toThrow(new TypeError('fetch failed'));
    expect(small.statusOf(FREE)).toBe(status);
    expect(loopback.requests().map((request) => request.status)).toEqual([null]);
  });
});

describe('an answer that is held back', () => {
  test('comes when it is released', async () => {
    const small = createSmallTenant();
    const loopback = await start(small);
    const held = loopback.holdNextAnswer(ASSIGN);
    const answered = assignFree(small, loopback);
    await held.reached;
    expect(small.statusOf(FREE)).toBe('activated');
    expect(loopback.requests().at(-1)?.status).toBeNull();
    held.release();
    expect((await answered).status).toBe(204);
  });

  test('lets other operations pass', async () => {
    const small = createSmallTenant();
    const loopback = await start(small);
    const held = loopback.holdNextAnswer(ASSIGN);
    const answered = assignFree(small, loopback);
    await held.reached;
    expect((await send(loopback, 'GET', methodsPath(AMY))).status).toBe(200);
    held.release();
    await answered;
  });

  test('finds its client gone in the middle of an activation, and the tenant lives on', async () => {
    const small = createSmallTenant();
    const loopback = await start(small);
    const held = loopback.holdNextAnswer(ASSIGN);
    const gone = new AbortController();
    const answered = assignFree(small, loopback, gone.signal);
    await held.reached;
    gone.abort();
    await expect(answered).rejects.toMatchObject({ name: 'AbortError' });
    held.release();
    const { value } = await (await send(loopback, 'GET', methodsPath(AMY))).json();
    expect(value.map(({ id }: { id: string }) => id)).toContain(FREE.deviceId);
  });

  test('does not keep the server from closing', async () => {
    const small = createSmallTenant();
    const loopback = await startLoopbackTenant(small.tenant);
    const held = loopback.holdNextAnswer(ASSIGN);
    const answered = assignFree(small, loopback);
    await held.reached;
    const [outcome] = await Promise.allSettled([answered, loopback.close()]);
    expect(outcome.status).toBe('rejected');
  });
});

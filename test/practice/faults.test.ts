import { describe, expect, test } from 'vitest';
import type { Fault } from '../../electron/practice/faults.ts';
import { bySerialPath, createSmallTenant, methodsPath, TOKENS, USERS, type SmallTenant } from './small-tenant.ts';

const { AMY } = USERS;
const { FREE } = TOKENS;

const DROP_REQUEST: Fault = { on: 'writes', times: 1, kind: 'dropRequest' };
const DROP_ANSWER: Fault = { on: 'writes', times: 1, kind: 'dropAnswer' };

function failing(more: Partial<Extract<Fault, { kind: 'fail' }>>): Fault {
  return { on: 'writes', times: 1, kind: 'fail', status: 500, acts: false, ...more };
}

function assignFree(small: SmallTenant): Promise<Response> {
  return small.assign(AMY, FREE, small.codeOf(FREE));
}

describe('a line that is cut', () => {
  test('before the request: the tenant does not act, and the promise rejects like fetch', async () => {
    const small = createSmallTenant({ faults: [DROP_REQUEST] });
    await expect(assignFree(small)).rejects.toThrow(new TypeError('fetch failed'));
    expect(small.statusOf(FREE)).toBe('available');
  });

  test('before the answer: the tenant acts all the same', async () => {
    const small = createSmallTenant({ faults: [DROP_ANSWER] });
    await expect(assignFree(small)).rejects.toThrow(new TypeError('fetch failed'));
    expect(small.statusOf(FREE)).toBe('activated');
  });
});

describe('a failing service', () => {
  test.each([500, 502, 503, 504] as const)('answers %i without acting', async (status) => {
    const small = createSmallTenant({ faults: [failing({ status })] });
    expect((await assignFree(small)).status).toBe(status);
    expect(small.statusOf(FREE)).toBe('available');
  });

  test.each([500, 502, 503, 504] as const)('answers %i and has acted', async (status) => {
    const small = createSmallTenant({ faults: [failing({ status, acts: true })] });
    expect((await assignFree(small)).status).toBe(status);
    expect(small.statusOf(FREE)).toBe('activated');
  });

  test.each([429, 503] as const)('%i says when to ask again', async (status) => {
    const small = createSmallTenant({ faults: [failing({ status, retryAfterSeconds: 17 })] });
    expect((await assignFree(small)).headers.get('retry-after')).toBe('17');
    expect((await assignFree(small)).status).toBe(204);
  });

  test('429 may leave out when to ask again', async () => {
    const small = createSmallTenant({ faults: [failing({ status: 429 })] });
    expect((await assignFree(small)).headers.has('retry-after')).toBe(false);
  });
});

describe('which requests a fault meets', () => {
  test('one on writes leaves reads alone', async () => {
    const { send } = createSmallTenant({ faults: [DROP_REQUEST] });
    expect((await send('GET', '/users')).status).toBe(200);
  });

  test('one on reads leaves writes alone', async () => {
    const small = createSmallTenant({ faults: [failing({ on: 'reads' })] });
    expect((await assignFree(small)).status).toBe(204);
    expect((await small.send('GET', methodsPath(AMY))).status).toBe(500);
  });

  test('one on reads leaves requests outside the table alone', async () => {
    const { send } = createSmallTenant({ faults: [failing({ on: 'reads' })] });
    expect((await send('GET', '/nothing')).status).toBe(400);
  });

  test('one on an operation leaves the others alone', async () => {
    const small = createSmallTenant({ faults: [failing({ on: 'listMethods' })] });
    expect((await small.send('GET', '/users')).status).toBe(200);
    expect((await small.send('GET', methodsPath(AMY))).status).toBe(500);
  });

  test('one with a number of times is used up, and the next in line follows', async () => {
    const { send } = createSmallTenant({
      faults: [failing({ on: 'any', times: 2 }), failing({ on: 'any', status: 504 })],
    });
    const statuses = [];
    for (let index = 0; index < 4; index++) statuses.push((await send('GET', '/users')).status);
    expect(statuses).toEqual([500, 500, 504, 200]);
  });

  test('an endless one stays until it is cleared, and meets requests outside the table too', async () => {
    const { tenant, send } = createSmallTenant({ faults: [{ on: 'any', times: Infinity, kind: 'dropRequest' }] });
    for (const path of ['/users', '/users', '/nothing']) await expect(send('GET', path)).rejects.toThrow(TypeError);
    tenant.setConditions({ faults: [] });
    expect((await send('GET', '/users')).status).toBe(200);
  });
});

describe('a slow tenant', () => {
  test('acts when the request comes and answers after the latency', async () => {
    const small = createSmallTenant({ latencyMs: 3_000 });
    const answered = assignFree(small);
    const { delayMs, end } = await small.firstDelay;
    expect(delayMs).toBe(3_000);
    expect(small.statusOf(FREE)).toBe('activated');
    end();
    expect((await answered).status).toBe(204);
  });

  test('lets go of a caller who gives up, and has acted', async () => {
    const small = createSmallTenant({ latencyMs: 3_000 });
    const giveUp = new AbortController();
    const body = { serialNumber: FREE.serialNumber, verificationCode: small.codeOf(FREE) };
    const answered = small.send('POST', bySerialPath(AMY), { body, signal: giveUp.signal });
    await small.firstDelay;
    giveUp.abort();
    await expect(answered).rejects.toMatchObject({ name: 'AbortError' });
    expect(small.statusOf(FREE)).toBe('activated');
  });
});

test('a request that was given up before it was sent never reaches the tenant', async () => {
  const { send, tenant } = createSmallTenant();
  await expect(send('GET', '/users', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  expect(tenant.countRequests('searchUsers')).toBe(0);
});

test('requests are counted by operation, whatever became of them', async () => {
  const small = createSmallTenant({ faults: [DROP_REQUEST, DROP_ANSWER] });
  await Promise.allSettled([assignFree(small), assignFree(small), assignFree(small)]);
  expect(small.tenant.countRequests('assignAndActivateBySerialNumber')).toBe(3);
  expect(small.tenant.countRequests('activate')).toBe(0);
});

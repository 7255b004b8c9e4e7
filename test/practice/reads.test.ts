import { describe, expect, test } from 'vitest';
import { createSmallTenant, methodsPath, TOKENS, USERS, type SmallTenant } from './small-tenant.ts';

const { AMY, BEN } = USERS;
const { FREE, BENS } = TOKENS;
const DEVICES = '/directory/authenticationMethodDevices/hardwareOathDevices';

async function readStatus({ send }: SmallTenant): Promise<unknown> {
  const { value } = await (await send('GET', methodsPath(AMY))).json();
  const method = value.find(({ id }: { id: string }) => id === FREE.deviceId);
  return method?.device.status;
}

describe("a user's methods", () => {
  test('have the token in `device`, and never its seed', async () => {
    const { send } = createSmallTenant();
    const response = await send('GET', methodsPath(BEN));
    expect(await response.json()).toEqual({
      value: [
        {
          id: BENS.deviceId,
          createdDateTime: null,
          device: {
            id: BENS.deviceId,
            displayName: null,
            serialNumber: 'BENS',
            manufacturer: 'Thales',
            model: 'OTP 110',
            secretKey: null,
            timeIntervalInSeconds: 30,
            hashFunction: 'hmacsha1',
            status: 'activated',
            lastUsedDateTime: null,
            assignedTo: { id: BEN.id, displayName: 'Ben' },
          },
        },
      ],
    });
  });

  test('say since when the user has them', async () => {
    const { assign, codeOf, send } = createSmallTenant();
    await assign(AMY, FREE, codeOf(FREE));
    const { value } = await (await send('GET', methodsPath(AMY))).json();
    expect(value[0]).toMatchObject({ id: FREE.deviceId, createdDateTime: '2026-11-22T10:00:00.000Z' });
  });
});

describe('the inventory', () => {
  test('is found by serial number, flat', async () => {
    const { send } = createSmallTenant();
    const response = await send('GET', `${DEVICES}?$filter=serialNumber eq 'FREE-256'`, { as: 'auditor' });
    expect((await response.json()).value).toMatchObject([
      { serialNumber: 'FREE-256', status: 'available', hashFunction: 'hmacsha256', assignedTo: null, secretKey: null },
    ]);
  });

  test('has no token of an unknown serial number', async () => {
    const { send } = createSmallTenant();
    const response = await send('GET', `${DEVICES}?$filter=serialNumber eq 'O''Nobody'`, { as: 'auditor' });
    expect(await response.json()).toEqual({ value: [] });
  });
});

describe('while reads lag behind writes', () => {
  test('a method appears only after the lag', async () => {
    const small = createSmallTenant({ readLagMs: 2_000 });
    await small.assign(AMY, FREE, small.codeOf(FREE));
    expect(small.statusOf(FREE)).toBe('activated');
    expect(await readStatus(small)).toBeUndefined();
    small.advance(1_999);
    expect(await readStatus(small)).toBeUndefined();
    small.advance(1);
    expect(await readStatus(small)).toBe('activated');
  });

  test('each older state is shown in its turn', async () => {
    const small = createSmallTenant({ readLagMs: 10_000 });
    await small.assign(AMY, FREE, small.codeOf(FREE, 5));
    small.advance(5_000);
    await small.activate(AMY, FREE, small.codeOf(FREE));
    expect(await readStatus(small)).toBeUndefined();
    small.advance(5_000);
    expect(await readStatus(small)).toBe('failedActivation');
    small.advance(5_000);
    expect(await readStatus(small)).toBe('activated');
  });

  test('writes are decided by what is true', async () => {
    const small = createSmallTenant({ readLagMs: 60_000 });
    await small.assign(AMY, FREE, small.codeOf(FREE));
    expect((await small.assign(USERS.EVE, FREE, small.codeOf(FREE))).status).toBe(400);
  });
});

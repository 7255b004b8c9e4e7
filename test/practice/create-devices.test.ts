import { describe, expect, test } from 'vitest';
import { computeCode } from '../../electron/practice/totp.ts';
import {
  bySerialPath,
  createSmallTenant,
  DEVICES_PATH,
  NEW_DEVICE,
  START_MS,
  TOKENS,
  USERS,
  type CallerName,
  type SmallTenant,
} from './small-tenant.ts';

const THIRTY_SECONDS = 30_000;

function createAll({ send }: SmallTenant, devices: readonly object[], as: CallerName = 'policy'): Promise<Response> {
  const value = devices.map((device, index) => ({ '@contentId': String(index + 1), ...device }));
  return send('PATCH', DEVICES_PATH, { as, body: { '@context': '#$delta', value } });
}

async function serialsOf({ send }: SmallTenant): Promise<readonly string[]> {
  const { value } = await (await send('GET', DEVICES_PATH, { as: 'policy' })).json();
  return value.map(({ serialNumber }: { serialNumber: string }) => serialNumber);
}

describe('one token', () => {
  test('is in the inventory from then on, as it was sent and without its seed', async () => {
    const small = createSmallTenant();
    const response = await small.send('POST', DEVICES_PATH, { as: 'policy', body: NEW_DEVICE });
    expect(response.status).toBe(201);
    const { secretKey: _seed, ...facts } = NEW_DEVICE;
    expect(await response.json()).toMatchObject({ ...facts, secretKey: null, status: 'available', assignedTo: null });
    expect(await serialsOf(small)).toContain('NEW-1');
  });

  test('is activated by the code of its seed', async () => {
    const small = createSmallTenant();
    await small.send('POST', DEVICES_PATH, { as: 'policy', body: { ...NEW_DEVICE, secretKey: 'GEZDGNBVGY3TQOJQ' } });
    const key = { secret: Buffer.from('1234567890'), hash: 'sha1', periodSeconds: 30 } as const;
    const verificationCode = computeCode(key, START_MS / THIRTY_SECONDS);
    const body = { serialNumber: 'NEW-1', verificationCode };
    expect((await small.send('POST', bySerialPath(USERS.AMY), { body })).status).toBe(204);
    expect(small.tenant.findAssignment('NEW-1')?.status).toBe('activated');
  });

  test.each(['desk', 'depot', 'auditor', 'self'] as const)('is not for a %s to create', async (as) => {
    const small = createSmallTenant();
    const response = await small.send('POST', DEVICES_PATH, { as, body: NEW_DEVICE });
    expect(response.status).toBe(403);
    expect((await createAll(small, [NEW_DEVICE], as)).status).toBe(403);
    expect(await serialsOf(small)).not.toContain('NEW-1');
  });

  test('with a field that no page has is outside the table', async () => {
    const small = createSmallTenant();
    const response = await small.send('POST', DEVICES_PATH, { as: 'policy', body: { ...NEW_DEVICE, pin: '0' } });
    expect((await response.json()).error.code).toBe('outsideTheTable');
    expect(small.tenant.violations().join()).not.toContain(NEW_DEVICE.secretKey);
  });
});

describe('a list', () => {
  const second = { ...NEW_DEVICE, serialNumber: 'NEW-2', timeIntervalInSeconds: 60, hashFunction: 'hmacsha256' };

  test('creates all of its tokens, in the form of the page', async () => {
    const small = createSmallTenant();
    const response = await createAll(small, [NEW_DEVICE, second]);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      value: [{ device: { serialNumber: 'NEW-1' } }, { device: { serialNumber: 'NEW-2', timeIntervalInSeconds: 60 } }],
    });
    expect(await serialsOf(small)).toEqual(expect.arrayContaining(['NEW-1', 'NEW-2']));
  });

  test.each([
    ['is there already', { ...second, serialNumber: TOKENS.FREE.serialNumber }],
    ['stands in it twice', NEW_DEVICE],
    ['lacks what is required', { serialNumber: 'NEW-2' }],
    ['has a number for a text', { ...second, model: 7 }],
  ])('with one that %s creates none, or all others', async (_what, faulty) => {
    const strict = createSmallTenant();
    expect((await createAll(strict, [NEW_DEVICE, faulty])).status).toBe(400);
    expect(await serialsOf(strict)).not.toContain('NEW-1');
    const lenient = createSmallTenant({ newDeviceLists: 'each' });
    const response = await createAll(lenient, [NEW_DEVICE, faulty]);
    expect(await response.json()).toMatchObject({
      value: [
        { device: { serialNumber: 'NEW-1' } },
        { '@contentId': '2', '@Core.DataModificationException': { responseCode: 400 } },
      ],
    });
    expect((await serialsOf(lenient)).filter((serial) => serial === 'NEW-1')).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { createSmallTenant, createToken, createUser, methodsPath, TOKENS, USERS } from './small-tenant.ts';

const { AMY, BEN, ADA } = USERS;
const { FREE, SLOW_PACED, SHA256, BENS, HALF_DONE } = TOKENS;

describe('assigning and activating by serial number', () => {
  test.each([FREE, SLOW_PACED, SHA256])('$serialNumber is activated by the code that it shows', async (token) => {
    const { assign, codeOf, tenant } = createSmallTenant();
    const response = await assign(AMY, token, codeOf(token));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(tenant.findAssignment(token.serialNumber)).toMatchObject({ status: 'activated', userId: AMY.id });
  });

  test.each([
    { token: FREE, laterMs: 59_999, status: 204 },
    { token: FREE, laterMs: 60_000, status: 400 },
    { token: SLOW_PACED, laterMs: 119_999, status: 204 },
    { token: SLOW_PACED, laterMs: 120_000, status: 400 },
  ])('a code of $token.serialNumber sent $laterMs ms after it appeared gets $status', async (row) => {
    const { assign, codeOf, advance } = createSmallTenant();
    const code = codeOf(row.token);
    advance(row.laterMs);
    expect((await assign(AMY, row.token, code)).status).toBe(row.status);
  });

  test('a user can be named by sign-in name, whatever the case', async () => {
    const { assign, codeOf, statusOf } = createSmallTenant();
    await assign({ ...AMY, id: 'AMY@Tenant.example' }, FREE, codeOf(FREE));
    expect(statusOf(FREE)).toBe('activated');
  });

  test('the token gets the name that was sent', async () => {
    const { send, codeOf, tenant } = createSmallTenant();
    const body = { serialNumber: FREE.serialNumber, verificationCode: codeOf(FREE), displayName: 'Amy’s token' };
    await send('POST', `${methodsPath(AMY)}/assignAndActivateBySerialNumber`, { body });
    expect(tenant.findAssignment(FREE.serialNumber)?.displayName).toBe('Amy’s token');
  });

  test('hardware tokens and authenticators count together towards five', async () => {
    const full = createSmallTenant();
    expect((await full.assign(BEN, FREE, full.codeOf(FREE))).status).toBe(400);
    await full.send('DELETE', `${methodsPath(BEN)}/${BENS.deviceId}`);
    expect((await full.assign(BEN, FREE, full.codeOf(FREE))).status).toBe(204);
  });

  test('a user with four methods can have the fifth', async () => {
    const users = [createUser('ann', { authenticatorCount: 4 })];
    const { assign, codeOf } = createSmallTenant({}, { users, tokens: [FREE] });
    expect((await assign({ ...AMY, id: 'id-ann' }, FREE, codeOf(FREE))).status).toBe(204);
  });

  test("an administrator's token takes a Privileged Authentication Administrator", async () => {
    const { assign, codeOf } = createSmallTenant();
    expect((await assign(ADA, FREE, codeOf(FREE), 'desk')).status).toBe(403);
    expect((await assign(ADA, FREE, codeOf(FREE), 'privileged')).status).toBe(204);
  });
});

describe('after a code that is not good', () => {
  test('the token stays with the user, and the next code activates it by its method', async () => {
    const { assign, activate, codeOf, tenant, advance } = createSmallTenant();
    await assign(AMY, FREE, codeOf(FREE, 5));
    expect(tenant.findAssignment(FREE.serialNumber)).toMatchObject({ status: 'failedActivation', userId: AMY.id });
    expect((await assign(AMY, FREE, codeOf(FREE))).status).toBe(400);
    advance(30_000);
    expect((await activate(AMY, FREE, codeOf(FREE))).status).toBe(204);
    expect(tenant.findAssignment(FREE.serialNumber)).toMatchObject({ status: 'activated', userId: AMY.id });
  });

  test('the token stays in the inventory where the tenant is switched so', async () => {
    const { assign, codeOf, statusOf } = createSmallTenant({ badCodeLeavesAssigned: false });
    await assign(AMY, FREE, codeOf(FREE, 5));
    expect(statusOf(FREE)).toBe('available');
    expect((await assign(AMY, FREE, codeOf(FREE))).status).toBe(204);
  });

  test('a token that was assigned before fails its activation either way', async () => {
    const { activate, codeOf, statusOf } = createSmallTenant({ badCodeLeavesAssigned: false });
    expect((await activate(AMY, HALF_DONE, codeOf(HALF_DONE, 5))).status).toBe(400);
    expect(statusOf(HALF_DONE)).toBe('failedActivation');
  });
});

test('a token that is only assigned is activated by its method', async () => {
  const { activate, codeOf, statusOf } = createSmallTenant();
  expect((await activate(AMY, HALF_DONE, codeOf(HALF_DONE))).status).toBe(204);
  expect(statusOf(HALF_DONE)).toBe('activated');
});

test('a code is accepted once, even when the token has been given back in between', async () => {
  const { assign, send, codeOf, advance } = createSmallTenant();
  const code = codeOf(FREE);
  await assign(AMY, FREE, code);
  await send('DELETE', `${methodsPath(AMY)}/${FREE.deviceId}`);
  expect((await assign(BEN, FREE, code)).status).toBe(400);
  await send('DELETE', `${methodsPath(BEN)}/${BENS.deviceId}`);
  expect((await assign(AMY, FREE, code)).status).toBe(400);
  advance(30_000);
  expect((await assign(AMY, FREE, code)).status).toBe(400);
});

test('an unassigned token goes back to the inventory', async () => {
  const { send, tenant } = createSmallTenant();
  const response = await send('DELETE', `${methodsPath(BEN)}/${BENS.deviceId}`);
  expect(response.status).toBe(204);
  expect(tenant.findAssignment(BENS.serialNumber)).toMatchObject({ status: 'available', userId: null });
});

test('the 201st activation within five minutes is told how long to wait', async () => {
  const tokens = Array.from({ length: 201 }, (_, index) => createToken(`T-${index}`, {}));
  const users = tokens.map(({ serialNumber }) => createUser(serialNumber.toLowerCase(), {}));
  const { assign, codeOf, advance } = createSmallTenant({}, { users, tokens });
  const activateNext = (index: number): Promise<Response> => {
    const token = tokens[index]!;
    return assign(users[index]!, token, codeOf(token));
  };
  for (let index = 0; index < 200; index++) {
    expect((await activateNext(index)).status).toBe(204);
    advance(1_000);
  }
  const refused = await activateNext(200);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('100');
  advance(100_000);
  expect((await activateNext(200)).status).toBe(204);
});

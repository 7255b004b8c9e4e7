import { expect, test } from 'vitest';
import { createSmallTenant, methodsPath, TOKENS, USERS, type CallerName } from './small-tenant.ts';

const METHODS = methodsPath(USERS.BEN);
const DEVICES = '/directory/authenticationMethodDevices/hardwareOathDevices';
const METHOD = `${METHODS}/${TOKENS.BENS.deviceId}`;

type Row = readonly [caller: CallerName, may: string, method: string, path: string, status: number];

const ROWS: readonly Row[] = [
  ['desk', 'read users', 'GET', '/users', 200],
  ['basic', 'read users', 'GET', '/users', 200],
  ['basic', 'filter by employee id', 'GET', "/users?$filter=employeeId eq 'no-amy'", 403],
  ['auditor', 'read users without the scope', 'GET', '/users', 403],
  ['auditor', 'read a user without the scope', 'GET', `/users/${USERS.AMY.id}`, 403],
  ['desk', 'read methods', 'GET', METHODS, 200],
  ['auditor', 'read methods', 'GET', METHODS, 200],
  ['roleless', 'read methods', 'GET', METHODS, 403],
  ['scopeless', 'read methods', 'GET', METHODS, 403],
  ['desk', 'take a token from its user', 'DELETE', METHOD, 204],
  ['privileged', 'take a token from its user', 'DELETE', METHOD, 204],
  ['auditor', 'take a token from its user', 'DELETE', METHOD, 403],
  ['roleless', 'take a token from its user', 'DELETE', METHOD, 403],
  ['scopeless', 'take a token from its user', 'DELETE', METHOD, 403],
  ['auditor', 'read the inventory', 'GET', DEVICES, 200],
  ['desk', 'read the inventory', 'GET', DEVICES, 403],
  ['roleless', 'read the inventory', 'GET', DEVICES, 403],
  ['scopeless', 'read the inventory', 'GET', DEVICES, 403],
];

test.each(ROWS)('the %s account asks to %s with %s %s: %i', async (as, _may, method, path, status) => {
  const { send } = createSmallTenant();
  expect((await send(method, path, { as })).status).toBe(status);
});

test('what the basic scope does not show comes as null', async () => {
  const { send } = createSmallTenant();
  const response = await send('GET', `/users/${USERS.AMY.id}?$select=displayName,department,employeeId`, {
    as: 'basic',
  });
  expect(await response.json()).toEqual({ displayName: 'Amy', department: null, employeeId: null });
});

test('an unknown user tells nothing to an account that may not write', async () => {
  const { send } = createSmallTenant();
  const path = `${methodsPath({ id: 'nobody' })}/any`;
  expect((await send('DELETE', path, { as: 'auditor' })).status).toBe(403);
  expect((await send('DELETE', path, { as: 'desk' })).status).toBe(404);
});

import { expect, test } from 'vitest';
import { REFUSALS } from '../../electron/practice/assumed-errors.ts';
import { createSmallTenant, methodsPath, TOKENS, USERS, type CallerName } from './small-tenant.ts';

const METHODS = methodsPath(USERS.BEN);
const DEVICES = '/directory/authenticationMethodDevices/hardwareOathDevices';
const METHOD = `${METHODS}/${TOKENS.BENS.deviceId}`;

const OWN = '/me/authentication/hardwareOathMethods';
const OWN_METHOD = `${OWN}/${TOKENS.HALF_DONE.deviceId}`;

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
  ['self', 'read oneself', 'GET', '/me', 200],
  ['auditor', 'read oneself without the scope', 'GET', '/me', 403],
  ['desk', 'read oneself, being none of the users', 'GET', '/me', 404],
  ['self', 'read other users', 'GET', `/users/${USERS.BEN.id}`, 403],
  ['self', 'read own methods', 'GET', OWN, 200],
  ['selfReader', 'read own methods', 'GET', OWN, 200],
  ['scopeless', 'read own methods', 'GET', OWN, 403],
  ['self', 'read the methods of others', 'GET', METHODS, 403],
  ['self', 'take the own token', 'DELETE', OWN_METHOD, 204],
  ['selfReader', 'take the own token', 'DELETE', OWN_METHOD, 403],
  ['self', 'take the token of another', 'DELETE', METHOD, 403],
  ['self', 'take a token of another as an own one', 'DELETE', `${OWN}/${TOKENS.BENS.deviceId}`, 404],
  ['self', 'read the inventory', 'GET', DEVICES, 403],
  ['depot', 'read the inventory', 'GET', DEVICES, 200],
  ['auditor', 'read one device', 'GET', `${DEVICES}/${TOKENS.BENS.deviceId}`, 200],
  ['auditor', 'read an unknown device', 'GET', `${DEVICES}/x`, 404],
  ['desk', 'read one device', 'GET', `${DEVICES}/${TOKENS.BENS.deviceId}`, 403],
  ['desk', 'deactivate', 'POST', `${METHOD}/deactivate`, 204],
  ['auditor', 'deactivate', 'POST', `${METHOD}/deactivate`, 403],
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

test('of oneself one sees everything', async () => {
  const { send } = createSmallTenant();
  const response = await send('GET', '/me?$select=displayName,employeeId', { as: 'self' });
  expect(await response.json()).toEqual({ displayName: 'Amy', employeeId: 'no-amy' });
});

test.each(['claimsWanted', 'mfaWanted', 'methodsDenied'] as const)(
  'where a fresh sign-in is wanted, writes about oneself are refused as %s, and reads and writes about others are not',
  async (freshSignIn) => {
    const { send, statusOf } = createSmallTenant({ freshSignIn });
    expect((await send('DELETE', OWN_METHOD, { as: 'self' })).status).toBe(REFUSALS[freshSignIn].status);
    expect(statusOf(TOKENS.HALF_DONE)).toBe('assigned');
    expect((await send('GET', OWN, { as: 'self' })).status).toBe(200);
    expect((await send('DELETE', METHOD)).status).toBe(204);
  },
);

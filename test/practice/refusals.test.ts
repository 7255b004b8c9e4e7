import { describe, expect, test } from 'vitest';
import { REFUSALS, type Situation } from '../../electron/practice/assumed-errors.ts';
import type { Fault } from '../../electron/practice/faults.ts';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import {
  assignToPath,
  bySerialPath,
  createSmallTenant,
  DEVICES_PATH,
  methodsPath,
  NEW_DEVICE,
  referenceTo,
  TOKENS,
  USERS,
  type SmallTenant,
} from './small-tenant.ts';

const { AMY, BEN, EVE, ADA, GUS } = USERS;
const photoPath = ({ id }: { readonly id: string }): string => `/users/${id}/photos/96x96/$value`;
const GUID = /^[0-9a-f-]{36}$/;

/** How each refusal comes about. A new row of the table without a way to it does not compile. */
const PROVOKE: Readonly<Record<Situation, (small: SmallTenant) => Promise<Response>>> = {
  authorizationMissing: ({ send }) => send('GET', '/users', { without: ['authorization'] }),
  signedOut: ({ send }) => send('GET', '/users', { as: 'stranger' }),
  claimsWanted: (small) => challenge(small, 401),
  claimsWantedForbidden: (small) => challenge(small, 403),
  mfaWanted: ({ tenant, send }) => {
    tenant.setConditions({ freshSignIn: 'mfaWanted' });
    return send('DELETE', `/me/authentication/hardwareOathMethods/${TOKENS.HALF_DONE.deviceId}`, { as: 'self' });
  },
  deviceUnknown: ({ send }) => send('POST', methodsPath(AMY), { body: { device: { id: 'nothing' } } }),
  referenceWrong: ({ send }) =>
    send('PUT', assignToPath(AMY, TOKENS.FREE), { body: { '@odata.id': referenceTo(BEN) } }),
  putNotFound: (small) => putUnknown(small, 'putNotFound'),
  putNotAllowed: (small) => putUnknown(small, 'putNotAllowed'),
  putNotImplemented: (small) => putUnknown(small, 'putNotImplemented'),
  batchTooLarge: ({ send }) =>
    send('POST', '/$batch', {
      body: { requests: Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: 'GET', url: '/users' })) },
    }),
  batchIdTwice: ({ send }) =>
    send('POST', '/$batch', {
      body: { requests: ['a', 'A'].map((id) => ({ id, method: 'GET', url: '/users' })) },
    }),
  methodNotActivated: ({ send }) => send('POST', `${methodsPath(AMY)}/${TOKENS.HALF_DONE.deviceId}/deactivate`),
  methodsDenied: ({ assign, codeOf }) => assign(ADA, TOKENS.FREE, codeOf(TOKENS.FREE)),
  directoryDenied: ({ send }) => send('GET', '/users', { as: 'scopeless' }),
  photoDenied: ({ send }) => send('GET', photoPath(AMY), { as: 'scopeless' }),
  photoUnknown: ({ send }) => send('GET', photoPath(GUS)),
  userUnknown: ({ send }) => send('GET', methodsPath({ id: 'nobody' })),
  methodUnknown: ({ activate, codeOf }) => activate(AMY, TOKENS.BENS, codeOf(TOKENS.BENS)),
  serialUnknown: ({ send }) =>
    send('POST', bySerialPath(AMY), { body: { serialNumber: 'free-30', verificationCode: '123456' } }),
  tokenTaken: ({ assign, codeOf }) => assign(AMY, TOKENS.BENS, codeOf(TOKENS.BENS)),
  tokenAlreadyTheirs: ({ assign, codeOf }) => assign(AMY, TOKENS.HALF_DONE, codeOf(TOKENS.HALF_DONE)),
  methodAlreadyActivated: ({ activate, codeOf }) => activate(BEN, TOKENS.BENS, codeOf(TOKENS.BENS)),
  guestRefused: ({ assign, codeOf }) => assign(GUS, TOKENS.FREE, codeOf(TOKENS.FREE)),
  fiveMethods: ({ assign, codeOf }) => assign(EVE, TOKENS.FREE, codeOf(TOKENS.FREE)),
  codeRejected: ({ assign, codeOf }) => assign(AMY, TOKENS.FREE, wrong(codeOf(TOKENS.FREE))),
  serialThere: (small) => create(small, { serialNumber: TOKENS.FREE.serialNumber }),
  deviceIncomplete: (small) => create(small, { model: undefined }),
  secretUnreadable: (small) => create(small, { secretKey: '6PJ4UKIW33NNXYZAEHQNFUFTZF7WFTF1' }),
  secretTooLong: (small) => create(small, { secretKey: 'A'.repeat(129) }),
  intervalNotTaken: (small) => create(small, { timeIntervalInSeconds: 45 }),
  hashNotTaken: (small) => create(small, { hashFunction: 'hmacsha512' }),
  listNotKnown: ({ tenant, send }) => {
    tenant.setConditions({ newDeviceLists: 'unknown' });
    const body = { '@context': '#$delta', value: [{ '@contentId': '1', ...NEW_DEVICE }] };
    return send('PATCH', DEVICES_PATH, { as: 'policy', body });
  },
  throttled: (small) => failWith(small, 429),
  internalError: (small) => failWith(small, 500),
  badGateway: (small) => failWith(small, 502),
  unavailable: (small) => failWith(small, 503),
  gatewayTimeout: (small) => failWith(small, 504),
};

describe('every refusal', () => {
  test.each(Object.entries(REFUSALS))('%s is an OData error with the status and code of its row', async (name, row) => {
    const small = createSmallTenant();
    const response = await PROVOKE[name as Situation](small);
    const { error } = await response.json();
    expect(response.status).toBe(row.status);
    expect(error).toEqual({
      code: row.code,
      message: row.message.replace('{resource}', 'nobody'),
      innerError: {
        date: '2026-11-22T10:00:00',
        'request-id': expect.stringMatching(GUID),
        'client-request-id': expect.stringMatching(GUID),
      },
    });
    expect(response.headers.get('request-id')).toBe(error.innerError['request-id']);
    expect(response.headers.get('client-request-id')).toBe(error.innerError['client-request-id']);
  });

  test.each(Object.entries(REFUSALS))('%s says where it was taken from', (_name, row) => {
    expect(row.source).not.toBe('');
  });
});

test.each([
  ['tokenTaken', 'BENS', 'activated'],
  ['tokenAlreadyTheirs', 'HALF_DONE', 'assigned'],
  ['guestRefused', 'FREE', 'available'],
  ['fiveMethods', 'FREE', 'available'],
  ['methodsDenied', 'FREE', 'available'],
] as const)('%s leaves the token as it was', async (situation, token, status) => {
  const small = createSmallTenant();
  await PROVOKE[situation](small);
  expect(small.statusOf(TOKENS[token])).toBe(status);
});

function challenge({ tenant, send }: SmallTenant, status: 401 | 403): Promise<Response> {
  tenant.setConditions({ faults: [{ on: 'reads', times: 1, kind: 'challenge', status }] });
  return send('GET', '/users');
}

function putUnknown({ tenant, send }: SmallTenant, situation: Conditions['putUnknown']): Promise<Response> {
  tenant.setConditions({ putUnknown: situation });
  return send('PUT', assignToPath(AMY, TOKENS.FREE), { body: { '@odata.id': referenceTo(AMY) } });
}

function create({ send }: SmallTenant, change: Readonly<Record<string, unknown>>): Promise<Response> {
  return send('POST', DEVICES_PATH, { as: 'policy', body: { ...NEW_DEVICE, ...change } });
}

function wrong(code: string): string {
  return code.startsWith('9') ? `0${code.slice(1)}` : `9${code.slice(1)}`;
}

function failWith(
  { tenant, send }: SmallTenant,
  status: Extract<Fault, { kind: 'fail' }>['status'],
): Promise<Response> {
  tenant.setConditions({ faults: [{ on: 'reads', times: 1, kind: 'fail', status, acts: false }] });
  return send('GET', '/users');
}

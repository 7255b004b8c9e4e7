import { describe, expect, test } from 'vitest';
import { describeShape } from '../../../build/tenant-check/body-shape.ts';
import { noteHeaders } from '../../../build/tenant-check/header-notes.ts';
import { createRedactor } from '../../../build/tenant-check/redactor.ts';
import { redactPath } from '../../../build/tenant-check/request-line.ts';
import { findDevicesRequest } from '../../../electron/core/graph-device-request.ts';
import { listMethodsRequest } from '../../../electron/core/graph-method-request.ts';
import { searchUsersRequest } from '../../../electron/core/graph-request.ts';

const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const shape = (body: unknown) => describeShape(body, createRedactor([]));

describe('the shape of a body', () => {
  test('shows types, and the words of the documents', () => {
    expect(
      shape({
        status: 'failedActivation',
        hashFunction: 'hmacsha256',
        timeIntervalInSeconds: 60,
        '@odata.type': '#microsoft.graph.hardwareOathAuthenticationMethod',
        secretKey: null,
        isUsable: true,
        '@odata.count': 12_345,
        displayName: '',
        createdDateTime: '2026-11-24T10:00:00Z',
        lastUsedDateTime: '2026-11-24T10:00:00',
      }),
    ).toEqual({
      status: 'failedActivation',
      hashFunction: 'hmacsha256',
      timeIntervalInSeconds: 60,
      '@odata.type': '#microsoft.graph.hardwareOathAuthenticationMethod',
      secretKey: '<null>',
      isUsable: '<boolean>',
      '@odata.count': '<number>',
      displayName: '<empty text>',
      createdDateTime: '<date-time>',
      lastUsedDateTime: '<date-time without zone>',
    });
  });

  test('hides what is in no document, even where it looks like a word of one', () => {
    expect(shape({ status: 'pendingSomething', state: 'Adele', timeIntervalInSeconds: 4711 })).toEqual({
      status: '<text-1>',
      state: '<text-2>',
      timeIntervalInSeconds: '<number>',
    });
  });

  test('gives the same value the same placeholder, whatever it stands under', () => {
    expect(shape({ id: GUID, device: { id: GUID, serialNumber: 'A1' }, serialNumber: 'a1' })).toEqual({
      id: '<guid-1>',
      device: { id: '<guid-1>', serialNumber: '<serial-1>' },
      serialNumber: '<serial-1 in another letter case>',
    });
  });

  test('knows names and addresses by what they stand under', () => {
    expect(
      shape({ displayName: 'Adele', userPrincipalName: 'a@b.example', mail: 'c@d.example', jobTitle: 'x' }),
    ).toEqual({
      displayName: '<name-1>',
      userPrincipalName: '<upn-1>',
      mail: '<mail-1>',
      jobTitle: '<text-1>',
    });
  });

  test('shows how long a list is, and its first items', () => {
    expect(shape({ value: [1, 2, 3, 4, 5].map(() => ({ a: null })) })).toEqual({
      value: ['<list of 5>', { a: '<null>' }, { a: '<null>' }, { a: '<null>' }],
    });
  });

  test('hides keys that are made of somebody’s data', () => {
    expect(shape({ [GUID]: 1, 'a@b.example': 2, 'value@odata.count': 3, 'Adele Vance': 4, SN12345: 5 })).toEqual({
      '<key-1>': '<number>',
      '<key-2>': '<number>',
      'value@odata.count': '<number>',
      '<key-3>': '<number>',
      '<key-4>': '<number>',
    });
  });

  test('does not go deeper than anybody reads', () => {
    let body: unknown = 'end';
    for (let depth = 0; depth < 50; depth += 1) body = { a: body };
    expect(JSON.stringify(shape(body))).toMatch(/"<deeper>"\}+$/);
  });
});

describe('the headers of an answer', () => {
  const note = (headers: Readonly<Record<string, string>>) => noteHeaders(new Map(Object.entries(headers)));

  test('are noted as there, and those of throttling with their numbers', () => {
    expect(
      note({ 'request-id': GUID, 'retry-after': '12', 'x-ms-resource-unit': '2', 'set-cookie': 'a=b', server: 'x' }),
    ).toEqual({ 'request-id': '<there>', 'retry-after': '12', 'x-ms-resource-unit': '2' });
  });

  test.each(['Tue, 24 Nov 2026 10:00:00 GMT', '123456', 'abc'])('show no number that is none: %s', (value) => {
    expect(note({ 'retry-after': value })).toEqual({ 'retry-after': '<there, no number>' });
  });

  test('of a challenge name what the next token must hold, and no values', () => {
    const claims = Buffer.from(
      JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' }, 'a@b.example': 1 } }),
    );
    const value = `Bearer realm="", authorization_uri="https://login.example/${GUID}", error="insufficient_claims", claims="${claims.toString('base64')}"`;
    expect(note({ 'www-authenticate': value })).toEqual({
      'www-authenticate': {
        scheme: 'Bearer',
        error: 'insufficient_claims',
        claims: ['access_token.acrs.essential', 'access_token.acrs.value', 'access_token.<name>'],
      },
    });
  });

  test('of a challenge without claims say so', () => {
    expect(note({ 'www-authenticate': 'Bearer error="something_else"' })).toEqual({
      'www-authenticate': { scheme: 'Bearer', error: null, claims: null },
    });
  });
});

describe('the address of a request', () => {
  const redactor = createRedactor([{ kind: 'serial', value: "A'1" }]);

  test.each([
    [listMethodsRequest(GUID).path, '/users/<guid-1>/authentication/hardwareOathMethods'],
    [listMethodsRequest('adele@contoso.example').path, '/users/<text-1>/authentication/hardwareOathMethods'],
    [
      findDevicesRequest("A'1").path,
      "/directory/authenticationMethodDevices/hardwareOathDevices?$filter=serialNumber eq '<serial-1>'",
    ],
    [
      searchUsersRequest('Adele').path,
      '/users?$search=<text>&$select=id,displayName,userPrincipalName,mail,department,jobTitle,employeeId&$top=10&$count=true',
    ],
    ['/users?$skiptoken=abc&adele=1&$select=Adele', '/users?$skiptoken=<text>&<name>=<text>&$select=<text>'],
  ])('%s', (path, expected) => {
    expect(redactPath(path, redactor)).toBe(expected);
  });
});

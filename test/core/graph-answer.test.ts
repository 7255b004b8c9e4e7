import { describe, expect, test } from 'vitest';
import { parseMethodList, parseUserList } from '../../electron/core/graph-answer.ts';

const ANN = {
  id: 'u1',
  displayName: 'Ann Example',
  userPrincipalName: 'ann@example.com',
  mail: 'ann@example.com',
  department: 'Finance',
  jobTitle: 'Controller',
  employeeId: '004711',
};

function methods(...value: readonly object[]): unknown {
  const parsed = parseMethodList({ '@odata.context': 'x', value });
  return parsed.ok ? parsed.value : parsed.problem;
}

describe('the list of a user\u2019s methods', () => {
  // Source: Graph beta, "List hardwareOathAuthenticationMethods" (nested), and what field tools read (flat).
  test.each([
    ['nested', { id: 'm1', device: { id: 'm1', serialNumber: '00040008CFA5', status: 'activated' } }],
    ['flat', { id: 'm1', serialNumber: '00040008CFA5', status: 'activated' }],
    [
      'nested beside empty flat fields',
      { id: 'm1', serialNumber: null, status: null, device: { serialNumber: '00040008CFA5', status: 'activated' } },
    ],
    ['flat beside an empty device', { id: 'm1', serialNumber: '00040008CFA5', status: 'activated', device: {} }],
    ['flat beside no device', { id: 'm1', serialNumber: '00040008CFA5', status: 'activated', device: null }],
    [
      'nested, with more fields than we know',
      {
        id: 'm1',
        createdDateTime: null,
        device: { serialNumber: '00040008CFA5', status: 'activated', secretKey: null, timeIntervalInSeconds: 30 },
      },
    ],
  ])('is read %s', (_, method) => {
    expect(methods(method)).toEqual([{ methodId: 'm1', serialNumber: '00040008CFA5', status: 'activated' }]);
  });

  test('the device is believed before the flat fields', () => {
    const device = { serialNumber: '20033752', status: 'assigned' };
    expect(methods({ id: 'm1', serialNumber: '60234567', status: 'activated', device })).toEqual([
      { methodId: 'm1', serialNumber: '20033752', status: 'assigned' },
    ]);
  });

  test.each([
    { id: 'm1' },
    { id: 'm1', device: null },
    { id: 'm1', device: {} },
    { id: 'm1', device: { status: null } },
  ])('a method of which nothing is told is kept without a serial number: %j', (method) => {
    expect(methods(method)).toEqual([{ methodId: 'm1', serialNumber: null, status: 'unknown' }]);
  });

  test.each([
    ['available', 'available'],
    ['assigned', 'assigned'],
    ['activated', 'activated'],
    ['failedActivation', 'failedActivation'],
    ['unknownFutureValue', 'unknown'],
    ['suspended', 'unknown'],
    ['Activated', 'unknown'],
    ['', 'unknown'],
    ['__proto__', 'unknown'],
  ])('status %j is %s', (status, expected) => {
    expect(methods({ id: 'm1', device: { status } })).toEqual([
      { methodId: 'm1', serialNumber: null, status: expected },
    ]);
  });

  test('several methods keep their order, and none at all is an empty list', () => {
    expect(methods({ id: 'b' }, { id: 'a' })).toMatchObject([{ methodId: 'b' }, { methodId: 'a' }]);
    expect(methods()).toEqual([]);
  });

  test.each([
    null,
    '',
    '<html>',
    [],
    {},
    { value: null },
    { value: {} },
    { value: [{}] },
    { value: [{ id: '' }] },
    { value: [{ id: 7 }] },
  ])('%j is no list of methods, which is not the same as an empty one', (body) => {
    expect(parseMethodList(body)).toEqual({
      ok: false,
      problem: { code: 'graph-failing', detail: 'unexpected shape of a method list' },
    });
  });

  test('a serial number that is a number is refused: its zeros would be gone', () => {
    expect(parseMethodList({ value: [{ id: 'm1', device: { serialNumber: 40008 } }] }).ok).toBe(false);
  });
});

describe('the list of people', () => {
  test('is read in its order, with the fields that are shown and no others', () => {
    const bob = { ...ANN, id: 'u2', mail: null, department: null, jobTitle: null, employeeId: null };
    const parsed = parseUserList({ value: [bob, { ...ANN, businessPhones: ['1'], '@odata.type': 'x' }] });
    expect(parsed).toEqual({ ok: true, value: { users: [bob, ANN], more: false } });
  });

  test('fields that the operator\u2019s rights hide are null', () => {
    const parsed = parseUserList({ value: [{ id: 'u1', userPrincipalName: 'ann@example.com' }] });
    expect(parsed.ok && parsed.value.users[0]).toEqual({
      id: 'u1',
      displayName: 'ann@example.com',
      userPrincipalName: 'ann@example.com',
      mail: null,
      department: null,
      jobTitle: null,
      employeeId: null,
    });
  });

  test('a person without a name is shown by the sign-in name', () => {
    const parsed = parseUserList({ value: [{ ...ANN, displayName: null }] });
    expect(parsed.ok && parsed.value.users[0]?.displayName).toBe('ann@example.com');
  });

  test('an employee id keeps its zeros', () => {
    const parsed = parseUserList({ value: [ANN] });
    expect(parsed.ok && parsed.value.users[0]?.employeeId).toBe('004711');
  });

  test('a next link says that there are more', () => {
    const parsed = parseUserList({
      value: [ANN],
      '@odata.nextLink': 'https://graph.microsoft.com/beta/users?$skiptoken=x',
    });
    expect(parsed.ok && parsed.value.more).toBe(true);
  });

  test('somebody without a sign-in name is left out and hides nobody', () => {
    expect(parseUserList({ value: [{ id: 'room-1', displayName: 'Room' }, ANN] })).toMatchObject({
      value: { users: [{ id: ANN.id }] },
    });
  });

  test('nobody is an empty list', () => {
    expect(parseUserList({ value: [] })).toEqual({ ok: true, value: { users: [], more: false } });
  });

  test.each([null, 'x', {}, { value: 'x' }, { value: [{ ...ANN, id: '' }] }, { value: [{ ...ANN, mail: 1 }] }])(
    '%j is no list of people',
    (body) => {
      expect(parseUserList(body)).toEqual({
        ok: false,
        problem: { code: 'graph-failing', detail: 'unexpected shape of a user list' },
      });
    },
  );
});

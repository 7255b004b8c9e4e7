import { describe, expect, test } from 'vitest';
import { parseDeviceList, parseDevicePage } from '../../electron/core/graph-device-answer.ts';
import { parseUser } from '../../electron/core/graph-answer.ts';

const FIELDS = {
  serialNumber: '00040008CFA5',
  manufacturer: 'Thales',
  model: 'OTP 110',
  timeIntervalInSeconds: 30,
  status: 'assigned',
  assignedTo: { id: 'u1', displayName: 'Ann' },
};
const DEVICE = {
  deviceId: 'd1',
  serialNumber: '00040008CFA5',
  manufacturer: 'Thales',
  model: 'OTP 110',
  periodSeconds: 30,
  status: 'assigned',
  assignedTo: { id: 'u1', displayName: 'Ann' },
};
const UNTOLD = { serialNumber: null, manufacturer: null, model: null, periodSeconds: null, assignedTo: null };

function devices(...value: readonly unknown[]): unknown {
  const parsed = parseDeviceList({ value });
  return parsed.ok ? parsed.value : parsed.problem;
}

describe('a token of the inventory', () => {
  // Source: Graph beta, "List hardwareOathDevices" (nested), the metadata and what field tools read (flat).
  test.each([
    ['flat', { id: 'd1', ...FIELDS }],
    ['nested', { id: 'd1', device: { id: 'd1', ...FIELDS } }],
    ['nested, the device without an id', { id: 'd1', device: FIELDS }],
    ['nested under another id', { id: 'x', device: { id: 'd1', ...FIELDS } }],
    ['flat beside an empty device', { id: 'd1', ...FIELDS, device: {} }],
    ['flat beside no device', { id: 'd1', ...FIELDS, device: null }],
    ['nested beside empty flat fields', { id: 'd1', serialNumber: null, assignedTo: null, device: FIELDS }],
    [
      'with a holder outside and one without an id inside',
      { id: 'd1', ...FIELDS, device: { assignedTo: { id: null } } },
    ],
    ['with the holder outside', { id: 'd1', device: { ...FIELDS, assignedTo: null }, assignedTo: FIELDS.assignedTo }],
  ])('is read %s', (_, device) => {
    expect(devices(device)).toEqual([DEVICE]);
  });

  test.each([
    [{ id: 'd1' }, {}],
    [{ id: 'd1', device: null, assignedTo: null, timeIntervalInSeconds: null }, {}],
    [{ id: 'd1', assignedTo: {} }, {}],
    [{ id: 'd1', assignedTo: { id: null, displayName: 'Ann' } }, {}],
    [{ id: 'd1', assignedTo: { id: 'u1' } }, { assignedTo: { id: 'u1', displayName: null } }],
    [{ id: 'd1', timeIntervalInSeconds: 60 }, { periodSeconds: 60 }],
  ])('of which little is told is kept: %j', (device, told) => {
    expect(devices(device)).toEqual([{ deviceId: 'd1', ...UNTOLD, status: 'unknown', ...told }]);
  });

  test.each(['available', 'assigned', 'activated', 'failedActivation'])(
    'may be %s, also when just assigned',
    (status) => {
      expect(devices({ id: 'd1', status, assignedTo: { id: 'u1' } })).toMatchObject([
        { status, assignedTo: { id: 'u1' } },
      ]);
    },
  );

  test.each(['unknownFutureValue', 'revoked', 'constructor', 'Activated', ''])(
    'may be %j, which is unknown',
    (status) => {
      expect(devices({ id: 'd1', status })).toMatchObject([{ status: 'unknown' }]);
    },
  );

  test.each([
    null,
    {},
    { value: null },
    { value: [{}] },
    { value: [{ id: '' }] },
    { value: [{ id: 'd1', timeIntervalInSeconds: '30' }] },
    { value: [{ id: 'd1', serialNumber: 7 }] },
    { value: [], '@odata.nextLink': '' },
    { value: [], '@odata.nextLink': 7 },
  ])('%j is no list of devices', (body) => {
    const problem = { code: 'graph-failing', detail: 'unexpected shape of a device list' };
    expect(parseDevicePage(body)).toEqual({ ok: false, problem });
    expect(parseDeviceList(body)).toEqual({ ok: false, problem });
  });
});

describe('a page of the inventory', () => {
  const next = 'https://graph.microsoft.com/beta/x?$skiptoken=1';

  test('tells the next one, or that it is the last', () => {
    const page = { devices: [], nextPage: next };
    expect(parseDevicePage({ value: [], '@odata.nextLink': next })).toEqual({ ok: true, value: page });
    expect(parseDevicePage({ value: [] })).toEqual({ ok: true, value: { devices: [], nextPage: null } });
    expect(parseDevicePage({ value: [], '@odata.nextLink': null })).toMatchObject({ value: { nextPage: null } });
  });

  test('that is empty and not the last does not say that there is no such token', () => {
    expect(parseDeviceList({ value: [], '@odata.nextLink': next })).toMatchObject({
      ok: false,
      problem: { code: 'graph-failing' },
    });
    expect(parseDeviceList({ value: [{ id: 'd1' }], '@odata.nextLink': next })).toMatchObject({ ok: true });
    expect(parseDeviceList({ value: [] })).toEqual({ ok: true, value: [] });
  });
});

describe('one person', () => {
  test('is read like one of a list', () => {
    expect(parseUser({ id: 'u1', displayName: null, userPrincipalName: 'ann@example.com' })).toEqual({
      ok: true,
      value: {
        id: 'u1',
        displayName: 'ann@example.com',
        userPrincipalName: 'ann@example.com',
        mail: null,
        department: null,
        jobTitle: null,
        employeeId: null,
      },
    });
  });

  test.each([null, {}, { id: 'u1' }, { id: '', userPrincipalName: 'x' }, { value: [] }])('%j is nobody', (body) => {
    const problem = { code: 'graph-failing', detail: 'unexpected shape of a user' };
    expect(parseUser(body)).toEqual({ ok: false, problem });
  });
});

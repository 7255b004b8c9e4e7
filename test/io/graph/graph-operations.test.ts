import { describe, expect, test } from 'vitest';
import { SELF, type NewDevice } from '../../../electron/core/graph-port.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { PRACTICE_DATA } from '../../../electron/practice/practice-data.ts';
import {
  ADMIN_TARGET,
  DESK_AGENT,
  FIVE_METHODS,
  FORMER_COLLEAGUE,
  GUEST,
  PRACTICE_PEOPLE,
  SELF_SERVER,
  TOKEN_HOLDER,
} from '../../../electron/practice/practice-people.ts';
import type { OperationName } from '../../../electron/practice/surface.ts';
import { openOperationsDesk, SERIAL, type OperationsDesk, type DeskConditions } from './open-operations-desk.ts';

const HELD_SERIAL = '60234567';
const ANNA = PRACTICE_PEOPLE[0]?.id ?? '';
const INVENTORY = PRACTICE_DATA.tokens.filter(({ isLegacy }) => !isLegacy);
const deviceOf = (serial: string): string =>
  INVENTORY.find(({ serialNumber }) => serialNumber === serial)?.deviceId ?? '';
const DEVICE = deviceOf(SERIAL);
const HELD = deviceOf(HELD_SERIAL);

const DONE = { kind: 'done' };
const METHOD = { methodId: DEVICE, serialNumber: SERIAL, status: 'assigned' };
const HELD_METHOD = { methodId: HELD, serialNumber: HELD_SERIAL, status: 'activated' };

function newDevice(serialNumber: string): NewDevice {
  const secretKey = new Secret('6PJ4UKIW33NNXYZAEHQNFUFTZF7WFTFB');
  const facts = { manufacturer: 'Contoso', model: 'Card', periodSeconds: 60, hashFunction: 'hmacsha256' } as const;
  return { serialNumber, ...facts, secretKey };
}

type Case = { readonly run: (desk: OperationsDesk) => Promise<unknown>; readonly outcome: unknown } & DeskConditions;

/** What the client does with each operation; `null`: it never asks for it. A new operation does not compile without. */
const CASES: Readonly<Record<OperationName, Case | null>> = {
  searchUsers: {
    run: ({ graph }) => graph.searchUsers('okafor'),
    outcome: { kind: 'read', value: { users: [{ displayName: 'Robert "Bob" Okafor' }], more: false } },
  },
  readUser: {
    run: ({ graph }) => graph.readUser(GUEST.userPrincipalName),
    outcome: { kind: 'read', value: { id: GUEST.id } },
  },
  readMe: {
    run: ({ graph }) => graph.readMe(),
    as: 'selfService',
    outcome: { kind: 'read', value: { id: SELF_SERVER.id, employeeId: SELF_SERVER.employeeId } },
  },
  readPhoto: {
    run: async ({ graph }) => [await graph.readPhoto(ANNA), await graph.readPhoto(GUEST.id)],
    outcome: [
      { kind: 'read', value: { contentType: 'image/png', bytes: expect.any(Uint8Array) } },
      { kind: 'read', value: null },
    ],
  },
  listMemberships: {
    run: async ({ graph }) => [await graph.listRoles(DESK_AGENT.id), await graph.listRoles(SELF)],
    as: 'privileged',
    outcome: [
      { kind: 'read', value: [{ displayName: 'Authentication Administrator', roleTemplateId: expect.any(String) }] },
      { kind: 'read', value: { length: ADMIN_TARGET.roles.length } },
    ],
  },
  listAllMethods: {
    run: ({ graph }) =>
      graph.lookAhead({ userId: FIVE_METHODS.id, serialNumber: SERIAL, parts: ['authenticators', 'account'] }),
    as: 'classic',
    outcome: {
      methods: { kind: 'read', value: [] },
      account: { kind: 'read', value: { isGuest: false, isEnabled: true } },
      roles: null,
      authenticators: { kind: 'read', value: 5 },
      devices: null,
    },
  },
  listMethods: {
    run: ({ graph }) => graph.listOathMethods(TOKEN_HOLDER.id),
    outcome: { kind: 'read', value: [HELD_METHOD] },
  },
  assign: {
    run: async ({ graph }) => [
      await graph.assign({ userId: ANNA, deviceId: DEVICE, attempt: 1 }),
      await graph.listOathMethods(ANNA),
    ],
    conditions: { putUnknown: 'putNotFound' },
    outcome: [DONE, { kind: 'read', value: [METHOD] }],
  },
  assignByReference: {
    run: async ({ graph }) => [
      await graph.assign({ userId: ANNA, deviceId: DEVICE, attempt: 1 }),
      await graph.assign({ userId: ANNA, deviceId: DEVICE, attempt: 2 }),
      await graph.listOathMethods(ANNA),
    ],
    outcome: [DONE, DONE, { kind: 'read', value: [METHOD] }],
  },
  assignAndActivate: {
    run: ({ graph, code }) =>
      graph.assignAndActivate({
        userId: ANNA,
        deviceId: DEVICE,
        verificationCode: code(),
        displayName: 'Token',
        attempt: 1,
      }),
    outcome: DONE,
  },
  assignAndActivateBySerialNumber: {
    run: ({ graph, code }) =>
      graph.assignAndActivateBySerialNumber({
        userId: SELF,
        serialNumber: SERIAL,
        verificationCode: code(),
        displayName: 'My token',
        attempt: 1,
      }),
    as: 'selfService',
    outcome: DONE,
  },
  activate: {
    run: async ({ graph, code }) => {
      await graph.assign({ userId: ANNA, deviceId: DEVICE, attempt: 1 });
      const verificationCode = code();
      return graph.activate({ userId: ANNA, methodId: DEVICE, verificationCode, displayName: 'Token', attempt: 1 });
    },
    outcome: DONE,
  },
  deactivate: {
    run: async ({ graph }) => [
      await graph.deactivate({ userId: TOKEN_HOLDER.id, methodId: HELD, attempt: 1 }),
      await graph.deactivate({ userId: TOKEN_HOLDER.id, methodId: HELD, attempt: 1 }),
      await graph.listOathMethods(TOKEN_HOLDER.id),
    ],
    outcome: [
      DONE,
      { kind: 'refused', problem: { code: 'token-not-activated', detail: expect.stringContaining('not activated') } },
      { kind: 'read', value: [{ ...HELD_METHOD, status: 'assigned' }] },
    ],
  },
  unassign: {
    run: async ({ graph }) => [
      await graph.unassign({ userId: TOKEN_HOLDER.id, methodId: HELD, attempt: 1 }),
      await graph.unassign({ userId: TOKEN_HOLDER.id, methodId: HELD, attempt: 1 }),
      await graph.findDevices(HELD_SERIAL),
    ],
    outcome: [
      DONE,
      { kind: 'refused', problem: { code: 'method-unknown' } },
      { kind: 'read', value: [{ deviceId: HELD, status: 'available', assignedTo: null }] },
    ],
  },
  listDevices: {
    run: async ({ graph }) => {
      const first = await graph.listDevices(null);
      const next = first.kind === 'read' ? first.value.nextPage : null;
      return [first, await graph.listDevices(next), await graph.findDevices('nothing')];
    },
    conditions: { devicePageSize: 9 },
    outcome: [
      { kind: 'read', value: { nextPage: expect.stringContaining('skiptoken') } },
      { kind: 'read', value: { devices: { length: INVENTORY.length - 9 }, nextPage: null } },
      { kind: 'read', value: [] },
    ],
  },
  readDevice: null,
  createDevice: {
    run: ({ graph }) => graph.createDevices([newDevice('NEW-1'), newDevice(SERIAL)]),
    as: 'trainee',
    conditions: { newDeviceLists: 'unknown' },
    outcome: [DONE, { kind: 'refused', problem: { code: 'device-there' } }],
  },
  createDevices: {
    run: async ({ graph }) => [
      await graph.createDevices([newDevice('NEW-1'), newDevice('NEW-2')]),
      await graph.findDevices('NEW-2'),
    ],
    as: 'trainee',
    outcome: [
      [DONE, DONE],
      { kind: 'read', value: [{ serialNumber: 'NEW-2', status: 'available', periodSeconds: 60 }] },
    ],
  },
  batch: {
    run: async ({ graph }) => [
      await graph.assignMany([
        { userId: ANNA, deviceId: DEVICE, attempt: 1 },
        { userId: ANNA, deviceId: HELD, attempt: 1 },
      ]),
      await graph.listOathMethodsOfMany([TOKEN_HOLDER.id, 'nobody', ANNA]),
    ],
    outcome: [
      [DONE, { kind: 'refused', problem: { code: 'token-taken' } }],
      [
        { kind: 'read', value: [HELD_METHOD] },
        { kind: 'failed', problem: { code: 'user-unknown' } },
        { kind: 'read', value: [METHOD] },
      ],
    ],
  },
};

const OPERATIONS = Object.entries(CASES).flatMap(([name, one]) =>
  one ? [{ name: name as OperationName, ...one }] : [],
);

describe.each(['HTTP', 'nothing'] as const)('over %s', (over) => {
  test.each(OPERATIONS)('$name comes to what the tenant did', async ({ name, run, outcome, as, conditions }) => {
    const desk = await openOperationsDesk(over, { ...(as ? { as } : {}), ...(conditions ? { conditions } : {}) });
    expect(await run(desk)).toMatchObject(outcome as object);
    expect(desk.tenant.countRequests(name)).toBeGreaterThan(0);
  });

  test('the whole inventory is read page by page, each device once', async () => {
    const { graph } = await openOperationsDesk(over, { conditions: { devicePageSize: 4 } });
    const serials: (string | null)[] = [];
    let page: string | null = null;
    do {
      const outcome = await graph.listDevices(page);
      if (outcome.kind === 'failed') throw new Error(outcome.problem.code);
      serials.push(...outcome.value.devices.map(({ serialNumber }) => serialNumber));
      page = outcome.value.nextPage;
    } while (page !== null);
    expect(serials).toEqual(INVENTORY.map(({ serialNumber }) => serialNumber));
  });

  test.each(['claimsWanted', 'mfaWanted', 'methodsDenied'] as const)(
    'a write about oneself that wants a fresh sign-in, told as %s, is told from a denial',
    async (freshSignIn) => {
      const { graph, code } = await openOperationsDesk(over, { as: 'selfService', conditions: { freshSignIn } });
      const verificationCode = code();
      const call = { userId: SELF, serialNumber: SERIAL, verificationCode, displayName: 'My token', attempt: 1 };
      expect(await graph.assignAndActivateBySerialNumber(call)).toMatchObject({
        kind: 'refused',
        problem: { code: 'fresh-sign-in-wanted' },
      });
    },
  );

  test('one challenge is answered without anybody noticing', async () => {
    const { graph, tenant } = await openOperationsDesk(over, {
      conditions: { faults: [{ on: 'writes', times: 1, kind: 'challenge', status: 401 }] },
    });
    expect(await graph.assign({ userId: ANNA, deviceId: DEVICE, attempt: 1 })).toMatchObject(DONE);
    expect(tenant.countRequests('assignByReference')).toBe(2);
  });

  test.each(['nobody@harbourlark.example', 'x#y?z/..', "o'nobody", '李', '..', '.', 'me'])(
    'nobody is called %s',
    async (name) => {
      const { graph } = await openOperationsDesk(over);
      expect(await graph.readUser(name)).toEqual({ kind: 'read', value: null });
    },
  );

  test('a look ahead is one batch, and each part has an outcome of its own', async () => {
    const { graph, tenant } = await openOperationsDesk(over, { as: 'desk' });
    const parts = ['account', 'roles', 'authenticators', 'inventory'] as const;
    expect(await graph.lookAhead({ userId: FORMER_COLLEAGUE.id, serialNumber: SERIAL, parts })).toMatchObject({
      methods: { kind: 'read', value: [] },
      account: { kind: 'read', value: { isGuest: false, isEnabled: false } },
      roles: { kind: 'read', value: [] },
      authenticators: { kind: 'failed', problem: { code: 'not-permitted' } },
      devices: { kind: 'failed', problem: { code: 'not-permitted' } },
    });
    expect(tenant.countRequests('batch')).toBe(1);
    expect(tenant.countRequests('readUser')).toBe(1);
  });

  test('of an admin whose roles may not be read it is told that there are two, and nothing of them', async () => {
    const { graph } = await openOperationsDesk(over, { as: 'desk' });
    const hidden = { roleTemplateId: null, displayName: null };
    expect(await graph.listRoles(ADMIN_TARGET.id)).toEqual({ kind: 'read', value: [hidden, hidden] });
  });

  test('an inventory that may not be read says so', async () => {
    const { graph } = await openOperationsDesk(over, { as: 'desk' });
    expect(await graph.findDevices(SERIAL)).toMatchObject({ kind: 'failed', problem: { code: 'not-permitted' } });
  });
});

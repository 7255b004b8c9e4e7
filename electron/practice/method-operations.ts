import { activate, assignAndActivate, type Attempt } from './activation.ts';
import { canReadDevices, canReadMethods, canWriteMethods } from './permissions.ts';
import type { Call } from './referee.ts';
import { findUser, type TenantData, type TenantToken, type TenantUser } from './tenant-data.ts';
import {
  findRecord,
  putAssignment,
  refuse,
  succeed,
  visibleAssignment,
  type Assignment,
  type Outcome,
  type World,
} from './tenant-state.ts';

/** Lists a user's hardware tokens, as far as reads have caught up. */
export function listMethods(world: World, call: Call): Outcome {
  if (!canReadMethods(world.caller)) return refuse(world.state, 'methodsDenied');
  const resource = call.params['id'] ?? '';
  const user = findUser(world.data, resource);
  if (!user) return refuse(world.state, 'userUnknown', { resource });
  const value = world.data.tokens
    .map((token) => ({ token, assignment: visibleAssignment(world, token.deviceId) }))
    .filter(({ assignment }) => assignment.userId === user.id)
    .map(({ token, assignment }) => ({
      id: token.deviceId,
      createdDateTime: Number.isFinite(assignment.sinceMs) ? new Date(assignment.sinceMs).toISOString() : null,
      device: describeDevice(world.data, token, assignment),
    }));
  return succeed(world.state, { value });
}

/** Lists the inventory, or its tokens with one serial number. */
export function listDevices(world: World, call: Call): Outcome {
  if (!canReadDevices(world.caller)) return refuse(world.state, 'directoryDenied');
  const serialNumber = readLiteral(call.query['$filter']);
  const value = world.data.tokens
    .filter((token) => serialNumber === null || token.serialNumber === serialNumber)
    .map((token) => describeDevice(world.data, token, visibleAssignment(world, token.deviceId)));
  return succeed(world.state, { value });
}

export function assignAndActivateBySerialNumber(world: World, call: Call): Outcome {
  return onWriteTarget(world, call, (user) => {
    if (user.userType === 'Guest') return refuse(world.state, 'guestRefused');
    // Assumed: serial numbers are compared as they are, letter case and leading zeros included.
    const token = world.data.tokens.find(({ serialNumber }) => serialNumber === call.body['serialNumber']);
    if (!token) return refuse(world.state, 'serialUnknown');
    return assignAndActivate(world, user, token, readAttempt(call));
  });
}

export function activateMethod(world: World, call: Call): Outcome {
  return onMethod(world, call, (user, token) => activate(world, user, token, readAttempt(call)));
}

/** Takes a token from its user. It goes back to the inventory. */
export function unassignMethod(world: World, call: Call): Outcome {
  return onMethod(world, call, (_user, token) => {
    const freed: Assignment = { sinceMs: world.nowMs, status: 'available', userId: null, displayName: null };
    return succeed(putAssignment(world.state, token.deviceId, freed), null);
  });
}

function onWriteTarget(world: World, call: Call, act: (user: TenantUser) => Outcome): Outcome {
  const resource = call.params['id'] ?? '';
  const user = findUser(world.data, resource);
  if (!canWriteMethods(world.caller, user ?? { isAdmin: false })) return refuse(world.state, 'methodsDenied');
  return user ? act(user) : refuse(world.state, 'userUnknown', { resource });
}

function onMethod(world: World, call: Call, act: (user: TenantUser, token: TenantToken) => Outcome): Outcome {
  return onWriteTarget(world, call, (user) => {
    const token = world.data.tokens.find(({ deviceId }) => deviceId === call.params['methodId']);
    const isTheirs = token && findRecord(world.state, token.deviceId).current.userId === user.id;
    return isTheirs ? act(user, token) : refuse(world.state, 'methodUnknown');
  });
}

function readAttempt(call: Call): Attempt {
  return { code: call.body['verificationCode'] ?? '', displayName: call.body['displayName'] ?? null };
}

/** Source: OData 4.01, URL conventions: a quote inside a string literal is doubled. */
function readLiteral(filter: string | undefined): string | null {
  return /'(.*)'$/.exec(filter ?? '')?.[1]?.replaceAll("''", "'") ?? null;
}

/** Source: the pages' examples; `secretKey` is always null in an answer. */
function describeDevice(data: TenantData, token: TenantToken, assignment: Assignment): object {
  const holder = data.users.find(({ id }) => id === assignment.userId);
  return {
    id: token.deviceId,
    displayName: assignment.displayName,
    serialNumber: token.serialNumber,
    manufacturer: token.manufacturer,
    model: token.model,
    secretKey: null,
    timeIntervalInSeconds: token.periodSeconds,
    hashFunction: `hmac${token.hash}`,
    status: assignment.status,
    lastUsedDateTime: null,
    assignedTo: holder ? { id: holder.id, displayName: holder.displayName } : null,
  };
}

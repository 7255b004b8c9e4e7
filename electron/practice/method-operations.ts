import { activate, assign, assignAndActivate, deactivate, type Attempt } from './activation.ts';
import { describeDevice } from './device-operations.ts';
import { onMethod, onWriteTarget, readTarget } from './method-target.ts';
import { canReadMethods, canReadOwnMethods } from './permissions.ts';
import type { Call } from './referee.ts';
import { findInInventory, type TenantToken, type TenantUser } from './tenant-data.ts';
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
  const mayRead = call.isSelf ? canReadOwnMethods(world.caller) : canReadMethods(world.caller);
  if (!mayRead) return refuse(world.state, 'methodsDenied');
  const { user, resource } = readTarget(world, call);
  if (!user) return refuse(world.state, 'userUnknown', { resource });
  const value = world.data.tokens
    .map((token) => ({ token, assignment: visibleAssignment(world, token.deviceId) }))
    .filter(({ assignment }) => assignment.userId === user.id)
    .map(({ token, assignment }) => describeMethod(world, token, assignment));
  return succeed(world.state, { value });
}

/** Gives a token of the inventory to a user, without activating it. */
export function assignMethod(world: World, call: Call): Outcome {
  return onDevice(world, call, call.body['device.id'], (user, token) => {
    const outcome = assign(world, user, token);
    if (outcome.reply.kind === 'refused') return outcome;
    const { current } = findRecord(outcome.state, token.deviceId);
    return succeed(outcome.state, describeMethod(world, token, current));
  });
}

/** The same by a reference. Assumed: as any PUT it may come twice, and the second time changes nothing. */
export function assignByReference(world: World, call: Call): Outcome {
  const { putUnknown } = world.state.conditions;
  if (putUnknown) return refuse(world.state, putUnknown);
  return onDevice(world, call, call.params['methodId'], (user, token) => {
    if (readReference(call) !== user.id) return refuse(world.state, 'referenceWrong');
    const { current } = findRecord(world.state, token.deviceId);
    return current.userId === user.id ? succeed(world.state, null) : assign(world, user, token);
  });
}

export function assignAndActivateDevice(world: World, call: Call): Outcome {
  return onDevice(world, call, call.body['device.id'], (user, token) =>
    assignAndActivate(world, user, token, readAttempt(call)),
  );
}

export function assignAndActivateBySerialNumber(world: World, call: Call): Outcome {
  return onWriteTarget(world, call, (user) => {
    if (user.userType === 'Guest') return refuse(world.state, 'guestRefused');
    const token = findInInventory(world.data, { serialNumber: call.body['serialNumber'] });
    if (!token) return refuse(world.state, 'serialUnknown');
    return assignAndActivate(world, user, token, readAttempt(call));
  });
}

export function activateMethod(world: World, call: Call): Outcome {
  return onMethod(world, call, (user, token) => activate(world, user, token, readAttempt(call)));
}

export function deactivateMethod(world: World, call: Call): Outcome {
  return onMethod(world, call, (_user, token) => deactivate(world, token));
}

/** Takes a token from its user. It goes back to the inventory. */
export function unassignMethod(world: World, call: Call): Outcome {
  return onMethod(world, call, (_user, token) => {
    const freed: Assignment = { sinceMs: world.nowMs, status: 'available', userId: null, displayName: null };
    return succeed(putAssignment(world.state, token.deviceId, freed), null);
  });
}

function onDevice(
  world: World,
  call: Call,
  deviceId: string | undefined,
  act: (user: TenantUser, token: TenantToken) => Outcome,
): Outcome {
  return onWriteTarget(world, call, (user) => {
    const token = findInInventory(world.data, { deviceId });
    return token ? act(user, token) : refuse(world.state, 'deviceUnknown');
  });
}

/** The object id that `@odata.id` leads to, where it leads to this tenant. */
function readReference({ body, url }: Call): string | null {
  const link = new URL(body['@odata.id'] ?? '', url);
  const id = /^\/beta\/users\/([^/]+)$/.exec(link.pathname)?.[1];
  return link.origin === url.origin && id !== undefined ? decodeURIComponent(id) : null;
}

function readAttempt(call: Call): Attempt {
  return { code: call.body['verificationCode'] ?? '', displayName: call.body['displayName'] ?? null };
}

function describeMethod({ data }: World, token: TenantToken, assignment: Assignment): object {
  return {
    id: token.deviceId,
    createdDateTime: Number.isFinite(assignment.sinceMs) ? new Date(assignment.sinceMs).toISOString() : null,
    device: describeDevice(data, token, assignment),
  };
}

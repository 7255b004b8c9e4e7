import { canReadDevices } from './permissions.ts';
import type { Call } from './referee.ts';
import { linkToNext, readSkipToken } from './skip-token.ts';
import { findInInventory, type TenantData, type TenantToken } from './tenant-data.ts';
import { refuse, succeed, visibleAssignment, type Assignment, type Outcome, type World } from './tenant-state.ts';

/** Lists the inventory a page at a time, or its tokens with one serial number. */
export function listDevices(world: World, call: Call): Outcome {
  if (!canReadDevices(world.caller)) return refuse(world.state, 'directoryDenied');
  const serialNumber = readLiteral(call.query['$filter']);
  const found = world.data.tokens.filter(
    (token) => !token.isLegacy && (serialNumber === null || token.serialNumber === serialNumber),
  );
  const start = readSkipToken(call.query['$skiptoken']);
  const end = start + world.state.conditions.devicePageSize;
  return succeed(world.state, {
    ...(end < found.length ? { '@odata.nextLink': linkToNext(call.url, end) } : {}),
    value: found.slice(start, end).map((token) => describeVisible(world, token)),
  });
}

export function readDevice(world: World, call: Call): Outcome {
  if (!canReadDevices(world.caller)) return refuse(world.state, 'directoryDenied');
  const token = findInInventory(world.data, { deviceId: call.params['deviceId'] });
  return token ? succeed(world.state, describeVisible(world, token)) : refuse(world.state, 'deviceUnknown');
}

/** Source: the pages' examples; `secretKey` is always null in an answer. */
export function describeDevice(data: TenantData, token: TenantToken, assignment: Assignment): object {
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

function describeVisible(world: World, token: TenantToken): object {
  return describeDevice(world.data, token, visibleAssignment(world, token.deviceId));
}

/** Source: OData 4.01, URL conventions: a quote inside a string literal is doubled. */
function readLiteral(filter: string | undefined): string | null {
  return /'(.*)'$/.exec(filter ?? '')?.[1]?.replaceAll("''", "'") ?? null;
}

import { listAllMethods, listMemberships } from './account-operations.ts';
import { createDevice, createDevices } from './create-operations.ts';
import { listDevices, readDevice } from './device-operations.ts';
import {
  activateMethod,
  assignAndActivateBySerialNumber,
  assignAndActivateDevice,
  assignByReference,
  assignMethod,
  deactivateMethod,
  listMethods,
  unassignMethod,
} from './method-operations.ts';
import { readPhoto } from './photo-operations.ts';
import type { Call } from './referee.ts';
import type { OperationName } from './surface.ts';
import { succeed, type Outcome, type World } from './tenant-state.ts';
import { readMe, readUser, searchUsers } from './user-operations.ts';

/** What each operation does with the tenant. */
export const HANDLERS: Readonly<Record<OperationName, (world: World, call: Call) => Outcome>> = {
  searchUsers,
  readUser,
  readMe,
  readPhoto,
  listMemberships,
  listAllMethods,
  listMethods,
  assign: assignMethod,
  assignByReference,
  assignAndActivate: assignAndActivateDevice,
  assignAndActivateBySerialNumber,
  activate: activateMethod,
  deactivate: deactivateMethod,
  unassign: unassignMethod,
  listDevices,
  readDevice,
  createDevice,
  createDevices,
  // An envelope by itself does nothing; its items do.
  batch: ({ state }) => succeed(state, { responses: [] }),
};

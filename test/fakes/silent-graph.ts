import type { GraphPort } from '../../electron/core/graph-port.ts';

const reject = (): Promise<never> => Promise.reject(new Error('Graph is not asked here'));

/** A Graph that nobody may ask. */
export const SILENT_GRAPH: GraphPort = {
  searchUsers: reject,
  findByEmployeeId: reject,
  readUser: reject,
  readMe: reject,
  readUsers: reject,
  readPhoto: reject,
  createDevices: reject,
  listRoles: reject,
  lookAhead: reject,
  listOathMethods: reject,
  listOathMethodsOfMany: reject,
  findDevices: reject,
  listDevices: reject,
  assignAndActivateBySerialNumber: reject,
  assignAndActivate: reject,
  assign: reject,
  assignMany: reject,
  activate: reject,
  deactivate: reject,
  unassign: reject,
};

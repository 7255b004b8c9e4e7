import type { Caller, Role } from './tenant-data.ts';

// Source: the permission tables of the Microsoft Graph beta pages, and Microsoft's permission data of August 2026 for
// the newer UserAuthMethod-HardwareOATH names.
const WRITE_METHODS = ['UserAuthMethod-HardwareOATH.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All'];
const READ_METHODS = [...WRITE_METHODS, 'UserAuthMethod-HardwareOATH.Read.All', 'UserAuthenticationMethod.Read.All'];
// Acting on oneself: the narrower scopes are enough, and so are the wider ones.
const WRITE_OWN = [...WRITE_METHODS, 'UserAuthMethod-HardwareOATH.ReadWrite', 'UserAuthenticationMethod.ReadWrite'];
const READ_OWN = [...READ_METHODS, ...WRITE_OWN, 'UserAuthMethod-HardwareOATH.Read', 'UserAuthenticationMethod.Read'];
const READ_DEVICES = ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'];
const READ_PROFILES = ['User.Read.All', 'User.ReadWrite.All'];
const READ_USERS = [...READ_PROFILES, 'User.ReadBasic.All'];
const READ_ME = [...READ_USERS, 'User.Read', 'User.ReadWrite'];

const METHOD_ADMINS: readonly Role[] = ['Authentication Administrator', 'Privileged Authentication Administrator'];
const METHOD_READERS: readonly Role[] = [...METHOD_ADMINS, 'Global Reader'];
const DEVICE_READERS: readonly Role[] = ['Authentication Policy Administrator', 'Global Reader'];

/** Whether users can be listed and read at all. */
export function canReadUsers(caller: Caller): boolean {
  return hasScope(caller, READ_USERS);
}

export function canReadMe(caller: Caller): boolean {
  return hasScope(caller, READ_ME);
}

/** Whether more than the basic properties of a user can be seen and filtered. */
export function canReadProfiles(caller: Caller): boolean {
  return hasScope(caller, READ_PROFILES);
}

export function canReadMethods(caller: Caller): boolean {
  return hasScope(caller, READ_METHODS) && hasRole(caller, METHOD_READERS);
}

/** An administrator's methods are for a Privileged Authentication Administrator alone. */
export function canWriteMethods(caller: Caller, target: { readonly isAdmin: boolean }): boolean {
  const roles: readonly Role[] = target.isAdmin ? ['Privileged Authentication Administrator'] : METHOD_ADMINS;
  return hasScope(caller, WRITE_METHODS) && hasRole(caller, roles);
}

/** Source: the same pages: "Permissions acting on self" ask for no role. */
export function canReadOwnMethods(caller: Caller): boolean {
  return hasScope(caller, READ_OWN);
}

export function canWriteOwnMethods(caller: Caller): boolean {
  return hasScope(caller, WRITE_OWN);
}

export function canReadDevices(caller: Caller): boolean {
  return hasScope(caller, READ_DEVICES) && hasRole(caller, DEVICE_READERS);
}

function hasScope(caller: Caller, scopes: readonly string[]): boolean {
  return caller.scopes.some((scope) => scopes.includes(scope));
}

function hasRole(caller: Caller, roles: readonly Role[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}

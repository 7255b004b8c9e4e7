import { isAdmin, type Role } from './roles.ts';
import type { Caller, TenantUser } from './tenant-data.ts';

// Source: the permission tables of the Microsoft Graph beta pages, and Microsoft's permission data of August 2026 for
// the newer UserAuthMethod-HardwareOATH names.
const WRITE_METHODS = ['UserAuthMethod-HardwareOATH.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All'];
const READ_METHODS = [...WRITE_METHODS, 'UserAuthMethod-HardwareOATH.Read.All', 'UserAuthenticationMethod.Read.All'];
// Acting on oneself: the narrower scopes are enough, and so are the wider ones.
const WRITE_OWN = [...WRITE_METHODS, 'UserAuthMethod-HardwareOATH.ReadWrite', 'UserAuthenticationMethod.ReadWrite'];
const READ_OWN = [...READ_METHODS, ...WRITE_OWN, 'UserAuthMethod-HardwareOATH.Read', 'UserAuthenticationMethod.Read'];
const READ_DEVICES = ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'];
const WRITE_DEVICES = ['Policy.ReadWrite.AuthenticationMethod'];
const READ_PROFILES = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const READ_USERS = [...READ_PROFILES, 'User.ReadBasic.All'];
const READ_ME = [...READ_USERS, 'User.Read', 'User.ReadWrite'];
// The page names User.Read, too; assumed: for one's own.
const READ_PHOTOS = [
  'ProfilePhoto.Read.All',
  'ProfilePhoto.ReadWrite.All',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
];
const READ_OWN_PHOTO = [...READ_PHOTOS, 'User.Read', 'User.ReadWrite'];
const READ_GROUPS = ['Group.Read.All', 'GroupMember.Read.All', 'Directory.Read.All'];
const READ_ROLES = ['RoleManagement.Read.Directory', 'Directory.Read.All'];
const READ_MEMBERSHIPS = ['User.Read.All', ...READ_GROUPS];
const READ_OWN_MEMBERSHIPS = [...READ_MEMBERSHIPS, 'User.Read'];
// The page of all methods names none of the newer permissions.
const READ_ALL_METHODS = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'];
const READ_ALL_OWN = [...READ_ALL_METHODS, 'UserAuthenticationMethod.Read', 'UserAuthenticationMethod.ReadWrite'];

// The pages name the roles with the least privilege; Entra's page of the Global Administrator lists the same actions.
const ADMINS_OF_ANYBODY: readonly Role[] = ['Privileged Authentication Administrator', 'Global Administrator'];
const METHOD_ADMINS: readonly Role[] = ['Authentication Administrator', ...ADMINS_OF_ANYBODY];
const METHOD_READERS: readonly Role[] = [...METHOD_ADMINS, 'Global Reader'];
const DEVICE_READERS: readonly Role[] = [
  'Authentication Policy Administrator',
  'Global Reader',
  'Global Administrator',
];

const DEVICE_WRITERS: readonly Role[] = ['Authentication Policy Administrator', 'Global Administrator'];

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

/** Source: Microsoft Graph, "Get profilePhoto", the table for the picture of a user. */
export function canReadPhotos(caller: Caller): boolean {
  return hasScope(caller, READ_PHOTOS);
}

export function canReadOwnPhoto(caller: Caller): boolean {
  return hasScope(caller, READ_OWN_PHOTO);
}

export function canReadMethods(caller: Caller): boolean {
  return hasScope(caller, READ_METHODS) && hasRole(caller, METHOD_READERS);
}

/** An administrator's methods are for whoever may touch administrators. */
export function canWriteMethods(caller: Caller, target: Pick<TenantUser, 'roles'>): boolean {
  const roles = isAdmin(target.roles) ? ADMINS_OF_ANYBODY : METHOD_ADMINS;
  return hasScope(caller, WRITE_METHODS) && hasRole(caller, roles);
}

/** Source: the same pages: "Permissions acting on self" ask for no role. */
export function canReadOwnMethods(caller: Caller): boolean {
  return hasScope(caller, READ_OWN);
}

export function canWriteOwnMethods(caller: Caller): boolean {
  return hasScope(caller, WRITE_OWN);
}

/** Source: Microsoft Graph beta, "List methods". */
export function canReadAllMethods(caller: Caller, isSelf: boolean): boolean {
  if (isSelf) return hasScope(caller, READ_ALL_OWN);
  return hasScope(caller, READ_ALL_METHODS) && hasRole(caller, METHOD_READERS);
}

/** Source: Microsoft Graph, "List a user's memberships (direct and transitive)". */
export function canReadMemberships(caller: Caller): boolean {
  return hasScope(caller, READ_MEMBERSHIPS);
}

export function canReadOwnMemberships(caller: Caller): boolean {
  return hasScope(caller, READ_OWN_MEMBERSHIPS);
}

export function canReadGroups(caller: Caller): boolean {
  return hasScope(caller, READ_GROUPS);
}

/** Source: Microsoft Graph, "Get directoryRole". */
export function canReadRoles(caller: Caller): boolean {
  return hasScope(caller, READ_ROLES);
}

export function canReadDevices(caller: Caller): boolean {
  return hasScope(caller, READ_DEVICES) && hasRole(caller, DEVICE_READERS);
}

/** Source: Graph beta, "Create hardwareOathTokenAuthenticationMethodDevice". */
export function canWriteDevices(caller: Caller): boolean {
  return hasScope(caller, WRITE_DEVICES) && hasRole(caller, DEVICE_WRITERS);
}

function hasScope(caller: Caller, scopes: readonly string[]): boolean {
  return caller.scopes.some((scope) => scopes.includes(scope));
}

function hasRole(caller: Caller, roles: readonly Role[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}

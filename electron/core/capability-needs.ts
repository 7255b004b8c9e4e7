import type { Capability } from '../contract/capability.ts';
import type { ScopeSet } from '../contract/settings.ts';
import type { LookAheadPart } from './graph-port.ts';
import {
  CHANGES_TOKENS,
  CHANGES_TOKENS_OF_ANYBODY,
  READS_INVENTORY,
  WRITES_INVENTORY,
  type KnownRole,
} from './role-reach.ts';

// Source for every permission in here: Microsoft Graph permissions reference and the permission tables of the calls'
// pages (2026-08). The first of a list is the one with the least privilege.
const CHANGE_OTHERS = ['UserAuthMethod-HardwareOATH.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All'];
const CHANGE_OWN = ['UserAuthMethod-HardwareOATH.ReadWrite', 'UserAuthenticationMethod.ReadWrite', ...CHANGE_OTHERS];
const READ_OWN = [
  'UserAuthMethod-HardwareOATH.Read',
  'UserAuthenticationMethod.Read',
  'UserAuthMethod-HardwareOATH.Read.All',
  'UserAuthenticationMethod.Read.All',
  ...CHANGE_OWN,
];
const READ_PROFILES = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const FIND_PEOPLE = ['User.ReadBasic.All', ...READ_PROFILES];
// The page of the call names User.Read, too: of oneself. That the basic permission is enough for others is on it as well.
const READ_PHOTOS = [
  'ProfilePhoto.Read.All',
  'ProfilePhoto.ReadWrite.All',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
];
const READ_ME = ['User.Read', 'User.ReadWrite', ...FIND_PEOPLE];
/** The newer UserAuthMethod-HardwareOATH permissions show no other methods than tokens. */
const READ_ALL_METHODS = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'];
const WRITE_INVENTORY = ['Policy.ReadWrite.AuthenticationMethod'];
const READ_INVENTORY = ['Policy.Read.All', ...WRITE_INVENTORY];

/** The permissions of which one is enough to look at a part, and for the harmless reads of a sign-in. */
export const SEES: Readonly<Record<LookAheadPart | 'photo' | 'ownMethods' | 'ownRoles', readonly string[]>> = {
  account: READ_PROFILES,
  roles: READ_PROFILES,
  authenticators: READ_ALL_METHODS,
  inventory: READ_INVENTORY,
  photo: READ_PHOTOS,
  ownMethods: READ_OWN,
  ownRoles: READ_ME,
};

/** What a capability needs. `roles`: one of these; `null`: none. */
export type CapabilityNeed = {
  readonly scopes: readonly string[];
  /** What to ask for, for each set of permissions that the station can be set to. */
  readonly least: Readonly<Record<ScopeSet, string>>;
  readonly roles: readonly [KnownRole, ...KnownRole[]] | null;
  /** The harmless read of a sign-in that speaks of it. `proves`: it is the very call, so that its yes is a yes. */
  readonly read: { readonly what: 'methods' | 'inventory'; readonly proves: boolean } | null;
};

const OTHERS = {
  scopes: CHANGE_OTHERS,
  least: {
    granular: 'UserAuthMethod-HardwareOATH.ReadWrite.All',
    classic: 'UserAuthenticationMethod.ReadWrite.All',
  },
  // One's own tokens: a tenant that does not honour the permissions of the token shows it here.
  read: { what: 'methods', proves: false },
} as const;

/** In the order in which they are shown. */
export const NEEDS: Readonly<Record<Capability, CapabilityNeed>> = {
  issueToOthers: { ...OTHERS, roles: withLeast('Authentication Administrator', CHANGES_TOKENS) },
  issueToAdmins: {
    ...OTHERS,
    roles: withLeast('Privileged Authentication Administrator', CHANGES_TOKENS_OF_ANYBODY),
  },
  issueToSelf: {
    scopes: CHANGE_OWN,
    least: { granular: 'UserAuthMethod-HardwareOATH.ReadWrite', classic: 'UserAuthenticationMethod.ReadWrite' },
    roles: null,
    read: OTHERS.read,
  },
  findPeople: { scopes: FIND_PEOPLE, least: both('User.ReadBasic.All'), roles: null, read: null },
  readProfiles: { scopes: READ_PROFILES, least: both('User.Read.All'), roles: null, read: null },
  readInventory: {
    scopes: READ_INVENTORY,
    least: both('Policy.Read.All'),
    roles: withLeast('Global Reader', READS_INVENTORY),
    read: { what: 'inventory', proves: true },
  },
  writeInventory: {
    scopes: WRITE_INVENTORY,
    least: both('Policy.ReadWrite.AuthenticationMethod'),
    roles: withLeast('Authentication Policy Administrator', WRITES_INVENTORY),
    // Whoever may not read it may not write it; whoever reads may be a reader alone.
    read: { what: 'inventory', proves: false },
  },
};

/** Whether a token has one of these permissions. */
export function hasScopeFor(granted: readonly string[], enough: readonly string[]): boolean {
  const known = new Set(enough.map((scope) => scope.toLowerCase()));
  return granted.some((scope) => known.has(scope.toLowerCase()));
}

/** Whether a token is for acting on others, so that the operator's roles matter. */
export function actsOnOthers(granted: readonly string[]): boolean {
  return hasScopeFor(granted, CHANGE_OTHERS);
}

function both(scope: string): CapabilityNeed['least'] {
  return { granular: scope, classic: scope };
}

function withLeast(least: KnownRole, all: readonly KnownRole[]): CapabilityNeed['roles'] {
  return [least, ...all.filter((role) => role !== least)];
}

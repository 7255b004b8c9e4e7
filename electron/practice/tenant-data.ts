import type { TotpKey } from './totp.ts';

export type TenantUser = {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly employeeId: string | null;
  readonly userType: 'Member' | 'Guest';
  /** Holds an Entra role that only a Privileged Authentication Administrator may touch. */
  readonly isAdmin: boolean;
  /** Authenticator apps. They count with the hardware tokens towards the limit of five. */
  readonly authenticatorCount: number;
};

/** A hardware token in the tenant's inventory. `deviceId` is the method id as well, as in every example of the pages. */
export type TenantToken = TotpKey & {
  readonly deviceId: string;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  /** Who has it from the start. */
  readonly holder: { readonly userId: string; readonly status: 'assigned' | 'activated' } | null;
};

export type Role =
  | 'Authentication Administrator'
  | 'Privileged Authentication Administrator'
  | 'Authentication Policy Administrator'
  | 'Global Reader';

/** Somebody who signs in to the tenant. `scopes` are Graph's delegated permissions. */
export type Caller = {
  /** Who it is among the users; `null`: none of them. */
  readonly userId: string | null;
  readonly accessToken: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
};

export type TenantData = {
  readonly users: readonly TenantUser[];
  readonly tokens: readonly TenantToken[];
  readonly callers: readonly Caller[];
};

/** Finds a user by object id or by sign-in name. */
export function findUser(data: TenantData, idOrName: string): TenantUser | undefined {
  const wanted = idOrName.toLowerCase();
  return data.users.find((user) => user.id === wanted || user.userPrincipalName.toLowerCase() === wanted);
}

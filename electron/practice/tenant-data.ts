import type { Role } from './roles.ts';
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
  readonly accountEnabled: boolean;
  /** The admin roles of Entra that are active for this person. */
  readonly roles: readonly Role[];
  /** Authenticator apps. They count with the hardware tokens towards the limit of five. */
  readonly authenticatorCount: number;
};

/** A hardware token of the tenant. `deviceId` is the method id as well, as in every example of the pages. */
export type TenantToken = TotpKey & {
  readonly deviceId: string;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  /** Who has it from the start. */
  readonly holder: { readonly userId: string; readonly status: 'assigned' | 'activated' } | null;
  /**
   * Came by the old upload of a file. Source: Microsoft Entra, "OATH tokens", troubleshooting: its user has it, and the
   * inventory does not. Assumed: calls by serial number do not find it either.
   */
  readonly isLegacy?: true;
};

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

/** A token of the inventory, by what a call names. */
export function findInInventory(
  { tokens }: TenantData,
  wanted: { readonly deviceId: string | undefined } | { readonly serialNumber: string | undefined },
): TenantToken | undefined {
  // Assumed: serial numbers are compared as they are, letter case and leading zeros included.
  return tokens.find(
    (token) =>
      !token.isLegacy &&
      ('deviceId' in wanted ? token.deviceId === wanted.deviceId : token.serialNumber === wanted.serialNumber),
  );
}

/** Finds a user by object id or by sign-in name. */
export function findUser(data: TenantData, idOrName: string): TenantUser | undefined {
  const wanted = idOrName.toLowerCase();
  return data.users.find((user) => user.id === wanted || user.userPrincipalName.toLowerCase() === wanted);
}

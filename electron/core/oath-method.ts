/**
 * A user's hardware OATH token as Graph tells it.
 * `status` is an evolvable enumeration: whatever is not known here is `unknown`.
 * Source: Microsoft Graph beta, hardwareOathAuthenticationMethod and hardwareOathTokenAuthenticationMethodDevice.
 */
export type OathMethod = {
  readonly methodId: string;
  readonly serialNumber: string | null;
  readonly status: OathStatus;
};

export type OathStatus = 'available' | 'assigned' | 'activated' | 'failedActivation' | 'unknown';

/** A token of the tenant's inventory. What the service leaves out is `null`. */
export type OathDevice = {
  readonly deviceId: string;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly periodSeconds: number | null;
  readonly status: OathStatus;
  readonly assignedTo: { readonly id: string; readonly displayName: string | null } | null;
};

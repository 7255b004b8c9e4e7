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

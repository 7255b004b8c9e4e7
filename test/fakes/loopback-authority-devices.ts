import { refusal, type Grant, type Reply } from './loopback-authority-directory.ts';

/** What the person at the other device has done; `blocked`: they wanted to, and Conditional Access does not let them. */
export type DeviceAnswer = 'approved' | 'declined' | 'blocked';

export type DeviceTerms = {
  /** `null`: the answer tells none. */
  readonly intervalSeconds: number | null;
  readonly expiresInSeconds: number;
};

type Waiting = {
  readonly clientId: string;
  readonly grant: () => Grant;
  readonly userCode: string;
  readonly expiresAtMs: number;
  readonly answer: DeviceAnswer | null;
  readonly nextPollAtMs: number;
};

/** The device codes of an authority. Source: RFC 8628; Microsoft Entra, "device authorization grant". */
export function createDeviceCodes(nowMs: () => number, secret: (kind: string) => string) {
  const waiting = new Map<string, Waiting>();
  let terms: DeviceTerms = { intervalSeconds: 5, expiresInSeconds: 900 };
  let count = 0;

  function intervalMs(): number {
    return (terms.intervalSeconds ?? 5) * 1_000;
  }

  return {
    setTerms: (changes: Partial<DeviceTerms>) => {
      terms = { ...terms, ...changes };
    },
    begin: (clientId: string, grant: () => Grant): Reply => {
      const deviceCode = secret('device');
      count += 1;
      const userCode = `CODE-${count}`;
      const expiresAtMs = nowMs() + terms.expiresInSeconds * 1_000;
      waiting.set(deviceCode, { clientId, grant, userCode, expiresAtMs, answer: null, nextPollAtMs: 0 });
      const body = {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: 'https://microsoft.example/devicelogin',
        expires_in: terms.expiresInSeconds,
        ...(terms.intervalSeconds === null ? {} : { interval: terms.intervalSeconds }),
        message: `Open the page and enter ${userCode}`,
      };
      return { status: 200, body };
    },
    answer: (userCode: string, answer: DeviceAnswer): void => {
      const known = [...waiting].find(([, device]) => device.userCode === userCode);
      if (!known) throw new Error(`nobody waits for ${userCode}`);
      const [deviceCode, device] = known;
      waiting.set(deviceCode, { ...device, answer });
    },
    poll: (asked: URLSearchParams, give: (grant: Grant) => Reply): Reply => {
      const deviceCode = asked.get('device_code') ?? '';
      const device = waiting.get(deviceCode);
      if (device?.clientId !== asked.get('client_id')) {
        return refusal('bad_verification_code', 'AADSTS70008: The device code is not known.');
      }
      if (nowMs() >= device.expiresAtMs) return refusal('expired_token', 'AADSTS70020: The code has expired.');
      if (nowMs() < device.nextPollAtMs) return refusal('slow_down', 'AADSTS70016: Polled too often.');
      waiting.set(deviceCode, { ...device, nextPollAtMs: nowMs() + intervalMs() });
      switch (device.answer) {
        case null:
          return refusal('authorization_pending', 'AADSTS70016: Authorization is pending.');
        case 'approved':
          waiting.delete(deviceCode);
          return give(device.grant());
        case 'declined':
          return refusal('authorization_declined', 'AADSTS70017: The person declined.');
        case 'blocked':
          return refusal('invalid_grant', 'AADSTS53003: Blocked by Conditional Access.', { suberror: 'message_only' });
      }
    },
  };
}

import { randomUUID } from 'node:crypto';
import { createPracticeTenant, type PracticeTenant } from '../../electron/practice/tenant.ts';
import type { Caller, TenantData, TenantToken, TenantUser } from '../../electron/practice/tenant-data.ts';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import { totpStep } from '../../electron/core/oath-code.ts';
import { computeCode } from '../../electron/practice/totp.ts';

/** A whole minute, so that a code begins with it. */
export const START_MS = Date.UTC(2026, 10, 22, 10);

const AMY = createUser('amy', {});
const BEN = createUser('ben', { authenticatorCount: 4 });
const EVE = createUser('eve', { authenticatorCount: 5 });
const ADA = createUser('ada', { roles: ['Global Administrator'] });
const GUS = createUser('gus', { userType: 'Guest', userPrincipalName: 'gus_other.example#EXT#@tenant.example' });

export const USERS = { AMY, BEN, EVE, ADA, GUS };

export const TOKENS = {
  FREE: createToken('FREE-30', {}),
  SLOW_PACED: createToken('FREE-60', { periodSeconds: 60 }),
  SHA256: createToken('FREE-256', { hash: 'sha256' }),
  BENS: createToken('BENS', { holder: { userId: BEN.id, status: 'activated' } }),
  HALF_DONE: createToken('HALF-DONE', { holder: { userId: AMY.id, status: 'assigned' } }),
};

const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';

export const CALLERS = {
  desk: createCaller('desk', ['Authentication Administrator'], [WRITE, 'User.Read.All']),
  privileged: createCaller('privileged', ['Privileged Authentication Administrator'], [WRITE, 'User.Read.All']),
  basic: createCaller('basic', ['Authentication Administrator'], [WRITE, 'User.ReadBasic.All']),
  auditor: createCaller('auditor', ['Global Reader'], ['UserAuthMethod-HardwareOATH.Read.All', 'Policy.Read.All']),
  roleless: createCaller('roleless', [], [WRITE, 'User.Read.All', 'Policy.Read.All']),
  scopeless: createCaller('scopeless', ['Authentication Administrator', 'Global Reader'], []),
  depot: createCaller('depot', ['Authentication Administrator', 'Global Reader'], [WRITE, 'Policy.Read.All']),
  policy: createCaller('policy', ['Authentication Policy Administrator'], ['Policy.ReadWrite.AuthenticationMethod']),
  self: createCaller('self', [], ['UserAuthMethod-HardwareOATH.ReadWrite', 'User.Read'], AMY.id),
  selfReader: createCaller('selfReader', [], ['UserAuthMethod-HardwareOATH.Read', 'User.Read'], AMY.id),
};

export type CallerName = keyof typeof CALLERS;

export type Sending = {
  readonly as?: CallerName | 'stranger';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers to leave out. */
  readonly without?: readonly string[];
  readonly version?: string;
  readonly signal?: AbortSignal;
};

export type SmallTenant = {
  readonly tenant: PracticeTenant;
  readonly nowMs: () => number;
  readonly advance: (byMs: number) => void;
  /** The first delay that the tenant asks for; it waits for its `end`. */
  readonly firstDelay: Promise<{ readonly delayMs: number; readonly end: () => void }>;
  readonly send: (method: string, path: string, sending?: Sending) => Promise<Response>;
  readonly assign: (user: TenantUser, token: TenantToken, code: string, as?: CallerName) => Promise<Response>;
  readonly activate: (user: TenantUser, token: TenantToken, code: string) => Promise<Response>;
  readonly codeOf: (token: TenantToken, stepsBack?: number) => string;
  readonly statusOf: (token: TenantToken) => string | undefined;
};

/** A tenant of five people and five tokens whose time is moved by hand. */
export function createSmallTenant(conditions: Partial<Conditions> = {}, data: Partial<TenantData> = {}): SmallTenant {
  let timeMs = START_MS;
  let askDelay: (delay: Awaited<SmallTenant['firstDelay']>) => void = () => {};
  const firstDelay: SmallTenant['firstDelay'] = new Promise((resolve) => {
    askDelay = resolve;
  });
  const tenant = createPracticeTenant({
    nowMs: () => timeMs,
    delay: (delayMs) => new Promise((resolve) => askDelay({ delayMs, end: resolve })),
    newId: randomUUID,
    data: {
      users: Object.values(USERS),
      tokens: Object.values(TOKENS),
      callers: Object.values(CALLERS),
      ...data,
    },
    conditions,
  });
  const send: SmallTenant['send'] = (method, path, sending = {}) => tenant.fetch(createRequest(method, path, sending));
  return {
    tenant,
    nowMs: () => timeMs,
    advance: (byMs) => {
      timeMs += byMs;
    },
    firstDelay,
    send,
    assign: (user, token, code, as = 'desk') =>
      send('POST', bySerialPath(user), {
        as,
        body: { serialNumber: token.serialNumber, verificationCode: code },
      }),
    activate: (user, token, code) =>
      send('POST', `${methodsPath(user)}/${token.deviceId}/activate`, { body: { verificationCode: code } }),
    codeOf: (token, stepsBack = 0) => computeCode(token, totpStep(token.periodSeconds, timeMs) - stepsBack),
    statusOf: (token) => tenant.findAssignment(token.serialNumber)?.status,
  };
}

export const DEVICES_PATH = '/directory/authenticationMethodDevices/hardwareOathDevices';

/** A token that the inventory takes. */
export const NEW_DEVICE = {
  serialNumber: 'NEW-1',
  manufacturer: 'Contoso',
  model: 'Hardware Token 1000',
  secretKey: '6PJ4UKIW33NNXYZAEHQNFUFTZF7WFTFB',
  timeIntervalInSeconds: 30,
  hashFunction: 'hmacsha1',
};

export function methodsPath(user: Pick<TenantUser, 'id'>): string {
  return `/users/${user.id}/authentication/hardwareOathMethods`;
}

export function bySerialPath(user: Pick<TenantUser, 'id'>): string {
  return `${methodsPath(user)}/assignAndActivateBySerialNumber`;
}

export function assignToPath(user: Pick<TenantUser, 'id'>, token: TenantToken): string {
  return `${methodsPath(user)}/${token.deviceId}/device/assignTo/$ref`;
}

export function referenceTo(user: Pick<TenantUser, 'id'>): string {
  return `https://graph.test/beta/users/${user.id}`;
}

/** Makes a request that is inside the table, as far as `sending` does not say otherwise. */
export function createRequest(method: string, path: string, sending: Sending = {}): Request {
  const headers = new Headers({
    authorization: `Bearer ${sending.as ?? 'desk'}`,
    'client-request-id': randomUUID(),
    ...(sending.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...sending.headers,
  });
  for (const name of sending.without ?? []) headers.delete(name);
  const body = sending.body === undefined ? null : Buffer.from(toText(sending.body));
  const signal = sending.signal ?? null;
  return new Request(`https://graph.test/${sending.version ?? 'beta'}${path}`, { method, headers, body, signal });
}

export function createToken(serialNumber: string, special: Partial<TenantToken>): TenantToken {
  return {
    deviceId: `device-${serialNumber}`,
    serialNumber,
    manufacturer: 'Thales',
    model: 'OTP 110',
    periodSeconds: 30,
    hash: 'sha1',
    secret: Buffer.from(`seed of ${serialNumber}`.padEnd(20)),
    holder: null,
    ...special,
  };
}

export function createUser(name: string, special: Partial<TenantUser>): TenantUser {
  const displayName = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    id: `id-${name}`,
    displayName,
    givenName: displayName,
    surname: 'Tester',
    userPrincipalName: `${name}@tenant.example`,
    mail: `${name}@tenant.example`,
    department: 'Testing',
    jobTitle: 'Tester',
    employeeId: `no-${name}`,
    userType: 'Member',
    accountEnabled: true,
    roles: [],
    authenticatorCount: 0,
    ...special,
  };
}

function createCaller(
  accessToken: string,
  roles: Caller['roles'],
  scopes: Caller['scopes'],
  userId: string | null = null,
): Caller {
  return { userId, accessToken, roles, scopes };
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

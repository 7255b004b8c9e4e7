import type { Problem } from '../contract/problem.ts';
import type { User } from '../contract/user.ts';
import type { PersonBy } from '../contract/work-order.ts';
import type { OathDevice, OathMethod } from './oath-method.ts';
import type { Account, DirectoryRole } from './pre-flight-facts.ts';
import type { Secret } from './secret.ts';

/** What became of a call that changes something. `lost`: nobody knows whether the service acted. */
export type WriteOutcome =
  | { readonly kind: 'done'; readonly requestId: string | null }
  /** The service said that it did not act, and when to ask again. */
  | { readonly kind: 'postponed'; readonly problem: Problem; readonly untilMs: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly problem: Problem };

/** Whose tokens a call is about: an object id, or `SELF` for whoever is signed in. */
export type UserId = string;

/** No object id has this form. */
export const SELF: UserId = 'me';

export type SerialActivation = {
  readonly userId: UserId;
  readonly serialNumber: string;
  readonly verificationCode: Secret;
  readonly displayName: string;
  /** Counts from 1: how often this code has been sent. */
  readonly attempt: number;
};

export type MethodActivation = {
  readonly userId: UserId;
  readonly methodId: string;
  readonly verificationCode: Secret;
  readonly displayName: string;
  readonly attempt: number;
};

/** A call about one of a user's tokens that carries no code. */
export type MethodCall = { readonly userId: UserId; readonly methodId: string; readonly attempt: number };

/** A token of the inventory for a user, without activating it. */
export type DeviceAssignment = { readonly userId: UserId; readonly deviceId: string; readonly attempt: number };

export type DeviceActivation = DeviceAssignment & { readonly verificationCode: Secret; readonly displayName: string };

/** How a list names somebody. */
export type PersonKey = { readonly by: PersonBy; readonly value: string };

/** Somebody of the directory with what decides whether they can have a token; `null`: the rights do not show it. */
export type DirectoryUser = { readonly user: User; readonly account: Account };

/** A picture as the service has it. */
export type PhotoFile = { readonly contentType: string; readonly bytes: Uint8Array };

/** What a token is, for the inventory. Source: Graph beta, hardwareOathTokenAuthenticationMethodDevice. */
export type TokenFacts = {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly periodSeconds: number;
  readonly hashFunction: 'hmacsha1' | 'hmacsha256';
};

/** `secretKey`: in base32, as the service takes it. */
export type NewDevice = TokenFacts & { readonly secretKey: Secret };

export type UserList = { readonly users: readonly User[]; readonly more: boolean };

/** A page of the inventory. `nextPage` is opaque; `null`: this was the last. */
export type DevicePage = { readonly devices: readonly OathDevice[]; readonly nextPage: string | null };

/** What became of a read. `status` is `null` where no answer came at all. */
export type ReadOutcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    };

/** What to look at before a code is sent; the person's hardware tokens always are. */
export type LookAheadQuestion = {
  readonly userId: UserId;
  readonly serialNumber: string;
  readonly parts: readonly LookAheadPart[];
};

export type LookAheadPart = 'account' | 'roles' | 'authenticators' | 'inventory';

/** `null`: it was not asked for. */
export type LookAhead = {
  readonly methods: ReadOutcome<readonly OathMethod[]>;
  readonly account: ReadOutcome<Account> | null;
  readonly roles: ReadOutcome<readonly DirectoryRole[]> | null;
  /** How many authenticator apps the person has. */
  readonly authenticators: ReadOutcome<number> | null;
  /** The tokens of the inventory with this serial number. */
  readonly devices: ReadOutcome<readonly OathDevice[]> | null;
};

/**
 * Microsoft Graph. Each call is one request, sent once, and its outcome is told as it is: when to ask again is read off
 * the state, so nothing sleeps in here.
 */
export type GraphPort = {
  readonly searchUsers: (query: string) => Promise<ReadOutcome<UserList>>;
  /** The people whose employee id is exactly this one: none, one, or more where a tenant gives an id twice. */
  readonly findByEmployeeId: (employeeId: string) => Promise<ReadOutcome<UserList>>;
  /** By object id or sign-in name; `null`: nobody has it. */
  readonly readUser: (idOrName: string) => Promise<ReadOutcome<User | null>>;
  /**
   * Many people at once, twenty to a request; each has an outcome of its own, in the order asked. Nobody is an empty list;
   * an employee id may be that of several people.
   */
  readonly readUsers: (keys: readonly PersonKey[]) => Promise<readonly ReadOutcome<readonly DirectoryUser[]>[]>;
  /** `null`: they have none. */
  readonly readPhoto: (userId: UserId) => Promise<ReadOutcome<PhotoFile | null>>;
  readonly readMe: () => Promise<ReadOutcome<User>>;
  /** The admin roles that somebody holds, also through groups. */
  readonly listRoles: (userId: UserId) => Promise<ReadOutcome<readonly DirectoryRole[]>>;
  /** One batch; each part has an outcome of its own. */
  readonly lookAhead: (question: LookAheadQuestion) => Promise<LookAhead>;
  readonly listOathMethods: (userId: UserId) => Promise<ReadOutcome<readonly OathMethod[]>>;
  /** The same for many, twenty to a request; each has an outcome of its own, in the order asked. */
  readonly listOathMethodsOfMany: (
    userIds: readonly UserId[],
  ) => Promise<readonly ReadOutcome<readonly OathMethod[]>[]>;
  readonly findDevices: (serialNumber: string) => Promise<ReadOutcome<readonly OathDevice[]>>;
  readonly listDevices: (page: string | null) => Promise<ReadOutcome<DevicePage>>;
  readonly assignAndActivateBySerialNumber: (activation: SerialActivation) => Promise<WriteOutcome>;
  readonly assignAndActivate: (activation: DeviceActivation) => Promise<WriteOutcome>;
  /** Idempotent where the service knows the PUT: a lost answer may be sent again. */
  readonly assign: (assignment: DeviceAssignment) => Promise<WriteOutcome>;
  /** Twenty to a request; each has an outcome of its own, in the order asked. */
  readonly assignMany: (assignments: readonly DeviceAssignment[]) => Promise<readonly WriteOutcome[]>;
  /**
   * Puts tokens into the inventory; each has an outcome of its own, in the order asked. One request, and where the service
   * refuses it as a whole, one for each token. `device-there`, `import-not-permitted`.
   */
  readonly createDevices: (devices: readonly NewDevice[]) => Promise<readonly WriteOutcome[]>;
  readonly activate: (activation: MethodActivation) => Promise<WriteOutcome>;
  /** The token stays assigned. */
  readonly deactivate: (call: MethodCall) => Promise<WriteOutcome>;
  /** The token goes back to the inventory. */
  readonly unassign: (call: MethodCall) => Promise<WriteOutcome>;
};

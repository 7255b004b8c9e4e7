import type { Problem } from '../contract/problem.ts';
import type { DeviceCodePrompt } from '../contract/snapshot.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { Result } from '../contract/result.ts';
import type { SeedFileView } from '../contract/seed-file.ts';
import type { User } from '../contract/user.ts';
import type { BenchSettings, ReaderMode } from './bench-settings.ts';
import type { DurableEvent } from './event.ts';
import type { OathDevice, OathMethod } from './oath-method.ts';
import type { Account, DirectoryRole } from './pre-flight-facts.ts';
import type { ReportLayout } from './report-layout.ts';
import type { TokenMatch, TokenProof } from './right-token.ts';
import type { Secret } from './secret.ts';

/** Time from outside. A test moves it by hand. */
export type ClockPort = {
  /** Epoch milliseconds, UTC. */
  readonly nowMs: () => number;
  /** Runs once at `atMs` or as soon after as can be; never before this call returns. Returns the way to call it off. */
  readonly at: (atMs: number, run: () => void) => () => void;
  /** Runs once what is under way in this turn has finished. */
  readonly soon: (run: () => void) => void;
};

export type ReaderInfo = {
  /** Vendor, product and serial number; with the socket, where two devices would have the same. No two readers share it. */
  readonly readerKey: ReaderKey;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
  /** Where its reports hold the text; `keys`: it reports key presses, as a boot keyboard does. */
  readonly layout: ReportLayout | 'keys';
};

/** One input report as the device sent it, the report id included. `bytes` belong to the receiver. */
export type RawReport = { readonly readerKey: ReaderKey; readonly bytes: Uint8Array; readonly atMs: number };

/** One HID device, used or not, for the reader doctor. */
export type DeviceFacts = {
  /** Stands for this entry of the system's list, as long as it is plugged in. */
  readonly deviceKey: string;
  /** The reader it is used as, or was meant to be; `null`: none. */
  readonly readerKey: ReaderKey | null;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  /** `null`: this system does not tell. */
  readonly usagePage: number | null;
  readonly usage: number | null;
  readonly serialNumber: string | null;
  /** What is written down of it; `null`: nothing. */
  readonly profile: DeviceProfile | null;
  readonly state: DeviceState;
};

export type DeviceProfile = {
  readonly name: string;
  readonly mode: ReaderMode;
  /** The maker documents a command that makes it report as a Point-of-Sale scanner. */
  readonly canSwitchToPos: boolean;
  /** The mark that does the same when the scanner reads it; `null`: its content is not published. */
  readonly posMark: { readonly text: string; readonly fnc3: boolean; readonly source: string } | null;
};

export type DeviceState =
  | { readonly kind: 'reading'; readonly layoutName: string; readonly layoutFrom: 'descriptor' | 'profile' }
  /** `isMarked`: because the operator called it a scanner. */
  | { readonly kind: 'readingKeys'; readonly isMarked: boolean }
  | { readonly kind: 'askedOnce' }
  | { readonly kind: 'blocked'; readonly problem: Problem }
  | { readonly kind: 'left' };

export type ReaderListener = {
  readonly onAttached: (reader: ReaderInfo) => void;
  readonly onDetached: (readerKey: ReaderKey) => void;
  readonly onReport: (report: RawReport) => void;
  /** A device that is there and cannot be used, and why. */
  readonly onTrouble: (reader: Pick<ReaderInfo, 'readerKey' | 'name'>, problem: Problem) => void;
  /** A token was plugged in and told its own serial number. */
  readonly onSerialNumber: (reader: Pick<ReaderInfo, 'readerKey' | 'name'>, serialNumber: string, atMs: number) => void;
  /** All HID devices, whenever that list or what is made of it has changed. */
  readonly onDevices: (devices: readonly DeviceFacts[]) => void;
};

/**
 * The readers on the bench. `start` announces those that are there and goes on announcing until `stop`.
 * A listener's exception is a bug of the listener: it must not look like a broken device.
 */
export type ReaderPort = {
  readonly start: (listener: ReaderListener) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What can be asked of the devices themselves. */
export type DevicesPort = {
  /** Closes every reader and looks for all of them anew: after the computer slept, or when a right was given. */
  readonly lookAgain: () => Promise<void>;
  /** `reader-gone`: no such device. `reader-mode-not-switched`: it has no such command or did not take it. */
  readonly switchToHidPos: (deviceKey: string) => Promise<Result<null>>;
  /** Which devices are readers on this bench beside those that everybody has; takes hold at once. */
  readonly configure: (bench: Pick<BenchSettings, 'typingScanners' | 'readerProfiles'>) => Promise<void>;
};

/** Where the bench's own settings are kept. */
export type BenchPort = {
  /** `settings-malformed`: the file is there and cannot be read; it is left as it is. No file is an empty bench. */
  readonly load: () => Promise<Result<BenchSettings>>;
  /** Whole or not at all. `settings-not-saved`: the disk refused. */
  readonly save: (bench: BenchSettings) => Promise<Result<null>>;
};

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
  readonly activate: (activation: MethodActivation) => Promise<WriteOutcome>;
  /** The token stays assigned. */
  readonly deactivate: (call: MethodCall) => Promise<WriteOutcome>;
  /** The token goes back to the inventory. */
  readonly unassign: (call: MethodCall) => Promise<WriteOutcome>;
};

export type StoredEvent = { readonly seq: number; readonly atMs: number; readonly kind: string; readonly body: string };

/**
 * The durable list of events. `append` resolves once all of them are on the disk, in order, or none is.
 * Sequence numbers start at 1 and have no gaps.
 */
export type JournalPort = {
  readonly append: (events: readonly DurableEvent[]) => Promise<Result<null>>;
  readonly readAll: () => Promise<Result<StoredJournal>>;
  readonly close: () => Promise<void>;
};

export type StoredJournal = {
  readonly events: readonly StoredEvent[];
  /** The first event whose hash does not follow from the one before it, or `null`. */
  readonly chainBrokenAtSeq: number | null;
};

/** Seeds of a vendor's file, in memory alone: no other part of the station ever sees one. */
export type SeedPort = {
  /**
   * Takes a file in place of the one before. `seed-file-unreadable`, `seed-password-wanted`, `seed-password-wrong`: then
   * the one before stays.
   */
  readonly load: (file: SeedFileBytes) => Promise<Result<SeedFileFacts>>;
  /** `null`: there is no file. */
  readonly view: () => SeedFileFacts | null;
  /** Whether a code on a display belongs to this serial number; `null`: there is no file. */
  readonly prove: (serialNumber: string, code: Secret, atMs: number) => TokenProof | null;
  /** The tokens that showed all of these codes. */
  readonly find: (sightings: readonly { readonly code: Secret; readonly atMs: number }[]) => readonly TokenMatch[];
  readonly forget: () => void;
};

export type SeedFileFacts = Omit<SeedFileView, 'sought'>;

export type SeedFileBytes = { readonly name: string; readonly bytes: Uint8Array; readonly password: Secret };

/** `userPrincipalName` is the sign-in name of the id token, for showing; rights are never read off it. */
export type Operator = { readonly name: string; readonly userPrincipalName: string };

export type { DeviceCodePrompt } from '../contract/snapshot.ts';

/** What a call that was refused asks the next token to hold. Opaque; `null`: nothing. */
export type ClaimsChallenge = string | null;

/** Who is signed in. The access token stays in the main process. */
export type SignInPort = {
  /** `null` while nobody is signed in. */
  readonly operator: () => Operator | null;
  /** Takes up the sign-in of the last start, where one is kept and still holds; asks nobody. */
  readonly restore: () => Promise<Operator | null>;
  /** Asks the person in the system's browser; settles when they are done, called off or too late. */
  readonly signIn: () => Promise<Result<Operator>>;
  /** The same without a browser on this computer. `onPrompt` is told what to show. */
  readonly signInElsewhere: (onPrompt: (prompt: DeviceCodePrompt) => void) => Promise<Result<Operator>>;
  /** Asks the same person again, now: after it, `signedInAtMs` is new. */
  readonly signInAgain: () => Promise<Result<Operator>>;
  /** When the person last proved who they are, as far as the token tells; `null`: it does not. */
  readonly signedInAtMs: () => number | null;
  /** The names of what the token allows (delegated scopes), as it says; empty while nobody is signed in. */
  readonly scopes: () => readonly string[];
  /** The admin roles that the token names, by role template id; `null`: it does not tell. */
  readonly roles: () => readonly string[] | null;
  /**
   * Forgets every token, in memory and on the disk. The browser's own session is the browser's to end; at a kiosk, where
   * the browser is everybody's, it is asked to.
   */
  readonly signOut: () => Promise<void>;
  /** Calls off the sign-in under way. Who was signed in before still is. */
  readonly cancel: () => void;
  /**
   * `signed-out`: nobody is signed in, or they have to sign in again. With a challenge the token is renewed with what the
   * service asked for.
   */
  readonly accessToken: (challenge?: ClaimsChallenge) => Promise<Result<Secret>>;
};

import type { Problem } from '../contract/problem.ts';
import type { DeviceCodePrompt } from '../contract/snapshot.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { Result } from '../contract/result.ts';
import type { SeedFileView } from '../contract/seed-file.ts';
import type { Operator } from '../contract/user.ts';
import type { BenchSettings, ReaderMode } from './bench-settings.ts';
import type { DurableEvent } from './event.ts';
import type { ReportLayout } from './report-layout.ts';
import type { TokenMatch, TokenProof } from './right-token.ts';
import type { Secret } from './secret.ts';
import type { NewDevice, TokenFacts } from './graph-port.ts';

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

export type StoredEvent = { readonly seq: number; readonly atMs: number; readonly kind: string; readonly body: string };

/**
 * The durable list of events. `append` resolves once all of them are on the disk, in order, or none is.
 * Sequence numbers start at 1 and have no gaps.
 */
export type JournalPort = {
  readonly append: (events: readonly DurableEvent[]) => Promise<Result<null>>;
  readonly readAll: () => Promise<Result<StoredJournal>>;
  /** What was appended after an entry that is known; the chain is followed from its hash on. */
  readonly readAfter: (known: JournalHead) => Promise<Result<StoredJournal>>;
  /**
   * Puts a `forgotten` event in the place of what these entries held, and appends `note`, which says so: all of it or none.
   * Numbers, times, kinds and hashes stay. What they held is nowhere in the file afterwards; `storage-failing` also where
   * that could not be done, and the next call does it, also one that forgets nothing more.
   */
  readonly forget: (entries: readonly ForgottenEntry[], note: RetentionNote | null) => Promise<Result<null>>;
  readonly close: () => Promise<void>;
};

/** The newest entry that is known. */
export type JournalHead = { readonly seq: number; readonly hash: string };

/** `itemCount`, `orderCount`: how many tokens and orders the entry had made. */
export type ForgottenEntry = { readonly seq: number; readonly itemCount: number; readonly orderCount: number };

export type RetentionNote = Extract<DurableEvent, { kind: 'retentionApplied' }>;

export type StoredJournal = {
  readonly events: readonly StoredEvent[];
  /**
   * The first event whose hash does not follow from the one before it, or `null`. What was forgotten cannot be recomputed: its
   * links must hold, and the entries that say how much was forgotten must account for it.
   */
  readonly chainBrokenAtSeq: number | null;
  /** `null`: there is no entry. */
  readonly head: JournalHead | null;
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
  /** The tokens that showed all of these codes. One that can hardly do so by chance proves the file. */
  readonly find: (sightings: readonly { readonly code: Secret; readonly atMs: number }[]) => readonly TokenMatch[];
  /** What the file's tokens are, in its order, always the same list for the same file; `null`: there is no file. */
  readonly devices: () => readonly TokenFacts[] | null;
  /** Those with these serial numbers as the inventory takes them; `null`: the file is not proved, or is gone. */
  readonly newDevices: (serialNumbers: readonly string[]) => readonly NewDevice[] | null;
  readonly forget: () => void;
};

/** Kinds of files that are asked for. */
export type FileKind = 'workOrder' | 'handedOverOrder' | 'csv' | 'json';

/** A file that somebody chose. The path never reaches the window. */
export type ChosenPath = { readonly name: string; readonly path: string };

/** The system's own dialogs. `null`: called off. */
export type FilesPort = {
  readonly chooseFile: (kind: FileKind) => Promise<ChosenPath | null>;
  readonly chooseTarget: (kind: FileKind, suggestedName: string) => Promise<ChosenPath | null>;
};

/** One page, as it is to look. `html` runs no script and asks nobody for anything. */
export type PrintedPage = {
  readonly html: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** As the system calls it; empty: to a PDF file. */
  readonly printerName: string;
  /** Of the PDF file, without its ending. */
  readonly fileName: string;
};

export type PrinterPort = {
  readonly printers: () => Promise<readonly string[]>;
  /** `to`: the printer, or the path of the file. `printer-gone`, `not-printed`, `file-not-written`. It never rejects. */
  readonly print: (page: PrintedPage) => Promise<Result<{ readonly to: string }>>;
};

export type SeedFileFacts = Omit<SeedFileView, 'sought'>;

export type SeedFileBytes = { readonly name: string; readonly bytes: Uint8Array; readonly password: Secret };

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

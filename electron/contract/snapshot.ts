import type { CapabilityView } from './capability.ts';
import type { PracticeTrouble } from './command.ts';
import type { DoctorView } from './doctor.ts';
import type { HistoryView } from './history.ts';
import type { InventoryView } from './inventory.ts';
import type { ItemId, QueueRow } from './item.ts';
import type { PaperView } from './paper.ts';
import type { PlanView } from './plan.ts';
import type { Problem } from './problem.ts';
import type { LaneView, ReaderView } from './reader.ts';
import type { SeedFileView } from './seed-file.ts';
import type { SettingsView } from './settings.ts';
import type { ShiftView } from './shift.ts';
import type { User, UserMatch } from './user.ts';
import type { OrdersView } from './work-order.ts';

/** The picture of the station that the window shows. Times are epoch milliseconds of the main process. */
export type Snapshot = {
  /** Grows with each picture; an older one is dropped. */
  readonly revision: number;
  readonly atMs: number;
  readonly mode: Mode;
  readonly session: Session;
  readonly readers: readonly ReaderView[];
  readonly queue: QueueView;
  /** One place for each reader that is there or still has a token in hand; the front one is worked on. */
  readonly lanes: readonly LaneView[];
  /** The token that is being handed over in the front lane. */
  readonly open: QueueRow | null;
  readonly search: SearchView;
  /** The newest last. Each is said and sounded once, by its `seq`. */
  readonly notices: readonly Notice[];
  readonly health: Health;
  readonly pace: Pace;
  readonly settings: SettingsView;
  /** `null` while it is not known: nobody is signed in, or it is being asked. */
  readonly capabilities: readonly CapabilityView[] | null;
  /** The seeds in memory, without the seeds; `null`: there are none. */
  readonly seeds: SeedFileView | null;
  readonly inventory: InventoryView | null;
  /** Pictures of the people in hand, by object id, as `data:` addresses; whoever has none is left out. */
  readonly photos: Readonly<Record<string, string>>;
  readonly orders: OrdersView;
  readonly shift: ShiftView;
  readonly paper: PaperView;
  /** `null` while it is closed. */
  readonly history: HistoryView | null;
  /** The plan that is shown or carried out; never two. */
  readonly plan: PlanView | null;
  /** `null`: a desk, where an operator issues tokens to others. */
  readonly kiosk: KioskView | null;
  readonly practice: PracticeView | null;
  /** `null` while it is closed. */
  readonly doctor: DoctorView | null;
};

/** What somebody types on another device to sign in here. It opens nothing by itself, and is shown. */
export type DeviceCodePrompt = {
  readonly userCode: string;
  readonly verificationUrl: string;
  readonly expiresAtMs: number;
};

/** People issue their own token here. */
export type KioskView = {
  /** Who is here; `null` until they have signed in and are known. */
  readonly person: User | null;
  /** They have to prove anew who they are before a code is sent. */
  readonly needsFreshSignIn: boolean;
  /** The token is theirs: they are signed out at this moment. */
  readonly endsAtMs: number | null;
};

/** Who is signed in. `fixed`: nobody can sign in or out, as in practice. */
export type Session =
  | { readonly kind: 'fixed'; readonly name: string }
  /** `problem`: why the last sign-in failed or ended. */
  | { readonly kind: 'out'; readonly problem: Problem | null }
  /** `prompt`: what to type on another device; `null`: the browser of this computer asks. */
  | { readonly kind: 'signingIn'; readonly prompt: DeviceCodePrompt | null }
  /** `userPrincipalName`: which of two people of one name. */
  | { readonly kind: 'in'; readonly name: string; readonly userPrincipalName: string }
  | { readonly kind: 'signingOut' };

/**
 * Practice can never be mistaken for a tenant: the window stripes it and says so.
 * `problem`: why it is practice although the station was set up for a tenant.
 */
export type Mode =
  | { readonly kind: 'practice'; readonly problem: Problem | null }
  | { readonly kind: 'tenant'; readonly name: string; readonly graphHost: string };

export type QueueFilter = 'all' | 'needsYou' | 'working' | 'issued';

export type QueueView = {
  readonly filter: QueueFilter;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** At most one page, the newest first: a row never moves under the hand. */
  readonly rows: readonly QueueRow[];
  readonly counts: QueueCounts;
};

export type QueueCounts = {
  readonly all: number;
  readonly needsYou: number;
  readonly working: number;
  readonly issued: number;
};

export type SearchView = {
  readonly query: string;
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly users: readonly UserMatch[];
  /** There are more people than are listed: type more of the name. */
  readonly more: boolean;
  readonly problem: Problem | null;
};

/** Something that just happened, said in words and by its own sound. */
export type Notice = {
  readonly seq: number;
  readonly atMs: number;
  readonly kind: NoticeKind;
  readonly itemId: ItemId | null;
  /** The serial number or the harmless part of what was scanned; empty where nothing may be shown. */
  readonly text: string;
  readonly userName: string | null;
  /** The reader that it came from, as it is shown; empty: from no reader. */
  readonly readerName: string;
  readonly problem: Problem | null;
};

export type NoticeKind =
  | 'scanTaken'
  /** Tried out in the doctor; `problem` says why it would have been refused. */
  | 'scanTested'
  /** A badge was read; the people with its number are searched for. */
  | 'badgeRead'
  | 'scanDuplicate'
  | 'scanRefused'
  | 'codeRejected'
  | 'codeWanted'
  | 'waiting'
  | 'unsure'
  | 'activated'
  | 'stopped'
  /** A token was taken back from somebody. */
  | 'takenBack'
  | 'planStopped'
  | 'planDone'
  /** Somebody is served from now on, or their ID has been seen. */
  | 'visitBegun'
  | 'idChecked'
  /** An order's token is its person's. */
  | 'assigned'
  /** A line of an order was scanned or chosen. */
  | 'lineChosen'
  /** Nobody is left to serve. */
  | 'orderDone'
  | 'paperPrinted'
  | 'paperFailed'
  | 'shiftCompared'
  | 'readerGone'
  | 'readerReady'
  /** A reader is there and cannot be used. */
  | 'readerTroubled'
  | 'storageFailing'
  | 'storageSafe';

/** What the tenant still takes in this window of five minutes. `freeAtMs`: when it takes the next one, where it takes none now. */
export type Pace = { readonly left: number; readonly most: number; readonly freeAtMs: number | null };

export type Health = {
  readonly storage: StorageHealth;
  readonly graph: GraphHealth;
};

export type StorageHealth = {
  /** Events that wait for the disk. While there are any, nothing is sent to Graph. */
  readonly unsavedEvents: number;
  readonly problem: Problem | null;
  /** Stored events that could not be read at start; they are kept, and left out. */
  readonly unreadable: readonly UnreadableEvent[];
  /** The first sequence number at which the chain of hashes does not hold, or `null`. */
  readonly chainBrokenAtSeq: number | null;
};

export type UnreadableEvent = { readonly seq: number; readonly reason: string };

export type GraphHealth =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'reachable'; readonly latencyMs: number }
  | { readonly kind: 'unreachable'; readonly sinceMs: number; readonly problem: Problem };

/** The panel of virtual tokens. Their codes are for training and open no account. */
export type PracticeView = {
  readonly tokens: readonly PracticeToken[];
  readonly labels: readonly PracticeLabel[];
  readonly readers: readonly PracticeReader[];
  readonly trouble: PracticeTrouble;
};

/** A reader without a body. `number` counts from 1. */
export type PracticeReader = { readonly number: number; readonly name: string; readonly isPlugged: boolean };

export type PracticeToken = {
  readonly serialNumber: string;
  readonly model: string;
  /** One line for the trainer, such as "assigned to somebody else". */
  readonly note: PracticeNote;
  readonly periodSeconds: number;
  readonly code: string;
  readonly codeChangesAtMs: number;
};

/** `assignedAhead`: it is somebody's who has yet to activate it. `legacyTwin`: its owner has it twice. */
export type PracticeNote =
  'fresh' | 'assignedToAnother' | 'assignedAhead' | 'legacyTwin' | 'notInInventory' | 'slowClock' | 'issued';

/** A bar code that is not a token's, to practise refusals with. */
export type PracticeLabel = {
  readonly kind: 'retailCode' | 'assetTag' | 'link' | 'secretLink';
  readonly text: string;
  readonly aimId: string;
};

import type { PreFlightView } from './pre-flight.ts';
import type { Problem } from './problem.ts';
import type { ReaderKey } from './reader.ts';
import type { TokenDrift } from './seed-file.ts';
import type { User } from './user.ts';
import type { IdCheck } from './visit.ts';
import type { OrderGoal, OrderLineRef } from './work-order.ts';

/** Counts up from 1 in the order of scanning, and is never used again. */
export type ItemId = number;

/** Where one scanned token stands. `needsUser`, `needsCode` and `stopped` wait for a person; the others go on by themselves. */
export type ItemState =
  | { readonly kind: 'needsUser' }
  /** `problem`: why the code before this one did not do. */
  | { readonly kind: 'needsCode'; readonly problem: Problem | null }
  /** It only has to be assigned, and that can begin. */
  | { readonly kind: 'readyToAssign' }
  /** The intent is in the journal; the POST may be under way. */
  | { readonly kind: 'activating' }
  /** Graph did not act and said when to ask again. */
  | { readonly kind: 'waiting'; readonly untilMs: number; readonly problem: Problem }
  /** Whether Graph acted is not known; the user's methods are read at `nextReadAtMs`. */
  | {
      readonly kind: 'unsure';
      readonly problem: Problem;
      readonly nextReadAtMs: number;
      readonly readProblem: Problem | null;
    }
  /** Graph said yes; the read-back at `nextReadAtMs` proves it. `readProblem`: why the last read did not come through. */
  | { readonly kind: 'confirming'; readonly nextReadAtMs: number; readonly readProblem: Problem | null }
  | { readonly kind: 'activated' }
  /** It is the person's, who will activate it: all that an order asked for. */
  | { readonly kind: 'assigned' }
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** What the window may ask for about this item, so that buttons need not know the rules. */
export type ItemAction =
  | 'chooseUser'
  | 'enterCode'
  | 'retry'
  | 'readNow'
  | 'remove'
  /** Say that it has been seen who the person is. */
  | 'attestId'
  | 'printReceipt'
  | 'printLabel'
  /** Look at the person and the token once more before a code is sent. */
  | 'checkAgain'
  /** Takes an issued token back; until `undoUntilMs`. */
  | 'undo'
  /** Takes back an older token of this person first. */
  | 'replace'
  /** Takes this token back from whoever has it first. */
  | 'reassign'
  /** Exchanges this token with that of another person. */
  | 'swap';

/** One row of the queue. Times are epoch milliseconds. */
export type QueueRow = {
  readonly id: ItemId;
  readonly serialNumber: string;
  /** What the label said, where that differs from the serial number that is used; else `null`. */
  readonly scannedText: string | null;
  readonly readerName: string;
  /** The lane that it is handed over in, or was scanned in. */
  readonly laneId: ReaderKey;
  readonly user: User | null;
  readonly state: ItemState;
  /** How often Graph has rejected a code for this token. */
  readonly rejections: number;
  readonly scannedAtMs: number;
  readonly changedAtMs: number;
  readonly can: readonly ItemAction[];
  /** `null` before a person is chosen, and once it is settled. */
  readonly preFlight: PreFlightView | null;
  /** How long a code stays on this token's display; `null`: not known. */
  readonly periodSeconds: number | null;
  /** How far its clock is off, as its last code has told; `null`: no seed has proved it. */
  readonly drift: TokenDrift | null;
  /** Until when it can be taken back; `null`: not at all. */
  readonly undoUntilMs: number | null;
  readonly goal: OrderGoal;
  /** The line of a work order that it is for. */
  readonly orderLine: OrderLineRef | null;
  readonly idCheck: IdCheck | null;
  /** No code is taken before it was seen who the person is. */
  readonly needsIdCheck: boolean;
  /** When its receipt left for the printer; `null`: it has none. */
  readonly receiptAtMs: number | null;
};

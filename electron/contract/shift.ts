import type { ItemId } from './item.ts';
import type { Problem } from './problem.ts';
import type { Operator, User } from './user.ts';

/** All that happened since the last shift was closed. */
export type ShiftView = {
  /** The first event of this shift; `null`: nothing has happened yet. */
  readonly sinceMs: number | null;
  readonly counts: ShiftCounts;
  readonly operators: readonly Operator[];
  readonly exceptions: ExceptionsView;
  readonly comparison: ComparisonView;
};

export type ShiftCounts = {
  readonly issued: number;
  readonly assigned: number;
  readonly takenBack: number;
  readonly stopped: number;
  readonly refusedScans: number;
};

/** What could not be issued: tokens that stopped, and labels that were refused. The newest first. */
export type ExceptionsView = {
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly count: number;
  readonly rows: readonly ExceptionView[];
};

export type ExceptionView = {
  /** Stands for this one. */
  readonly key: string;
  readonly atMs: number;
  readonly kind: 'token' | 'scan';
  readonly itemId: ItemId | null;
  /** Exactly as it is used; `null`: the scan was no serial number. */
  readonly serialNumber: string | null;
  /** What the label said, one character a byte; empty where nothing may be kept. */
  readonly rawText: string;
  readonly readerName: string;
  readonly user: User | null;
  readonly problem: Problem;
};

/** What the tenant says of all tokens that this shift issued. */
export type ComparisonView = {
  readonly isRunning: boolean;
  readonly doneCount: number;
  readonly totalCount: number;
  /** `null`: it has not been compared since the shift began. */
  readonly result: ComparisonResult | null;
};

export type ComparisonResult = {
  readonly atMs: number;
  readonly checkedCount: number;
  /** Issued after it. */
  readonly issuedSince: number;
  readonly differences: readonly Difference[];
};

/** `missing`: the person has no such token. `notActive`: it is theirs and not activated. `unread`: it could not be read. */
export type DifferenceKind = 'missing' | 'notActive' | 'unread';

export type Difference = {
  readonly itemId: ItemId;
  readonly kind: DifferenceKind;
  readonly serialNumber: string;
  readonly userName: string;
  readonly problem: Problem | null;
};

export type ShiftCommand =
  | { readonly kind: 'showExceptions'; readonly page: number }
  /** Takes refused labels off the list; tokens leave it when they are issued or removed. */
  | { readonly kind: 'clearRefusedScans' }
  /** Reads the tokens of all people who were issued one in this shift. */
  | { readonly kind: 'compareShift' }
  | { readonly kind: 'closeShift' };

import type { ItemId } from '../contract/item.ts';
import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { ComparisonResult, ShiftCounts } from '../contract/shift.ts';
import type { Operator, User } from '../contract/user.ts';
import type { OrderGoal } from '../contract/work-order.ts';
import { emptyOrder, newestOf, type OrderedMap } from './ordered-map.ts';

/** What happened since the last shift was closed. */
export type Shift = {
  readonly sinceMs: number | null;
  readonly counts: ShiftCounts;
  readonly operators: readonly Operator[];
  /** By `serialKey`, in the order in which they were issued; a token that was taken back is none of them. */
  readonly issued: OrderedMap<string, Issued>;
  /** Every item that is stopped now, whatever shift it stopped in, with the moment of it. */
  readonly stopped: OrderedMap<ItemId, number>;
  /** The newest last; the oldest go first where there are too many. */
  readonly refusedScans: readonly RefusedScan[];
  readonly comparison: ComparisonResult | null;
  readonly shownPage: number;
};

/** A token as it was issued. Its row may have left the queue since. */
export type Issued = {
  readonly itemId: ItemId;
  readonly serialNumber: string;
  readonly user: User;
  readonly methodId: string | null;
  readonly goal: OrderGoal;
  readonly atMs: number;
};

/** `seq`: the how manieth of this shift. `rawText`: what may be kept of it. */
export type RefusedScan = {
  readonly seq: number;
  readonly atMs: number;
  readonly readerKey: ReaderKey;
  readonly problem: Problem;
  readonly rawText: string;
};

export const NEW_SHIFT: Shift = {
  sinceMs: null,
  counts: { issued: 0, assigned: 0, takenBack: 0, stopped: 0, refusedScans: 0 },
  operators: [],
  issued: emptyOrder(),
  stopped: emptyOrder(),
  refusedScans: [],
  comparison: null,
  shownPage: 0,
};

/** The tokens of this shift that are with their people, the first one first. */
export function issuedOf({ issued }: Shift): readonly Issued[] {
  return Array.from(newestOf(issued), ([, token]) => token).toReversed();
}

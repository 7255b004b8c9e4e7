import type { QueueRow } from './item.ts';
import type { Problem } from './problem.ts';
import type { VisitView } from './visit.ts';
import type { LaneOrderView } from './work-order.ts';

/**
 * Stands for one reader over its life: vendor, product and serial number, and the socket where that is not enough.
 * It is the same after a replug.
 */
export type ReaderKey = string;

/** Six colours that can be told apart; always shown beside the name. */
export type LaneColor = 1 | 2 | 3 | 4 | 5 | 6;

export type ReaderView = {
  readonly readerKey: ReaderKey;
  /** As the operator named it, else as the device calls itself. */
  readonly name: string;
  readonly color: LaneColor;
  readonly problem: Problem | null;
};

/** A reader's place at the bench: what is scanned with it is handed over here, and nowhere else. */
export type LaneView = {
  readonly laneId: ReaderKey;
  /** Empty: the keyboard's place, while no reader is there. */
  readonly name: string;
  readonly color: LaneColor;
  /** `false`: the reader was pulled out while tokens of its own still wait. */
  readonly isPlugged: boolean;
  /** The one that the window works on: what is typed goes here. */
  readonly isFront: boolean;
  readonly open: QueueRow | null;
  /** Who stands there and has no token yet: the next one scanned here is for them, and only that one. */
  readonly visit: VisitView | null;
  /** The work order that is worked on here. */
  readonly order: LaneOrderView | null;
};

import type { ItemId } from './item.ts';
import type { Problem } from './problem.ts';
import type { ReaderKey } from './reader.ts';
import type { User } from './user.ts';

/** Counts up from 1 in the order of opening, and is never used again. */
export type OrderId = number;

/** `assign`: the token is the person's and goes out by mail; they activate it. `activate`: its code is taken at the bench. */
export type OrderGoal = 'assign' | 'activate';

/** One person of a work order, as its file says. */
export type WorkOrderLine = {
  /** Counts from 1, the header included. */
  readonly line: number;
  /** A sign-in name or an employee id, exactly as it is written. */
  readonly person: string;
  readonly personBy: PersonBy;
  /** Empty where the file does not say. */
  readonly name: string;
  readonly requestNumber: string;
  readonly model: string;
  readonly note: string;
  readonly faults: readonly LineFault[];
};

export type PersonBy = 'userPrincipalName' | 'employeeId';

/** What should be looked at before anything starts. */
export type LineFault =
  | { readonly kind: 'personMissing' }
  /** The same person stands in this line already. */
  | { readonly kind: 'personTwice'; readonly firstLine: number }
  /** A spreadsheet has rounded it, as `1.23E+12`: it cannot be told what it was. */
  | { readonly kind: 'rounded' }
  /** A spreadsheet may have dropped zeros in front: the others are longer. Offered, never done by itself. */
  | { readonly kind: 'zerosMaybeLost'; readonly suggestion: string }
  /** Something that a spreadsheet would run. It is kept as text. */
  | { readonly kind: 'formula' }
  // What the tenant says of the person.
  | { readonly kind: 'unknownPerson' }
  /** Two people have this employee id. */
  | { readonly kind: 'twoPeople' }
  /** Hardware tokens cannot be assigned to guests. */
  | { readonly kind: 'guest' }
  | { readonly kind: 'accountDisabled' }
  /** Another open order has this person, too. */
  | { readonly kind: 'inOtherOrder'; readonly orderName: string }
  /** It could not be looked up. */
  | { readonly kind: 'notLookedUp'; readonly problem: Problem };

/** A work order that has been read and not been opened yet. */
export type OrderDraftView = {
  readonly fileName: string;
  /** `checking`: its people are being looked up in the tenant. */
  readonly stage: 'reading' | 'checking' | 'ready';
  /** How many lines have been read and looked up so far. */
  readonly readCount: number;
  readonly checkedCount: number;
  readonly counts: OrderDraftCounts;
  readonly ignoredColumns: readonly string[];
  /** Of an order that another station has handed over; `null`: a list. */
  readonly handedOver: HandedOverView | null;
  readonly onlyFaults: boolean;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly lines: readonly OrderDraftLine[];
};

/** It keeps its goal, whatever `startOrder` says; its name is offered. */
export type HandedOverView = {
  readonly name: string;
  readonly goal: OrderGoal;
  /** The station that it comes from. */
  readonly station: string;
  readonly atMs: number;
  /** People who have their token, and people who were left out. */
  readonly doneCount: number;
  readonly skippedCount: number;
};

export type OrderDraftCounts = {
  readonly all: number;
  /** Will be part of the order. */
  readonly usable: number;
  /** Of these, the ones with something to look at. */
  readonly doubtful: number;
  /** Will be left out. */
  readonly unusable: number;
  /** Leading zeros that can be put back. */
  readonly zerosOffered: number;
};

/** `user`: whom the tenant found; `null`: nobody, or not yet. */
export type OrderDraftLine = WorkOrderLine & { readonly user: User | null; readonly isUsable: boolean };

/** One person of an order that is open. `line` as in its file. */
export type OrderLineView = {
  readonly line: number;
  readonly user: User;
  readonly requestNumber: string;
  readonly model: string;
  readonly note: string;
  readonly state: OrderLineState;
  /** The token that is theirs or is being made so. */
  readonly itemId: ItemId | null;
  readonly serialNumber: string | null;
  readonly doneAtMs: number | null;
};

/** `done`: their token was issued, here or, before it was handed over, elsewhere. `held`: a token is with it and not done. */
export type OrderLineState = 'open' | 'held' | 'stopped' | 'skipped' | 'done';
export type OrderFilter = 'all' | OrderLineState;

export type OrderView = {
  readonly orderId: OrderId;
  readonly name: string;
  readonly goal: OrderGoal;
  /** `handedOver`: another station goes on with it. */
  readonly stage: 'open' | 'closed' | 'handedOver';
  readonly openedAtMs: number;
  readonly counts: Readonly<Record<OrderFilter, number>>;
  /** The places that work on it. */
  readonly takenBy: readonly ReaderKey[];
};

/** One page of the order that the window looks at. */
export type OrderPageView = {
  readonly orderId: OrderId;
  readonly filter: OrderFilter;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly lines: readonly OrderLineView[];
};

export type OrdersView = {
  /** The newest first. */
  readonly orders: readonly OrderView[];
  readonly shown: OrderPageView | null;
  readonly draft: OrderDraftView | null;
};

/** What a place works on: the next token scanned there is for the person of `next`. */
export type LaneOrderView = {
  readonly orderId: OrderId;
  readonly name: string;
  readonly goal: OrderGoal;
  readonly doneCount: number;
  readonly lineCount: number;
  /** `null`: nobody is left to serve. */
  readonly next: OrderLineView | null;
};

/** Where a token comes from. */
export type OrderLineRef = {
  readonly orderId: OrderId;
  readonly orderName: string;
  readonly line: number;
  readonly requestNumber: string;
};

export type OrderCommand =
  // The file that is being looked at before an order is made of it.
  | { readonly kind: 'openWorkOrder' }
  | { readonly kind: 'showDraft'; readonly page: number; readonly onlyFaults: boolean }
  /** Puts back the zeros that a spreadsheet seems to have dropped: in one line, or in all that are offered. */
  | { readonly kind: 'acceptZeros'; readonly line: number | null }
  /** Looks up the people once more that could not be looked up. */
  | { readonly kind: 'checkDraftAgain' }
  | { readonly kind: 'startOrder'; readonly name: string; readonly goal: OrderGoal }
  /** Also while it is being read or looked up. */
  | { readonly kind: 'dropDraft' }
  /** Writes the order with its progress to a file, for another station; here it is no longer worked on. */
  | { readonly kind: 'handOverOrder'; readonly orderId: OrderId }
  // Orders that are open. `takeOrder` and `leaveOrder` are about the front place.
  | {
      readonly kind: 'showOrder';
      readonly orderId: OrderId | null;
      readonly filter: OrderFilter;
      readonly page: number;
    }
  | { readonly kind: 'takeOrder'; readonly orderId: OrderId }
  | { readonly kind: 'leaveOrder' }
  /** Serves this person next in the front place. */
  | { readonly kind: 'chooseLine'; readonly orderId: OrderId; readonly line: number }
  | { readonly kind: 'skipLine'; readonly orderId: OrderId; readonly line: number }
  | { readonly kind: 'unskipLine'; readonly orderId: OrderId; readonly line: number }
  | { readonly kind: 'closeOrder'; readonly orderId: OrderId }
  /** Also takes back one that was handed over. */
  | { readonly kind: 'reopenOrder'; readonly orderId: OrderId };

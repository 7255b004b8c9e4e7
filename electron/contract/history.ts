import type { Problem } from './problem.ts';
import type { Operator } from './user.ts';

/** What the journal holds, for people. `null` in the picture while it is closed. */
export type HistoryView = {
  readonly search: HistorySearch;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** How many entries fit the search. */
  readonly foundCount: number;
  readonly entryCount: number;
  readonly isBusy: boolean;
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly chain: ChainView;
  /** Entries that were forgotten because they were older than the setting allows. */
  readonly forgottenCount: number;
};

/** All that is given must fit. `text`: a part of a person's name or sign-in name, of a serial number or of an operator's. */
export type HistorySearch = {
  readonly text: string;
  /** From this moment on; `null`: from the first one. */
  readonly fromMs: number | null;
  /** Before this moment; `null`: until the last one. */
  readonly toMs: number | null;
};

/** `head`: the newest entry; whoever keeps its hash elsewhere notices an end that was cut off. */
export type ChainView =
  | { readonly kind: 'empty' }
  | { readonly kind: 'holds'; readonly headSeq: number; readonly headHash: string }
  | { readonly kind: 'broken'; readonly atSeq: number };

/** One event in a form that words can be made of. */
export type HistoryEntry = {
  readonly seq: number;
  readonly atMs: number;
  readonly kind: HistoryKind;
  /** Who worked here then; `null`: nobody was signed in, or it has been forgotten. */
  readonly operator: Operator | null;
  readonly serialNumber: string | null;
  readonly userName: string | null;
  readonly userPrincipalName: string | null;
  readonly readerName: string | null;
  readonly orderName: string | null;
  readonly detail: HistoryDetail | null;
  /** A name or a text from outside: a printer, a file, a label, a kind of ID. */
  readonly note: string | null;
  /** How many, or which line, as the kind has it. */
  readonly number: number | null;
  readonly requestId: string | null;
  readonly problem: Problem | null;
};

/** The kinds of durable events, and `unreadable`: the words of one that is missing do not compile. */
export type HistoryKind =
  | 'scanned'
  | 'scanRefused'
  | 'userChosen'
  | 'activationIntended'
  | 'activationDone'
  | 'activationPostponed'
  | 'activationRefused'
  | 'answerLost'
  | 'codeExpired'
  | 'methodRead'
  | 'readFailed'
  | 'itemOpened'
  | 'itemParked'
  | 'itemRetried'
  | 'itemRemoved'
  | 'codeProved'
  | 'codeDisproved'
  | 'checkWanted'
  | 'preFlightRead'
  | 'itemLeft'
  | 'planStarted'
  | 'takeBackIntended'
  | 'takeBackDone'
  | 'takeBackPostponed'
  | 'takeBackRefused'
  | 'takeBackLost'
  | 'takeBackRead'
  | 'takeBackNotRead'
  | 'planResumed'
  | 'planLeft'
  | 'restarted'
  | 'visitBegun'
  | 'visitEnded'
  | 'visitorChecked'
  | 'idChecked'
  | 'orderOpened'
  | 'orderLinesAdded'
  | 'orderTaken'
  | 'orderLeft'
  | 'orderLineChosen'
  | 'orderLineSkipped'
  | 'orderLineUnskipped'
  | 'orderClosed'
  | 'orderHandedOver'
  | 'orderReopened'
  | 'assignmentIntended'
  | 'operatorNoted'
  | 'paperPrinted'
  | 'paperNotPrinted'
  | 'shiftCompared'
  | 'refusedScansCleared'
  | 'shiftClosed'
  | 'historyExported'
  | 'inventoryImported'
  | 'retentionApplied'
  | 'forgotten'
  | 'unreadable';

/** What the words of some kinds depend on: what a read has shown, which kind of paper or plan it was. */
export type HistoryDetail =
  | 'firstScan'
  | 'scannedAgain'
  | 'available'
  | 'assigned'
  | 'activated'
  | 'failedActivation'
  | 'unknown'
  | 'notTheirs'
  | 'clockRight'
  | 'clockFast'
  | 'clockSlow'
  | 'undo'
  | 'replace'
  | 'reassign'
  | 'swap'
  | 'stillThere'
  | 'takenBack'
  | 'forAssigning'
  | 'forActivating'
  | 'signedIn'
  | 'signedOut'
  | 'receipt'
  | 'label'
  | 'orderSheet'
  | 'manifest'
  | 'shiftReport'
  | 'csv'
  | 'json';

export type HistoryCommand =
  | { readonly kind: 'openHistory' }
  | { readonly kind: 'closeHistory' }
  | { readonly kind: 'searchHistory'; readonly search: HistorySearch; readonly page: number }
  /** Reads the whole journal again and follows its chain of hashes. */
  | { readonly kind: 'verifyHistory' }
  /** What the search found, to a file that is asked for. */
  | { readonly kind: 'exportHistory'; readonly format: 'csv' | 'json' };

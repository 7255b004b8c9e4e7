/** What is known of the seeds in memory. The seeds themselves are never told to anybody. */
export type SeedFileView = {
  readonly fileName: string;
  readonly tokenCount: number;
  /** How the file writes seeds; `unproved`: as base32 or as hexadecimal digits, and the first displayed code will tell. */
  readonly encoding: 'base32' | 'hex' | 'binary' | 'unproved';
  /** A code of one of its tokens has fitted: the seeds are read rightly. */
  readonly isProved: boolean;
  /** Columns that mean nothing here. */
  readonly ignoredColumns: readonly string[];
  /** Rows that were left out. */
  readonly faults: readonly SeedFault[];
  /** How far the clocks are off of the tokens whose codes have fitted since the file was opened; empty: of none. */
  readonly drifts: readonly DriftBin[];
  /** What the codes that were typed to find a token have come to; `null`: none is being looked for. */
  readonly sought: SoughtTokens | null;
};

/** The tokens that showed every one of these codes, the least drifted first. */
export type SoughtTokens = {
  /** How many codes of the same token have been typed. */
  readonly codeCount: number;
  readonly matches: readonly SoughtToken[];
};

export type SoughtToken = {
  readonly serialNumber: string;
  readonly model: string | null;
  readonly drift: TokenDrift;
};

/** How far a token's clock is off: below 0 it runs slow. `isFit`: it can go out as it is. */
export type TokenDrift = { readonly driftMs: number; readonly isFit: boolean };

/**
 * Tokens whose clocks are so many whole minutes off: below 0 slow, 0 less than one. From -10 to 10, and the two ends are
 * "and more": those are not fit to go out.
 */
export type DriftBin = { readonly minutes: number; readonly count: number };

/** `line` counts from 1, the header included; for a container of keys it counts the keys. */
export type SeedFault = {
  readonly line: number;
  readonly serialNumber: string | null;
  readonly kind: SeedFaultKind;
};

export type SeedFaultKind =
  | 'serialMissing'
  | 'seedMissing'
  | 'seedUnreadable'
  /** Microsoft Entra takes tokens that count time, not presses. */
  | 'eventToken'
  | 'notSixDigits'
  | 'periodNotTaken'
  | 'hashNotTaken'
  | 'serialTwice'
  /** The seed's own checksum does not fit. */
  | 'seedTampered'
  | 'rowBroken';

import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import type { Question } from './question.ts';
import type { Known } from './redactor.ts';

/** One request and what came of it, as it was: this stays in memory. Only `buildReport` makes a file of it. */
export type Attempt = {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly version: 'beta' | 'v1.0';
  readonly answer: GraphAnswer;
  /** By lower-case name; empty where no answer came. */
  readonly headers: ReadonlyMap<string, string>;
  readonly durationMs: number;
  /** What the station makes of it: a problem code, or a word of ours. */
  readonly takenAs: string;
};

/**
 * `noAnswer`: it was sent, and the line stayed silent. `declined`: a write that was not allowed. `leftOut`: something that
 * it needs is not there. `cutShort`: the run ended before it.
 */
export type Outcome = 'answered' | 'noAnswer' | 'declined' | 'leftOut' | 'cutShort';

export type Asked = {
  readonly question: Question;
  readonly outcome: Outcome;
  /** In our own words; `null`: there is nothing to say. */
  readonly why: string | null;
  readonly attempts: readonly Attempt[];
  readonly conclusion: string | null;
};

/** What became of the test token at one user. */
export type PutBack = {
  readonly userId: string;
  readonly result: 'nothingThere' | 'takenBack' | 'notProven' | 'failed';
  readonly attempts: readonly Attempt[];
};

export type SignedIn = {
  readonly by: 'browser' | 'deviceCode' | 'givenToken';
  readonly scopes: readonly string[];
  /** By role template id, as the token tells; `null`: it does not. */
  readonly roles: readonly string[] | null;
};

export type RunLog = {
  readonly startedAtMs: number;
  readonly endedBecause: string;
  readonly stationVersion: string;
  readonly scopesAskedFor: readonly string[];
  readonly signedIn: SignedIn | null;
  /** What the sign-in service said, where nobody could sign in. */
  readonly signInWords: string | null;
  readonly asked: readonly Asked[];
  readonly putBack: readonly PutBack[];
  /** Everything that was typed, and what belongs to who is signed in. */
  readonly known: readonly Known[];
};

import type { Command } from './command.ts';
import type { Result } from './result.ts';
import type { Snapshot } from './snapshot.ts';

/** What preload puts on the page as `window.station`. */
export type StationApi = {
  readonly send: (command: Command) => Promise<Result<null>>;
  /** Calls back with the present picture and with each later one. Returns the way to stop. */
  readonly watch: (onSnapshot: (snapshot: Snapshot) => void) => () => void;
};

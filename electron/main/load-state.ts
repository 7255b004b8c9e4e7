import type { Result } from '../contract/result.ts';
import type { UnreadableEvent } from '../contract/snapshot.ts';
import { parseEvent } from '../core/parse-event.ts';
import type { JournalPort } from '../core/ports.ts';
import { reduce } from '../core/reduce.ts';
import { ok } from '../core/result.ts';
import { EMPTY_STATE, type State } from '../core/state.ts';

type Loaded = {
  readonly state: State;
  readonly unreadable: readonly UnreadableEvent[];
  readonly chainBrokenAtSeq: number | null;
};

/** Folds the journal. An event that cannot be read is left out and named; it stays in the journal. */
export async function loadState(journal: JournalPort): Promise<Result<Loaded>> {
  const stored = await journal.readAll();
  if (!stored.ok) return stored;
  let state = EMPTY_STATE;
  const unreadable: UnreadableEvent[] = [];
  for (const { seq, body } of stored.value.events) {
    const event = parseEvent(body);
    if (event.ok) state = reduce(state, event.value);
    else unreadable.push({ seq, reason: event.problem.detail ?? '' });
  }
  // What was said before the restart is not said again.
  return ok({ state: { ...state, notices: [] }, unreadable, chainBrokenAtSeq: stored.value.chainBrokenAtSeq });
}

import type { DurableEvent, Event } from '../../../electron/core/event.ts';
import { isDurable } from '../../../electron/core/durable-events.ts';
import { parseEvent } from '../../../electron/core/parse-event.ts';
import type { ForgottenEntry, StoredEvent } from '../../../electron/core/ports.ts';
import { reduce } from '../../../electron/core/reduce.ts';
import { EMPTY_STATE, type State } from '../../../electron/core/state.ts';
import { forgottenBody } from '../../../electron/io/journal/forgotten-body.ts';

/** As the journal gives them back. */
export function storeEvents(events: readonly DurableEvent[]): readonly StoredEvent[] {
  return events.map((event, index) => ({
    seq: index + 1,
    atMs: event.atMs,
    kind: event.kind,
    body: JSON.stringify(event),
  }));
}

export function storeDurable(events: readonly Event[]): readonly StoredEvent[] {
  return storeEvents(events.filter(isDurable));
}

/** As the journal gives them back once these were forgotten. */
export function forgetIn(stored: readonly StoredEvent[], entries: readonly ForgottenEntry[]): readonly StoredEvent[] {
  const counts = new Map(entries.map((entry) => [entry.seq, entry]));
  return stored.map((event) => {
    const entry = counts.get(event.seq);
    return entry ? { ...event, body: forgottenBody(event.atMs, entry) } : event;
  });
}

/** As the station folds them at its start; one that cannot be read is left out. */
export function foldStored(stored: readonly StoredEvent[]): State {
  return stored.reduce((state, { body }) => {
    const event = parseEvent(body);
    return event.ok ? reduce(state, event.value) : state;
  }, EMPTY_STATE);
}

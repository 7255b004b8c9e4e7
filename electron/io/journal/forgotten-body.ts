import { parseEvent } from '../../core/parse-event.ts';
import type { DurableEvent } from '../../core/event.ts';
import type { ForgottenEntry, StoredEvent } from '../../core/ports.ts';

type Forgotten = Extract<DurableEvent, { kind: 'forgotten' }>;

/** What stands in the place of an entry that was forgotten. */
export function forgottenBody(atMs: number, { itemCount, orderCount }: Omit<ForgottenEntry, 'seq'>): string {
  const event: Forgotten = { kind: 'forgotten', atMs, itemCount, orderCount };
  return JSON.stringify(event);
}

/** What the journal itself has put into the place of another kind of entry, exactly as it writes it; else `null`. */
export function readForgotten({ kind, atMs, body }: StoredEvent): Forgotten | null {
  // Quickly over the many that are not: this is asked of each entry of which the hash does not fit.
  if (kind === 'forgotten' || !body.startsWith('{"kind":"forgotten"')) return null;
  const event = parseEvent(body);
  return event.ok && event.value.kind === 'forgotten' && forgottenBody(atMs, event.value) === body ? event.value : null;
}

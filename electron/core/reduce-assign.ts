import { putItem } from './item-table.ts';
import { stop } from './reduce-activation.ts';
import type { OrderEvent } from './order-events.ts';
import type { Item, State } from './state.ts';

/**
 * How often an assignment is begun before a person has to look at it. A pause that the service asked for does not count.
 * Chosen: assigning is idempotent, so that a lost answer may be sent again; three lost ones in a row are no accident.
 */
const MOST_BEGUN = 3;

/** The state that the assignment runs from. It is in the journal before anything is sent. */
export function reduceAssignmentIntended(
  state: State,
  event: Extract<OrderEvent, { kind: 'assignmentIntended' }>,
  item: Item,
): State {
  if (item.goal !== 'assign' || item.user?.id !== event.userId) return state;
  if (item.state.kind !== 'readyToAssign' && item.state.kind !== 'waiting') return state;
  return putItem(state, {
    ...item,
    state: { kind: 'activating' },
    attempts: item.attempts + 1,
    postponements: item.state.kind === 'waiting' ? item.postponements : 0,
    reads: 0,
    readFailures: 0,
    changedAtMs: event.atMs,
  });
}

/** The answer was lost, and a row of reads has not shown the token at its person: it is assigned once more, and not for ever. */
export function assignAgain(state: State, item: Item, atMs: number): State {
  const begun = item.attempts - item.postponements;
  if (begun >= MOST_BEGUN) return stop(state, item, atMs, { code: 'not-confirmed' });
  return readyToAssign(state, item, atMs);
}

export function readyToAssign(state: State, item: Item, atMs: number): State {
  return putItem(state, { ...item, state: { kind: 'readyToAssign' }, changedAtMs: atMs });
}

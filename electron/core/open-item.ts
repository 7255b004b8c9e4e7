import type { ItemId } from '../contract/item.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, State } from './state.ts';

/** Opens an item where the hand-over is free. A scan never takes the place of the token that is being handed over. */
export function openIfFree(state: State, id: ItemId): State {
  return state.openItemId === null ? { ...state, openItemId: id } : state;
}

/** Once the open token is done, the hand-over goes to the oldest one that waits for a person and was not set aside. */
export function openNext(state: State, done: Item): State {
  if (state.openItemId !== done.id) return state;
  for (let id = 1; state.counts.needsYou > 0 && id < state.nextItemId; id++) {
    const item = state.items.get(id);
    if (item && !item.parked && isWaitingForPerson(item)) return { ...state, openItemId: id };
  }
  return { ...state, openItemId: null };
}

/** A stopped item needs a decision, not a hand-over: it is opened on purpose only. */
function isWaitingForPerson(item: Item): boolean {
  return filterOf(item.state) === 'needsYou' && item.state.kind !== 'stopped';
}

import type { ItemId, ItemState } from '../contract/item.ts';
import type { QueueCounts } from '../contract/snapshot.ts';
import { filterOf } from './queue-filter.ts';
import { serialKey, type Item, type State } from './state.ts';

/** Puts an item in, new or changed, and keeps the counts and the list of busy items true. */
export function putItem(state: State, item: Item): State {
  const before = state.items.get(item.id);
  return {
    ...state,
    items: state.items.set(item.id, item),
    bySerial: before ? state.bySerial : state.bySerial.set(serialKey(item.serialNumber), item.id),
    ...recount(state, item.id, before?.state ?? null, item.state),
  };
}

export function dropItem(state: State, item: Item): State {
  return {
    ...state,
    items: state.items.delete(item.id),
    bySerial: state.bySerial.delete(serialKey(item.serialNumber)),
    lanes: state.lanes.map((lane) => (lane.openItemId === item.id ? { ...lane, openItemId: null } : lane)),
    ...recount(state, item.id, item.state, null),
  };
}

/** Every item, the newest first. */
export function* newestFirst(state: State): Generator<Item> {
  for (let id = state.nextItemId - 1; id >= 1; id--) {
    const item = state.items.get(id);
    if (item) yield item;
  }
}

function recount(
  state: State,
  id: ItemId,
  before: ItemState | null,
  after: ItemState | null,
): Pick<State, 'counts' | 'busy'> {
  const from = before && filterOf(before);
  const to = after && filterOf(after);
  if (from === to) return { counts: state.counts, busy: state.busy };
  const counts = add(add(state.counts, from, -1), to, 1);
  const others = from === 'working' ? state.busy.filter((busy) => busy !== id) : state.busy;
  return { counts, busy: to === 'working' ? [...others, id] : others };
}

function add(counts: QueueCounts, name: keyof QueueCounts | null, by: number): QueueCounts {
  return name === null ? counts : { ...counts, [name]: counts[name] + by, all: counts.all + by };
}

import type { ItemId } from '../contract/item.ts';
import type { LaneColor, ReaderKey } from '../contract/reader.ts';
import { putItem } from './item-table.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, Lane, State } from './state.ts';

/** The place of what is typed, while no reader is there. */
export const KEYBOARD_LANE: ReaderKey = 'keyboard';

const NOTHING_IN_HAND = { openItemId: null, visit: null, task: null } as const;

const COLORS: readonly LaneColor[] = [1, 2, 3, 4, 5, 6];

export function findLane(state: State, laneId: ReaderKey | null): Lane | null {
  return state.lanes.find((lane) => lane.laneId === laneId) ?? null;
}

export function laneOfItem(state: State, id: ItemId): Lane | null {
  return state.lanes.find((lane) => lane.openItemId === id) ?? null;
}

/** The item that is being handed over in the front lane: what is typed is meant for it. */
export function frontItem(state: State): Item | null {
  const id = findLane(state, state.frontLaneId)?.openItemId ?? null;
  return (id === null ? null : state.items.get(id)) ?? null;
}

/** Somebody is served at the front place, with a token in hand or before one. */
export function isFrontInUse(state: State): boolean {
  return frontItem(state) !== null || findLane(state, state.frontLaneId)?.visit != null;
}

/** Makes sure that a reader has its place. The first one stands in front. */
export function withLane(state: State, laneId: ReaderKey, name: string): State {
  const known = findLane(state, laneId);
  if (known && (known.name === name || name === '')) return state;
  if (known) return { ...state, lanes: state.lanes.map((lane) => (lane === known ? { ...lane, name } : lane)) };
  return { ...state, lanes: [...state.lanes, { laneId, name, color: chooseColor(state, laneId), ...NOTHING_IN_HAND }] };
}

/** The colour that it had before; else one that no reader of this bench has, as long as there are some. */
function chooseColor(state: State, laneId: ReaderKey): LaneColor {
  const known = state.bench.settings.readers;
  const ofOthers = new Set(Object.values(known).map(({ color }) => color));
  const here = new Set(state.lanes.map((lane) => known[lane.laneId]?.color ?? lane.color));
  const free = COLORS.filter((color) => !here.has(color));
  return known[laneId]?.color ?? free.find((color) => !ofOthers.has(color)) ?? free[0] ?? 1;
}

/** Opens an item in a lane, wherever it was open before, and takes it off the shelf. */
export function openIn(state: State, laneId: ReaderKey, item: Item): State {
  const freed = closeItem(withLane(state, laneId, ''), item.id);
  return putItem(setOpen(freed, laneId, item.id), { ...item, laneId, parked: false });
}

/**
 * Opens an item where its lane's hand-over is free: a scan never takes the place of the token that is being handed over.
 * The lane comes to the front where nothing is being handed over there: typing under way never goes to another token.
 */
export function openIfFree(state: State, laneId: ReaderKey, itemId: ItemId): State {
  const item = state.items.get(itemId);
  // A token that only has to be assigned asks for nobody's hands.
  if (!item || filterOf(item.state) !== 'needsYou') return state;
  const lane = findLane(state, laneId);
  // Whoever waits there for a token has the place: another's token stays in the queue.
  if (lane?.visit || lane?.openItemId != null || laneOfItem(state, itemId)) return state;
  const isFrontFree = !isFrontInUse(state);
  const opened = openIn(state, laneId, item);
  return isFrontFree ? { ...opened, frontLaneId: laneId } : opened;
}

/** Frees the hand-over of an item, where it has one. */
export function closeItem(state: State, id: ItemId): State {
  const lane = laneOfItem(state, id);
  return lane ? setOpen(state, lane.laneId, null) : state;
}

/**
 * Once an open token is done, its lane goes on to the oldest one of its own that waits for a person and was not set
 * aside. A front lane that has none gives way to one that has.
 */
export function openNext(state: State, done: Item): State {
  const lane = laneOfItem(state, done.id);
  if (!lane) return state;
  const closed = setOpen(state, lane.laneId, null);
  const next = oldestWaiting(closed, lane.laneId);
  return giveWay(next ? openIn(closed, lane.laneId, next) : closed);
}

/**
 * Where the front lane has nothing in hand, the first lane whose token waits for a person comes to the front; else the
 * front one stays as long as its reader is there.
 */
export function giveWay(state: State): State {
  if (isFrontInUse(state)) return state;
  const isPlugged = ({ laneId }: Lane): boolean => state.readers.some(({ readerKey }) => readerKey === laneId);
  const isWaiting = ({ openItemId, visit }: Lane): boolean => {
    if (visit) return true;
    const item = openItemId === null ? undefined : state.items.get(openItemId);
    return item !== undefined && filterOf(item.state) === 'needsYou';
  };
  const front = findLane(state, state.frontLaneId);
  const next = state.lanes.find(isWaiting) ?? (front && isPlugged(front) ? front : state.lanes.find(isPlugged));
  return { ...state, frontLaneId: next?.laneId ?? null };
}

function setOpen(state: State, laneId: ReaderKey, openItemId: ItemId | null): State {
  return { ...state, lanes: state.lanes.map((lane) => (lane.laneId === laneId ? { ...lane, openItemId } : lane)) };
}

/** A stopped item needs a decision, not a hand-over: it is opened on purpose only. */
function oldestWaiting(state: State, laneId: ReaderKey): Item | null {
  for (let id = 1; state.counts.needsYou > 0 && id < state.nextItemId; id++) {
    const item = state.items.get(id);
    if (!item || item.parked || item.laneId !== laneId || laneOfItem(state, id)) continue;
    if (filterOf(item.state) === 'needsYou' && item.state.kind !== 'stopped') return item;
  }
  return null;
}

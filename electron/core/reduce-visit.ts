import type { ReaderKey } from '../contract/reader.ts';
import type { PassingEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { findLane, giveWay, withLane } from './lanes.ts';
import { notify } from './notices.ts';
import { peopleInHand } from './people-in-hand.ts';
import { IDLE_SEARCH, type State } from './state.ts';
import { assertNever } from './unreachable.ts';
import type { VisitEvent } from './visit-events.ts';
import type { Visit } from './visit.ts';

type EventOf<K extends VisitEvent['kind']> = Extract<VisitEvent, { kind: K }>;

/** Chosen: a few people come back within minutes; each picture is some kilobytes. */
const KEPT_PHOTOS = 8;

/** Who stands at a place, and that it was seen who they are. */
export function reduceVisit(state: State, event: VisitEvent): State {
  switch (event.kind) {
    case 'visitBegun':
      return beginVisit(state, event);
    case 'visitEnded': {
      const { laneId } = event;
      if (!findLane(state, laneId)?.visit) return state;
      const ended = withVisit(state, laneId, null);
      return giveWay(laneId === state.frontLaneId ? { ...ended, search: IDLE_SEARCH } : ended);
    }
    case 'visitorChecked': {
      const { laneId, idKind, atMs } = event;
      const visit = findLane(state, laneId)?.visit;
      if (!visit) return state;
      const checked = withVisit(state, laneId, { ...visit, idCheck: { idKind, atMs } });
      return notify(checked, atMs, 'idChecked', { userName: visit.user.displayName, readerKey: laneId });
    }
    case 'idChecked': {
      const { itemId, idKind, atMs } = event;
      const item = state.items.get(itemId);
      if (!item?.user || item.state.kind !== 'needsCode') return state;
      const checked = putItem(state, { ...item, idCheck: { idKind, atMs } });
      return notify(checked, atMs, 'idChecked', { item });
    }
    default:
      return assertNever(event);
  }
}

/** One hand-over at a place: where a token was scanned a moment before, nobody is served beside it. */
function beginVisit(state: State, { laneId, user, atMs }: EventOf<'visitBegun'>): State {
  const placed = withLane(state, laneId, '');
  const lane = findLane(placed, laneId);
  if (lane?.openItemId !== null) return state;
  const front = state.frontLaneId ?? laneId;
  const here = { ...placed, frontLaneId: front, search: front === laneId ? IDLE_SEARCH : state.search };
  // The same person once more: what was seen of them still holds.
  if (lane.visit?.user.id === user.id) return here;
  const begun = withVisit(here, laneId, { user, idCheck: null, preFlight: 'wanted' });
  return notify(begun, atMs, 'visitBegun', { userName: user.displayName, readerKey: laneId });
}

/** What was read of somebody who has gone meanwhile says nothing. */
export function reduceVisitorRead(state: State, event: Extract<PassingEvent, { kind: 'visitorRead' }>): State {
  const visit = findLane(state, event.laneId)?.visit;
  if (visit?.user.id !== event.userId) return state;
  return withVisit(state, event.laneId, { ...visit, preFlight: event.facts });
}

/** Keeps the pictures of those who are here, and of the last few before them. */
export function reducePhotoRead(state: State, { userId, url }: Extract<PassingEvent, { kind: 'photoRead' }>): State {
  const inHand = new Set(peopleInHand(state).map(({ id }) => id));
  const photos = [...state.photos.filter((photo) => photo.userId !== userId), { userId, url }];
  const kept = photos.filter((photo, index) => inHand.has(photo.userId) || index >= photos.length - KEPT_PHOTOS);
  return { ...state, photos: kept };
}

/** Another person at this place, or nobody. */
export function withVisit(state: State, laneId: ReaderKey, visit: Visit | null): State {
  return { ...state, lanes: state.lanes.map((lane) => (lane.laneId === laneId ? { ...lane, visit } : lane)) };
}

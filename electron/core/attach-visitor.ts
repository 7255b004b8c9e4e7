import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { putItem } from './item-table.ts';
import { findLane, laneOfItem } from './lanes.ts';
import { isHeld } from './plan-items.ts';
import { wantPreFlight } from './pre-flight.ts';
import { filterOf } from './queue-filter.ts';
import { withVisit } from './reduce-visit.ts';
import { IDLE_SEARCH, type Item, type State } from './state.ts';
import type { Visit } from './visit.ts';

/**
 * Gives a token that was just scanned to whoever stands there without one. The visit ends in the same step: the next token
 * finds nobody. A token that is another's, under way, or in hand somewhere else is not theirs, and they go on waiting.
 */
export function attachVisitor(state: State, laneId: ReaderKey, itemId: ItemId): State {
  const lane = findLane(state, laneId);
  const item = state.items.get(itemId);
  if (state.kiosk || !lane?.visit || lane.openItemId !== null || !item) return state;
  if (laneOfItem(state, itemId) || isHeld(state, item)) return state;
  const theirs = giveTo(lane.visit, item);
  if (!theirs) return state;
  const ended = withVisit(putItem(state, theirs), laneId, null);
  // Whoever was looked for instead is not looked for any more.
  return wantPreFlight(laneId === state.frontLaneId ? { ...ended, search: IDLE_SEARCH } : ended, theirs);
}

/** `null`: it is not for them. */
function giveTo({ user, idCheck }: Visit, item: Item): Item | null {
  if (item.user === null && item.state.kind === 'needsUser') {
    const state = { kind: 'needsCode', problem: null } as const;
    // Whatever it was meant for: somebody waits for it here, and types its code.
    const forThem = { goal: 'activate', orderLine: null } as const;
    return { ...item, ...forThem, user, idCheck, state, rejections: 0, methodId: null };
  }
  // They have come back for the token that waits for them.
  const isBack = item.user?.id === user.id && filterOf(item.state) === 'needsYou';
  return isBack ? { ...item, idCheck: idCheck ?? item.idCheck } : null;
}

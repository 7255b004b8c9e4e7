import type { ReaderKey } from '../contract/reader.ts';
import { findLane, frontItem, isFrontInUse, KEYBOARD_LANE } from './lanes.ts';
import type { State } from './state.ts';

/**
 * The place whose hand-over shows the people that a badge finds, or `null`: a badge is not wanted now. That is the one on
 * screen, while nobody is chosen for its token: where a person was chosen already, digits may stand in the code's boxes, and
 * they would be lost. Where nothing is in hand there and nobody is being looked for, another reader's badge brings its place.
 */
export function badgeLane(state: State, laneId: ReaderKey): ReaderKey | null {
  const item = frontItem(state);
  if ((state.frontLaneId ?? KEYBOARD_LANE) === laneId) return item && item.state.kind !== 'needsUser' ? null : laneId;
  const isFrontFree = !isFrontInUse(state) && state.search.status === 'idle';
  return isFrontFree && findLane(state, laneId)?.openItemId === null ? laneId : null;
}

import { dropItem, newestFirst, putItem } from './item-table.ts';
import { giveWay } from './lanes.ts';
import { notify } from './notices.ts';
import { wantPreFlight } from './pre-flight.ts';
import { isHeld } from './plan-items.ts';
import { restartPlan } from './reduce-plan.ts';
import { askForCode, becomeUnsure } from './reduce-activation.ts';
import { readyToAssign } from './reduce-assign.ts';
import type { Item, State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** Chosen: one shift. What was issued before it leaves the queue at start; the journal keeps it. */
const SHIFT_MS = 12 * 3_600_000;

/**
 * The station starts again. Whether an activation that was under way arrived is not known, so it is due a read, never a
 * POST; a code that was waiting to be sent lived in memory only and is asked for again.
 */
export function reduceRestarted(state: State, atMs: number): State {
  let next = restartPlan({ ...state, operator: null }, atMs);
  for (const item of newestFirst(state)) next = restartItem(next, item, atMs);
  // A reader that stands here no more leaves no place behind; one that is plugged in again gets it back.
  return giveWay({ ...next, lanes: next.lanes.filter((lane) => lane.openItemId !== null || lane.visit || lane.task) });
}

function restartItem(state: State, item: Item, atMs: number): State {
  switch (item.state.kind) {
    case 'activating': {
      const problem = { code: 'station-stopped' } as const;
      return notify(becomeUnsure(state, item, atMs, problem), atMs, 'unsure', { item, problem });
    }
    case 'waiting':
      if (item.goal === 'assign') return readyToAssign(state, item, atMs);
      return askForCode(state, item, atMs, { code: 'code-too-old' });
    case 'unsure':
    case 'confirming':
      return putItem(state, { ...item, reads: 0, readFailures: 0, state: { ...item.state, nextReadAtMs: atMs } });
    case 'activated':
    case 'assigned':
      // What a plan is about stays until the plan is over.
      return item.changedAtMs < atMs - SHIFT_MS && !isHeld(state, item) ? dropItem(state, item) : state;
    case 'needsCode':
      // Much may have changed since it was looked at.
      return wantPreFlight(state, item);
    case 'needsUser':
    case 'readyToAssign':
    case 'stopped':
      return state;
    default:
      return assertNever(item.state);
  }
}

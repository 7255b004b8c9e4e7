import { putItem } from './item-table.ts';
import { wantPreFlight } from './pre-flight.ts';
import { readyToAssign } from './reduce-assign.ts';
import type { Item, State } from './state.ts';

/** A token that had stopped is tried once more: at the window, by a command mark, or by scanning it again. */
export function reduceRetried(state: State, atMs: number, item: Item): State {
  if (item.state.kind !== 'stopped') return state;
  if (item.goal === 'assign' && item.user) return readyToAssign(state, item, atMs);
  const again = item.user ? ({ kind: 'needsCode', problem: null } as const) : ({ kind: 'needsUser' } as const);
  const next: Item = { ...item, state: again, changedAtMs: atMs };
  return wantPreFlight(putItem(state, next), next);
}

import type { ProblemCode } from '../contract/problem.ts';
import { allowedActions } from './allowed-actions.ts';
import { isStrange } from './kiosk.ts';
import { findLane } from './lanes.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { Item, State } from './state.ts';

/** Reasons to stop that one more try with the same person cannot mend: somebody has to decide what comes next. */
const NEEDS_A_DECISION: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  // It works already: there is nothing to try.
  'token-already-active',
  // It was taken back from this very person; whoever scans it now most likely means somebody else.
  'token-taken-back',
  // Nobody knows whose it is: that has to be looked at first.
  'not-taken-back',
  // No token works with this account, however often it is tried.
  'user-is-guest',
]);

/**
 * Whether scanning a token that has stopped tries it once more. Never for another person than the one who is served here,
 * and at a kiosk only for who is there.
 */
export function isRetriedByScan(state: State, laneId: ReaderKey, item: Item): boolean {
  if (item.state.kind !== 'stopped' || NEEDS_A_DECISION.has(item.state.problem.code)) return false;
  const visitor = findLane(state, laneId)?.visit?.user ?? null;
  if (isStrange(state, item) || (visitor && visitor.id !== item.user?.id)) return false;
  return allowedActions(item, state).includes('retry');
}

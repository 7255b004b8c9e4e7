import type { Operator } from '../../contract/user.ts';
import type { DurableEvent } from '../event.ts';
import { reduce } from '../reduce.ts';
import { EMPTY_STATE, type State } from '../state.ts';
import { isIssued } from './is-issued.ts';

/** `operator`: `null`: nobody was signed in. */
export type OperatorCount = { readonly operator: Operator | null; readonly issued: number };

/**
 * Who issued how many tokens since the last shift was closed, in the order in which they began. The journal tells who worked
 * here before each event, so it is gone through once more: no state has to carry it.
 */
export function countByOperator(events: readonly DurableEvent[]): readonly OperatorCount[] {
  const counts = new Map<string, OperatorCount>();
  let state = EMPTY_STATE;
  for (const event of events) {
    const next = reduce(state, event);
    if (event.kind === 'shiftClosed') counts.clear();
    else if (hasIssued(state, next, event)) addOne(counts, next.operator);
    // What is said on the way is nobody's to hear.
    state = { ...next, notices: [] };
  }
  return [...counts.values()];
}

function hasIssued(before: State, now: State, event: DurableEvent): boolean {
  if (!('itemId' in event) || event.itemId === undefined) return false;
  const [was, is] = [before.items.get(event.itemId), now.items.get(event.itemId)];
  return is !== undefined && isIssued(is) && !(was && isIssued(was));
}

function addOne(counts: Map<string, OperatorCount>, operator: Operator | null): void {
  const key = JSON.stringify([operator?.userPrincipalName, operator?.name]);
  counts.set(key, { operator, issued: (counts.get(key)?.issued ?? 0) + 1 });
}

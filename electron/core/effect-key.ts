import type { Item } from './state.ts';

/**
 * What the call about an item that is under way is called. As long as its answer has not been folded, nothing else of this
 * name is started.
 */
export function effectKey({ id, state, attempts, reads, readFailures }: Item): string {
  if (state.kind === 'activating') return `activate:${id}:${attempts}`;
  if (state.kind === 'readyToAssign') return `assignment:${id}:${attempts}`;
  return state.kind === 'waiting' ? `again:${id}:${attempts}` : `read:${id}:${reads}:${readFailures}`;
}

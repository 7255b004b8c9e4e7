import type { Item } from '../state.ts';

/** The token is its person's: all that was wanted of it. */
export function isIssued({ state }: Pick<Item, 'state'>): boolean {
  return state.kind === 'activated' || state.kind === 'assigned';
}

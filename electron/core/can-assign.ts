import type { Problem } from '../contract/problem.ts';
import { isForbidden } from './capabilities.ts';
import type { State } from './state.ts';

/** Why tokens cannot be assigned without a code: each has to be found in the inventory first. `null`: nothing is known against it. */
export function canAssign(state: State): Problem | null {
  return isForbidden(state, 'readInventory') ? { code: 'inventory-wanted' } : null;
}

import type { ItemState } from '../contract/item.ts';
import type { QueueFilter } from '../contract/snapshot.ts';
import { assertNever } from './unreachable.ts';

/** Who has to do something next: a person, the station, or nobody. */
export function filterOf(state: ItemState): Exclude<QueueFilter, 'all'> {
  switch (state.kind) {
    case 'needsUser':
    case 'needsCode':
    case 'stopped':
      return 'needsYou';
    case 'readyToAssign':
    case 'activating':
    case 'waiting':
    case 'unsure':
    case 'confirming':
      return 'working';
    case 'activated':
    case 'assigned':
      return 'issued';
    default:
      return assertNever(state);
  }
}

import type { ItemAction } from '../contract/item.ts';
import type { Item } from './state.ts';
import { assertNever } from './unreachable.ts';

/** What may be asked for about an item as it stands. The window draws its buttons from this and main/ipc holds to it. */
export function allowedActions(item: Item): readonly ItemAction[] {
  switch (item.state.kind) {
    case 'needsUser':
      return ['chooseUser', 'remove'];
    case 'needsCode':
      // A token that is this person's already cannot be given to another one before it is taken back in the tenant.
      return item.methodId === null ? ['enterCode', 'chooseUser', 'remove'] : ['enterCode', 'remove'];
    case 'activating':
    case 'waiting':
      return [];
    case 'unsure':
    case 'confirming':
      return ['readNow'];
    case 'activated':
      return ['remove'];
    case 'stopped':
      return item.methodId === null ? ['retry', 'chooseUser', 'remove'] : ['retry', 'remove'];
    default:
      return assertNever(item.state);
  }
}

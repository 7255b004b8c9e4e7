import type { ItemAction } from '../contract/item.ts';
import { mayAttest, needsIdCheck } from './id-check.ts';
import { isHeld } from './plan-items.ts';
import { planActions } from './plan-offers.ts';
import { isHeldBack } from './pre-flight.ts';
import type { Item, State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** At a kiosk the person is whoever has signed in, and nothing of others is theirs to change. A wrong token is put aside. */
const AT_A_KIOSK: ReadonlySet<ItemAction> = new Set<ItemAction>([
  'enterCode',
  'readNow',
  'retry',
  'checkAgain',
  'remove',
]);

/** What may be asked for about an item as it stands. The window draws its buttons from this and main/ipc holds to it. */
export function allowedActions(item: Item, state: State): readonly ItemAction[] {
  if (isHeld(state, item)) return [];
  const actions = [...ownActions(item, state), ...planActions(item, state)];
  return state.kiosk ? actions.filter((action) => AT_A_KIOSK.has(action)) : actions;
}

function ownActions(item: Item, state: State): readonly ItemAction[] {
  switch (item.state.kind) {
    case 'needsUser':
      return ['chooseUser', 'remove'];
    case 'needsCode':
      // A token that is this person's already cannot be given to another one before it is taken back in the tenant.
      return [
        ...(isHeldBack(item, state) || needsIdCheck(state, item) ? [] : (['enterCode'] as const)),
        ...(item.methodId === null ? (['chooseUser', 'remove'] as const) : (['remove'] as const)),
        ...(item.user ? (['checkAgain'] as const) : []),
        ...(mayAttest(state, item) ? (['attestId'] as const) : []),
      ];
    case 'readyToAssign':
    case 'activating':
    case 'waiting':
      return [];
    case 'unsure':
    case 'confirming':
      return ['readNow'];
    case 'activated':
    case 'assigned':
      return ['printReceipt', 'printLabel', 'remove'];
    case 'stopped':
      return item.methodId === null ? ['retry', 'chooseUser', 'remove'] : ['retry', 'remove'];
    default:
      return assertNever(item.state);
  }
}

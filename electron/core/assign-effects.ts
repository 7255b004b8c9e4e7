import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { effectKey } from './effect-key.ts';
import { isHeld } from './plan-items.ts';
import type { Item, State } from './state.ts';

export type AssignEffect =
  /** Only writes the intent; the assignment follows from the state that it leads to. */
  | { readonly kind: 'startAssignment'; readonly key: string; readonly itemId: ItemId; readonly userId: string }
  /** Finds the token in the inventory and assigns it. */
  | { readonly kind: 'assign'; readonly key: string; readonly itemId: ItemId }
  /** Only writes that an order is not worked on in this place any more. */
  | { readonly kind: 'leaveOrder'; readonly key: string; readonly laneId: ReaderKey };

/**
 * How many assignments are under way at once, at most.
 * Chosen: a desk that signs in after five hundred scans must not ask about all of them in one second; four keep the line busy.
 */
const AT_ONCE = 4;

export function isAssignEffect(effect: { readonly kind: string }): effect is AssignEffect {
  return effect.kind === 'startAssignment' || effect.kind === 'assign' || effect.kind === 'leaveOrder';
}

/** Somebody has to be there in whose name it is sent, and no plan may be at this token. */
export function assignEffect(state: State, item: Item): AssignEffect | null {
  const { session } = state;
  const isSignedIn = session.kind === 'in' || session.kind === 'fixed';
  if (!isSignedIn || item.user === null || isHeld(state, item)) return null;
  return { kind: 'startAssignment', key: effectKey(item), itemId: item.id, userId: item.user.id };
}

/** The oldest first; the others are due once one of these has been answered. */
export function fewAtOnce<E extends { readonly kind: string }>(effects: readonly E[]): readonly E[] {
  let free = AT_ONCE - effects.filter(({ kind }) => kind === 'assign').length;
  return effects.filter(({ kind }) => kind !== 'startAssignment' || free-- > 0);
}

/** At a kiosk a token is for whoever has signed in: the orders of the desk that it was before are left, in the journal, too. */
export function leaveOrderEffects({ kiosk, lanes }: State): readonly AssignEffect[] {
  if (kiosk === null) return [];
  return lanes.flatMap(({ laneId, task }) =>
    task ? [{ kind: 'leaveOrder', key: `leaveOrder:${laneId}`, laneId } as const] : [],
  );
}

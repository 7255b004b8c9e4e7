import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { attachOrderLine } from './attach-order-line.ts';
import { attachVisitor } from './attach-visitor.ts';
import type { State } from './state.ts';

/**
 * Gives a token that was just scanned to whoever is served where it was scanned: the visitor who stands there, else the next
 * person of the work order. A token that has a person already keeps them.
 */
export function attachPerson(state: State, laneId: ReaderKey, itemId: ItemId): State {
  return attachOrderLine(attachVisitor(state, laneId, itemId), laneId, itemId);
}

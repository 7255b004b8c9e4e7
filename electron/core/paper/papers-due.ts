import type { StationSettings } from '../../contract/settings.ts';
import type { Event } from '../event.ts';
import type { Item, State } from '../state.ts';
import { isIssued } from './is-issued.ts';

export type DuePaper = { readonly kind: 'receipt' | 'label'; readonly item: Item };

/**
 * What the station prints by itself once an event has issued a token: a receipt for whoever stands at the desk, a label for
 * the bag of a work order. Nothing at a kiosk: what is printed there is staff's.
 */
export function papersDue(
  before: State,
  now: State,
  event: Event,
  { printsReceipts, printsLabels }: Pick<StationSettings, 'printsReceipts' | 'printsLabels'>,
): readonly DuePaper[] {
  if (now.kiosk || !('itemId' in event) || event.itemId === undefined) return [];
  const [was, item] = [before.items.get(event.itemId), now.items.get(event.itemId)];
  if (!item || !isIssued(item) || (was && isIssued(was))) return [];
  if (item.orderLine) return printsLabels ? [{ kind: 'label', item }] : [];
  return printsReceipts && item.state.kind === 'activated' ? [{ kind: 'receipt', item }] : [];
}

import { filterOf } from './queue-filter.ts';
import type { Item, State } from './state.ts';

/**
 * Until when a token that was issued here can be taken back without more ado. `null`: there is no such time, because undoing
 * is switched off or because the token was active before.
 */
export function undoUntilMs({ settings }: State, item: Item): number | null {
  const minutes = settings.values.undoMinutes.value;
  if (filterOf(item.state) !== 'issued' || minutes === 0) return null;
  return item.changedAtMs + minutes * 60_000;
}

import type { User } from '../contract/user.ts';
import type { State } from './state.ts';

/** The people at the readers' places: of the token that is handed over, and who waits for one. Nobody at a kiosk. */
export function peopleInHand({ kiosk, lanes, items }: State): readonly User[] {
  if (kiosk) return [];
  return lanes.flatMap(({ openItemId, visit }) => {
    const ofItem = openItemId === null ? null : (items.get(openItemId)?.user ?? null);
    return [...(ofItem ? [ofItem] : []), ...(visit ? [visit.user] : [])];
  });
}

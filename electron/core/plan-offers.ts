import type { ItemAction } from '../contract/item.ts';
import { isForbidden } from './capabilities.ts';
import { methodsOfItem } from './find-method.ts';
import type { OathDevice, OathMethod } from './oath-method.ts';
import { devicesOfItem } from './pre-flight-findings.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, State } from './state.ts';

/** The plans that can be drawn up for an item as it stands; none while there is a plan, and none at a kiosk. */
export function planActions(item: Item, state: State): readonly ItemAction[] {
  if (state.plan || state.kiosk || isForbidden(state, 'issueToOthers')) return [];
  return [
    ...(canUndo(item, state) ? (['undo'] as const) : []),
    ...(item.state.kind === 'needsCode' && olderTokens(item).length > 0 ? (['replace'] as const) : []),
    ...(deviceOfAnother(item) ? (['reassign'] as const) : []),
    ...(isIssued(item) ? (['swap'] as const) : []),
  ];
}

/**
 * A token that turns out to be active for its person already can always be taken back: it is not known when it was issued,
 * and there is no other way out of that row.
 */
function canUndo(item: Item, { settings }: State): boolean {
  return isIssued(item) && (item.state.kind === 'stopped' || settings.values.undoMinutes.value > 0);
}

/** A read has shown it as the token of the person who stands in its row. */
function isIssued({ state, methodId, user }: Item): boolean {
  if (methodId === null || user === null) return false;
  return filterOf(state) === 'issued' || (state.kind === 'stopped' && state.problem.code === 'token-already-active');
}

/** What the person of this item has beside it; a twin of its own serial number is not an older token. */
export function olderTokens(item: Item): readonly OathMethod[] {
  const { preFlight, methodId, user } = item;
  if (preFlight === null || preFlight === 'wanted' || !preFlight.methods || !user) return [];
  const own = methodsOfItem(preFlight.methods, item);
  return preFlight.methods.filter((method) => method.methodId !== methodId && !own.includes(method));
}

export type HeldDevice = OathDevice & { readonly assignedTo: NonNullable<OathDevice['assignedTo']> };

/**
 * The token of this item as the inventory has it, where somebody else holds it. `null`: it does not, or the inventory has
 * several of this serial number, and nobody can say which one lies here.
 */
export function deviceOfAnother(item: Item): HeldDevice | null {
  const { preFlight, user, state } = item;
  if (preFlight === null || preFlight === 'wanted' || !user) return null;
  if (state.kind !== 'needsCode' && state.kind !== 'stopped') return null;
  const [device, ...others] = devicesOfItem(preFlight, item) ?? [];
  const holder = device?.assignedTo ?? null;
  if (!device || others.length > 0 || !holder || holder.id === '') return null;
  return holder.id.toLowerCase() === user.id.toLowerCase() ? null : { ...device, assignedTo: holder };
}

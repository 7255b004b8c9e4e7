import type { Item, State } from './state.ts';
import type { Visit } from './visit.ts';

/** What an operator may accept as proof of who somebody is. Nobody comes to a kiosk's desk. */
export function idKindsOf({ kiosk, settings }: Pick<State, 'kiosk' | 'settings'>): readonly string[] {
  return kiosk ? [] : settings.values.idKinds.value;
}

/**
 * Whether it can be said of this token that its person has been seen: while its code is still to be asked for. The people of
 * a work order are not here.
 */
export function mayAttest(state: State, item: Item): boolean {
  return item.state.kind === 'needsCode' && isOfVisitor(item) && idKindsOf(state).length > 0;
}

/** No code is taken before it was seen who the person is. */
export function needsIdCheck(state: State, item: Item): boolean {
  return isRequired(state) && item.state.kind === 'needsCode' && isOfVisitor(item) && item.idCheck === null;
}

/** The same for somebody who has no token yet. */
export function needsVisitorCheck(state: State, { idCheck }: Visit): boolean {
  return isRequired(state) && idCheck === null;
}

function isOfVisitor({ user, orderLine }: Item): boolean {
  return user !== null && orderLine === null;
}

/** Where no kind of proof is left nobody could ever be seen: then nothing is held back by it. */
function isRequired(state: State): boolean {
  return state.settings.values.requiresIdCheck.value && idKindsOf(state).length > 0;
}

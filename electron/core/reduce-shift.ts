import type { Difference } from '../contract/shift.ts';
import type { PassingEvent } from './event.ts';
import { notify } from './notices.ts';
import { sizeOf } from './ordered-map.ts';
import { issuedOf, NEW_SHIFT, type Shift } from './shift.ts';
import type { ShiftEvent } from './shift-events.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

type Compared = Extract<ShiftEvent, { kind: 'shiftCompared' }>;

export function reduceShift(
  state: State,
  event: Extract<ShiftEvent, { kind: 'shiftCompared' | 'refusedScansCleared' | 'shiftClosed' }>,
): State {
  switch (event.kind) {
    case 'shiftCompared':
      return notify({ ...state, shift: keepComparison(state, event) }, event.atMs, 'shiftCompared');
    case 'refusedScansCleared':
      return { ...state, shift: { ...state.shift, refusedScans: [] } };
    case 'shiftClosed':
      return { ...state, shift: nextShift(state) };
    default:
      return assertNever(event);
  }
}

export function reduceExceptionsShown(
  state: State,
  { page }: Extract<PassingEvent, { kind: 'exceptionsShown' }>,
): State {
  return { ...state, shift: { ...state.shift, shownPage: page } };
}

/** Whoever is in charge goes on, and so does what is stopped: it still waits for somebody. */
function nextShift({ shift: { stopped }, operator }: State): Shift {
  return { ...NEW_SHIFT, stopped, operators: operator ? [operator] : [] };
}

/** Names and serial numbers are kept with it: a token that is issued again has new ones. */
function keepComparison({ shift }: State, { atMs, checkedCount, differences }: Compared): Shift {
  const tokens = new Map(issuedOf(shift).map((token) => [token.itemId, token]));
  const told = differences.map(({ itemId, kind, problem }): Difference => {
    const token = tokens.get(itemId);
    const about = { serialNumber: token?.serialNumber ?? '', userName: token?.user.displayName ?? '' };
    return { itemId, kind, problem, ...about };
  });
  const issuedSince = Math.max(0, sizeOf(shift.issued) - checkedCount);
  return { ...shift, comparison: { atMs, checkedCount, issuedSince, differences: told } };
}

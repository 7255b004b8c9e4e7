import type { Command } from '../contract/command.ts';
import type { Problem } from '../contract/problem.ts';
import type { OrderStateCommand } from './decide-order.ts';
import type { PlanCommand } from './decide-plan.ts';
import type { ShiftStateCommand } from './decide-shift.ts';
import type { VisitStateCommand } from './decide-visit.ts';
import type { EdgeCommand } from './edge-command.ts';
import { isStale, isStrange, itemsHere } from './kiosk.ts';
import { serialKey, type State } from './state.ts';

const NOT_ALLOWED: Problem = { code: 'command-not-allowed' };
const SIGN_IN_FIRST: Problem = { code: 'kiosk-sign-in-first' };

/** Why a command cannot be given at a kiosk: it is about somebody else, or about more than one's own token. */
export function refuseAtKiosk(
  state: State,
  command: Exclude<Command, EdgeCommand | PlanCommand | VisitStateCommand | OrderStateCommand | ShiftStateCommand>,
  nowMs: number,
): Problem | null {
  const { kiosk, session } = state;
  if (kiosk === null) return null;
  if (command.kind === 'searchUsers' || command.kind === 'chooseUser') return NOT_ALLOWED;
  if (command.kind === 'signInAgain') return kiosk.person ? null : NOT_ALLOWED;
  if (!('itemId' in command)) return null;
  const item = state.items.get(command.itemId);
  if (!item) return null;
  if (isStrange(state, item)) return NOT_ALLOWED;
  if (command.kind !== 'enterCode') return null;
  if (kiosk.needsFreshSignIn || isStale(kiosk, nowMs)) return { code: 'fresh-sign-in-wanted' };
  return session.kind === 'in' ? null : SIGN_IN_FIRST;
}

/** Why a token cannot be scanned at a kiosk now; scanning the one in hand once more is no harm. */
export function refuseScanAtKiosk(state: State, serialNumber: string): Problem | null {
  const { kiosk, session } = state;
  if (kiosk === null) return null;
  if (kiosk.person === null || session.kind !== 'in') return SIGN_IN_FIRST;
  if (state.bySerial.get(serialKey(serialNumber)) !== undefined) return null;
  const isBusy = itemsHere(state).some((item) => item.state.kind !== 'activated');
  return isBusy ? { code: 'kiosk-one-at-a-time' } : null;
}

import type { Command, ItemCommand } from '../contract/command.ts';
import type { ItemAction } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import { allowedActions } from './allowed-actions.ts';
import type { Event } from './event.ts';
import { ok, refuse } from './result.ts';
import { readScanText } from './scan-grammar.ts';
import { decideBenchCommand, isBenchCommand } from './decide-bench.ts';
import { decideScan, type Heard } from './decide-scan.ts';
import type { EdgeCommand } from './edge-command.ts';
import { decideOrder, isOrderCommand, type OrderStateCommand } from './decide-order.ts';
import { decidePlan, isPlanCommand, type PlanCommand } from './decide-plan.ts';
import { decideShift, isShiftCommand, type ShiftStateCommand } from './decide-shift.ts';
import { decideVisit, isVisitCommand, type VisitStateCommand } from './decide-visit.ts';
import { needsIdCheck } from './id-check.ts';
import { refuseAtKiosk } from './kiosk-rules.ts';
import { KEYBOARD_LANE, laneOfItem } from './lanes.ts';
import { readTypedText } from './scan-typed-text.ts';
import type { Item, State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** The commands that are decided on the state; the others go straight to the edge that they are about. */
export type StationCommand = Exclude<Command, EdgeCommand>;

/** Who typed: a person, or a reader in keyboard mode. Neither has a place of its own: the front one is meant. */
const KEYBOARD = 'keyboard';
const WEDGE = 'keyboard-wedge';

const NEEDS: Partial<Record<ItemCommand['kind'], ItemAction>> = {
  chooseUser: 'chooseUser',
  enterCode: 'enterCode',
  retryItem: 'retry',
  readNow: 'readNow',
  checkAgain: 'checkAgain',
  removeItem: 'remove',
};

/** What a command makes happen, or why it is refused. The code of `enterCode` is checked here and never put in an event. */
export function decideCommand(state: State, command: StationCommand, nowMs: number): Result<Event> {
  if (isPlanCommand(command)) return decidePlan(state, command, nowMs);
  if (isVisitCommand(command) || isOrderCommand(command) || isShiftCommand(command))
    return decideStaff(state, command, nowMs);
  const problem = refuseAtKiosk(state, command, nowMs);
  if (problem) return { ok: false, problem };
  if ('itemId' in command) return decideItemCommand(state, command, nowMs);
  if (isBenchCommand(command)) return decideBenchCommand(state, command, nowMs);
  switch (command.kind) {
    case 'searchUsers':
      return ok({ kind: 'usersSearched', atMs: nowMs, query: command.query.trim() });
    case 'signIn':
      return state.session.kind === 'out' ? ok({ kind: 'signInWanted', atMs: nowMs }) : refuse('command-not-allowed');
    case 'signOut':
      return state.session.kind === 'in' ? ok({ kind: 'signOutWanted', atMs: nowMs }) : refuse('command-not-allowed');
    case 'signInAgain':
      return state.kiosk && state.session.kind === 'in'
        ? ok({ kind: 'freshSignInWanted', atMs: nowMs })
        : refuse('command-not-allowed');
    case 'showQueue':
      return ok({ kind: 'queueShown', atMs: nowMs, filter: command.filter, page: command.page });
    case 'enterSerial': {
      if (command.serialNumber.trim() !== command.repeated.trim()) return refuse('serial-entries-differ');
      const meaning = readScanText(command.serialNumber, null, state.bench.settings.siteRules);
      if (meaning.kind === 'refused') return { ok: false, problem: meaning.problem };
      return ok(decideScan(state, heardFrom(state, KEYBOARD, nowMs), meaning, command.serialNumber));
    }
    case 'wedgeScan':
      // Refused as an event, not as a command: nobody at the window asked for it, and the queue is where scans are seen.
      return ok(
        decideScan(
          state,
          heardFrom(state, WEDGE, nowMs),
          readTypedText(command.text, state.bench.settings.siteRules),
          command.text,
        ),
      );
    default:
      return assertNever(command);
  }
}

/** What only staff may do. */
function decideStaff(
  state: State,
  command: VisitStateCommand | OrderStateCommand | ShiftStateCommand,
  nowMs: number,
): Result<Event> {
  if (state.kiosk) return refuse('command-not-allowed');
  if (isVisitCommand(command)) return decideVisit(state, command, nowMs);
  return isOrderCommand(command) ? decideOrder(state, command, nowMs) : decideShift(state, command, nowMs);
}

function heardFrom(state: State, readerKey: string, atMs: number): Heard {
  return { readerKey, laneId: state.frontLaneId ?? KEYBOARD_LANE, atMs };
}

function decideItemCommand(state: State, command: Exclude<ItemCommand, PlanCommand>, atMs: number): Result<Event> {
  const item = state.items.get(command.itemId);
  if (!item) return refuse('item-gone');
  if (command.kind === 'enterCode' && needsIdCheck(state, item)) return refuse('id-check-wanted');
  const needed = NEEDS[command.kind];
  if (needed && !allowedActions(item, state).includes(needed)) return refuse('command-not-allowed');
  const itemId = item.id;
  switch (command.kind) {
    case 'chooseUser':
      return decideUser(state, item, command.userId, atMs);
    case 'enterCode':
      if (!/^[0-9]{6}$/.test(command.code)) return refuse('code-not-six-digits');
      if (state.storage.problem) return refuse('storage-failing');
      // Before the code is used up on a call that cannot be made.
      if (state.session.kind !== 'in' && state.session.kind !== 'fixed') return refuse('signed-out');
      return item.user
        ? ok({ kind: 'activationIntended', atMs, itemId, userId: item.user.id })
        : refuse('command-not-allowed');
    case 'openItem':
      return ok({ kind: 'itemOpened', atMs, itemId, laneId: laneToOpen(state, item) });
    case 'parkItem':
      return ok({ kind: 'itemParked', atMs, itemId });
    case 'retryItem':
      return ok({ kind: 'itemRetried', atMs, itemId });
    case 'checkAgain':
      return ok({ kind: 'checkWanted', atMs, itemId });
    case 'readNow':
      return ok({ kind: 'readWanted', atMs, itemId });
    case 'removeItem':
      return ok({ kind: 'itemRemoved', atMs, itemId });
    default:
      return assertNever(command);
  }
}

/** Only somebody who stands in the list on screen can be chosen: never a first hit, never a name that scrolled away. */
function decideUser(state: State, item: Item, userId: string, atMs: number): Result<Event> {
  const user = state.search.users.find((listed) => listed.id === userId);
  return user ? ok({ kind: 'userChosen', atMs, itemId: item.id, user }) : refuse('user-not-listed');
}

/** A token that is in hand elsewhere stays there and comes to the front; any other is taken up where the operator is. */
function laneToOpen(state: State, item: Item): string {
  return laneOfItem(state, item.id)?.laneId ?? state.frontLaneId ?? item.laneId;
}

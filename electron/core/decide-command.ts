import type { Command, ItemCommand } from '../contract/command.ts';
import type { ItemAction } from '../contract/item.ts';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { allowedActions } from './allowed-actions.ts';
import type { Event } from './event.ts';
import { ok, refuse } from './result.ts';
import { readScanText, scanEvent, type ScanMeaning } from './scan-grammar.ts';
import type { Item, State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** The commands that are decided on the state; the others go straight to the edge that they are about. */
export type StationCommand = Exclude<Command, { kind: 'practiceScan' | 'practiceTrouble' | 'cancelSignIn' }>;

const KEYBOARD = { readerKey: 'keyboard', readerName: '' };
const WEDGE = { readerKey: 'keyboard-wedge', readerName: '' };

const NEEDS: Partial<Record<ItemCommand['kind'], ItemAction>> = {
  chooseUser: 'chooseUser',
  enterCode: 'enterCode',
  retryItem: 'retry',
  readNow: 'readNow',
  removeItem: 'remove',
};

/** What a command makes happen, or why it is refused. The code of `enterCode` is checked here and never put in an event. */
export function decideCommand(state: State, command: StationCommand, nowMs: number): Result<Event> {
  if ('itemId' in command) return decideItemCommand(state, command, nowMs);
  switch (command.kind) {
    case 'searchUsers':
      return ok({ kind: 'usersSearched', atMs: nowMs, query: command.query.trim() });
    case 'signIn':
      return state.session.kind === 'out' ? ok({ kind: 'signInWanted', atMs: nowMs }) : refuse('command-not-allowed');
    case 'signOut':
      return state.session.kind === 'in' ? ok({ kind: 'signOutWanted', atMs: nowMs }) : refuse('command-not-allowed');
    case 'showQueue':
      return ok({ kind: 'queueShown', atMs: nowMs, filter: command.filter, page: command.page });
    case 'enterSerial': {
      if (command.serialNumber.trim() !== command.repeated.trim()) return refuse('serial-entries-differ');
      const meaning = readScanText(command.serialNumber, null);
      if (meaning.kind === 'refused') return { ok: false, problem: meaning.problem };
      return ok(scanEvent(meaning, { ...KEYBOARD, atMs: nowMs }));
    }
    case 'wedgeScan':
      // Refused as an event, not as a command: nobody at the window asked for it, and the queue is where scans are seen.
      return ok(scanEvent(readWedgeText(command.text), { ...WEDGE, atMs: nowMs }));
    default:
      return assertNever(command);
  }
}

/**
 * What a reader in keyboard mode typed. Some are set to send the AIM identifier in front.
 * Source: ISO/IEC 15424: `]`, a letter, and a sign that tells the options.
 */
function readWedgeText(typed: string): ScanMeaning {
  // A key that could not be told, or typing that ran into the scan: which part is the label's cannot be known.
  if (typed.includes('\uFFFD')) return nothingShown('scan-control-characters');
  // A token with a plug typed its code and no item waits for one. It is no serial number, and is kept nowhere.
  if (/^\s*[0-9]{6}\s*$/.test(typed)) return nothingShown('scan-not-a-serial');
  const [, aimId = null, label = typed] = /^(\][A-Za-z][0-9A-Za-z])([^]*)$/.exec(typed) ?? [];
  return readScanText(label, aimId);
}

function nothingShown(code: Problem['code']): ScanMeaning {
  return { kind: 'refused', problem: { code }, shownText: '' };
}

function decideItemCommand(state: State, command: ItemCommand, atMs: number): Result<Event> {
  const item = state.items.get(command.itemId);
  if (!item) return refuse('item-gone');
  const needed = NEEDS[command.kind];
  if (needed && !allowedActions(item).includes(needed)) return refuse('command-not-allowed');
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
      return ok({ kind: 'itemOpened', atMs, itemId });
    case 'parkItem':
      return ok({ kind: 'itemParked', atMs, itemId });
    case 'retryItem':
      return ok({ kind: 'itemRetried', atMs, itemId });
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

import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import type { VisitCommand } from '../contract/visit.ts';
import { allowedActions } from './allowed-actions.ts';
import type { EdgeCommand } from './edge-command.ts';
import type { Event } from './event.ts';
import { idKindsOf } from './id-check.ts';
import { findLane, KEYBOARD_LANE } from './lanes.ts';
import { ok, refuse } from './result.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type VisitStateCommand = Exclude<VisitCommand, EdgeCommand>;

const KINDS: Readonly<Record<VisitStateCommand['kind'], true>> = {
  beginVisit: true,
  endVisit: true,
  attestId: true,
};

export function isVisitCommand(command: Command): command is VisitStateCommand {
  return Object.hasOwn(KINDS, command.kind);
}

/** What a command about visits makes happen, or why it is refused. */
export function decideVisit(state: State, command: VisitStateCommand, atMs: number): Result<Event> {
  const { session } = state;
  // What is done to somebody at the desk was done by whoever is signed in.
  if (session.kind !== 'in' && session.kind !== 'fixed') return refuse('signed-out');
  const lane = findLane(state, state.frontLaneId);
  const laneId = lane?.laneId ?? KEYBOARD_LANE;
  switch (command.kind) {
    case 'beginVisit': {
      if (lane && lane.openItemId !== null) return refuse('visit-busy');
      // Only somebody who stands in the list on screen, as for a token.
      const user = state.search.users.find(({ id }) => id === command.userId);
      return user ? ok({ kind: 'visitBegun', atMs, laneId, user }) : refuse('user-not-listed');
    }
    case 'endVisit':
      return lane?.visit ? ok({ kind: 'visitEnded', atMs, laneId }) : refuse('command-not-allowed');
    case 'attestId':
      return decideAttest(state, command, laneId, atMs);
    default:
      return assertNever(command);
  }
}

function decideAttest(
  state: State,
  { itemId, idKind }: Extract<VisitStateCommand, { kind: 'attestId' }>,
  laneId: string,
  atMs: number,
): Result<Event> {
  if (!idKindsOf(state).includes(idKind)) return refuse('command-not-allowed');
  if (itemId === null) {
    const isThere = findLane(state, laneId)?.visit != null;
    return isThere ? ok({ kind: 'visitorChecked', atMs, laneId, idKind }) : refuse('command-not-allowed');
  }
  const item = state.items.get(itemId);
  if (!item) return refuse('item-gone');
  const may = allowedActions(item, state).includes('attestId');
  return may ? ok({ kind: 'idChecked', atMs, itemId, idKind }) : refuse('command-not-allowed');
}

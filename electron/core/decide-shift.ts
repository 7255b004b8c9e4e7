import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import type { ShiftCommand } from '../contract/shift.ts';
import type { EdgeCommand } from './edge-command.ts';
import type { Event } from './event.ts';
import { ok, refuse } from './result.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type ShiftStateCommand = Exclude<ShiftCommand, EdgeCommand>;

const KINDS: Readonly<Record<ShiftStateCommand['kind'], true>> = {
  showExceptions: true,
  clearRefusedScans: true,
  closeShift: true,
};

export function isShiftCommand(command: Command): command is ShiftStateCommand {
  return command.kind in KINDS;
}

/** What a command about shifts makes happen, or why it is refused. */
export function decideShift(state: State, command: ShiftStateCommand, nowMs: number): Result<Event> {
  const { session, shift } = state;
  if (command.kind === 'showExceptions') return ok({ kind: 'exceptionsShown', atMs: nowMs, page: command.page });
  if (session.kind !== 'in' && session.kind !== 'fixed') return refuse('signed-out');
  switch (command.kind) {
    case 'clearRefusedScans':
      return shift.refusedScans.length > 0
        ? ok({ kind: 'refusedScansCleared', atMs: nowMs })
        : refuse('command-not-allowed');
    case 'closeShift':
      if (shift.sinceMs === null) return refuse('command-not-allowed');
      return isUnderWay(state) ? refuse('shift-busy') : ok({ kind: 'shiftClosed', atMs: nowMs });
    default:
      return assertNever(command);
  }
}

/** Whether the station still finds out what became of something: a sum that is made now would be wrong in a moment. */
export function isUnderWay({ busy, plan }: State): boolean {
  return busy.length > 0 || plan?.stage === 'running';
}

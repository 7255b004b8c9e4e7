import { decideCommand } from '../../electron/core/decide-command.ts';
import type { PlanCommand } from '../../electron/core/decide-plan.ts';
import type { Plan } from '../../electron/core/plan.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item, State } from '../../electron/core/state.ts';
import { NOW_MS, planOf, stateWith, undoDraft } from './build-state.ts';
import { FACTS, NEW, OLD, X, Y } from './plan-scenes.ts';

/** Item 3 is Ann's new token; she has another one, and Kofi still has this one in the inventory. */
export const LOOKED_AT: Item = {
  ...NEW,
  methodId: null,
  preFlight: {
    ...FACTS,
    methods: [
      { methodId: 'm9', serialNumber: OLD, status: 'activated' },
      { methodId: 'm8', serialNumber: null, status: 'assigned' },
    ],
    devices: [
      {
        deviceId: 'd3',
        serialNumber: NEW.serialNumber,
        manufacturer: null,
        model: null,
        periodSeconds: null,
        status: 'activated',
        assignedTo: { id: 'kofi', displayName: null },
      },
    ],
  },
};
export const QUEUE = stateWith([X, Y, LOOKED_AT]);

export const UNDO = { kind: 'planUndo', itemId: 1, reason: 'wrongPerson' } as const satisfies PlanCommand;
export const REPLACE = {
  kind: 'planReplace',
  itemId: 3,
  methodId: 'm9',
  reason: 'lost',
} as const satisfies PlanCommand;
export const REASSIGN = { kind: 'planReassign', itemId: 3 } as const satisfies PlanCommand;
export const SWAP_THEM = { kind: 'planSwap', itemId: 1, otherItemId: 2 } as const satisfies PlanCommand;
export const START = { kind: 'startPlan' } as const satisfies PlanCommand;
export const ASKED: readonly PlanCommand[] = [UNDO, REPLACE, REASSIGN, SWAP_THEM];

export function decide(command: PlanCommand, state: State = QUEUE, nowMs: number = NOW_MS): unknown {
  const decided = decideCommand(state, command, nowMs);
  return decided.ok ? decided.value : decided.problem.code;
}

/** After the command has been folded. */
export function propose(command: PlanCommand, state: State = QUEUE): State {
  const decided = decideCommand(state, command, NOW_MS);
  if (!decided.ok) throw new Error(decided.problem.code);
  return reduce(state, decided.value);
}

export function withStage(stage: Plan['stage']): State {
  return { ...QUEUE, plan: { ...planOf(undoDraft()), stage } };
}

import fc from 'fast-check';
import { decideCommand } from '../../electron/core/decide-command.ts';
import type { PlanCommand } from '../../electron/core/decide-plan.ts';
import type { Event } from '../../electron/core/event.ts';
import { planEffects, type PlanEffect } from '../../electron/core/plan-effects.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, NOW_MS, scan, SERIAL } from './build-state.ts';
import { FACTS, NEW, OLD } from './plan-scenes.ts';

export type Step = { readonly before: State; readonly event: Event; readonly after: State; readonly nowMs: number };

const of = (itemId: number) => ({ atMs: NOW_MS, itemId });

function issue(itemId: number, serialNumber: string, user: typeof ANN): readonly Event[] {
  const method = { methodId: `m${itemId}`, serialNumber, status: 'activated' } as const;
  return [
    scan(serialNumber),
    { kind: 'userChosen', ...of(itemId), user },
    { kind: 'activationIntended', ...of(itemId), userId: user.id },
    { kind: 'activationDone', ...of(itemId), requestId: null },
    { kind: 'methodRead', ...of(itemId), method },
  ];
}

/** Two issued tokens, and a new one for Ann, who has an old one; Kofi still has the new one in the inventory. */
export const OPENING: readonly Event[] = [
  { kind: 'sessionFixed', atMs: NOW_MS, name: 'Operator' },
  ...issue(1, SERIAL, ANN),
  ...issue(2, '20033752', BOB),
  scan(NEW.serialNumber),
  { kind: 'userChosen', ...of(3), user: ANN },
  {
    kind: 'preFlightRead',
    ...of(3),
    userId: ANN.id,
    facts: {
      ...FACTS,
      methods: [{ methodId: 'm9', serialNumber: OLD, status: 'activated' }],
      devices: [
        {
          deviceId: 'd3',
          serialNumber: NEW.serialNumber,
          manufacturer: null,
          model: null,
          periodSeconds: 30,
          status: 'activated',
          assignedTo: { id: 'kofi', displayName: 'Kofi' },
        },
      ],
    },
  },
];

const COMMANDS: readonly PlanCommand[] = [
  { kind: 'planUndo', itemId: 1, reason: 'wrongPerson' },
  { kind: 'planUndo', itemId: 2, reason: 'notNeeded' },
  { kind: 'planSwap', itemId: 1, otherItemId: 2 },
  { kind: 'planSwap', itemId: 2, otherItemId: 1 },
  { kind: 'planReplace', itemId: 3, methodId: 'm9', reason: 'broken' },
  { kind: 'planReassign', itemId: 3 },
  { kind: 'startPlan' },
  { kind: 'startPlan' },
  { kind: 'resumePlan' },
  { kind: 'leavePlan' },
];

/** Everything that an effect can come to. */
export function outcomesOf({ kind, step }: PlanEffect, atMs: number): readonly Event[] {
  const at = { atMs, step };
  switch (kind) {
    case 'intendTakeBack':
      return [{ kind: 'takeBackIntended', ...at }];
    case 'takeBack':
      return [
        { kind: 'takeBackDone', ...at, requestId: null },
        { kind: 'takeBackDone', ...at, requestId: null },
        { kind: 'takeBackPostponed', ...at, untilMs: atMs + 1_000, problem: { code: 'throttled' } },
        { kind: 'takeBackPostponed', ...at, untilMs: atMs + 3_600_000, problem: { code: 'throttled' } },
        { kind: 'takeBackRefused', ...at, problem: { code: 'method-unknown' } },
        { kind: 'takeBackRefused', ...at, problem: { code: 'not-permitted' } },
        { kind: 'takeBackLost', ...at, problem: { code: 'answer-lost' } },
      ];
    case 'readTakeBack': {
      const failed = { kind: 'takeBackNotRead', ...at, retryAfterMs: null } as const;
      return [
        { kind: 'takeBackRead', ...at, isThere: false },
        { kind: 'takeBackRead', ...at, isThere: false },
        { kind: 'takeBackRead', ...at, isThere: true },
        { kind: 'takeBackRead', ...at, isThere: true },
        { ...failed, status: 503, problem: { code: 'graph-failing' } },
        { ...failed, status: 403, problem: { code: 'not-permitted' } },
      ];
    }
    default:
      throw new Error(`no outcome of ${String(kind)}`);
  }
}

/** What may come at any time, also what was asked for a moment ago, on another state. */
function disturbances(atMs: number): readonly Event[] {
  const late = [1, 2, 3].flatMap((itemId): readonly Event[] => [
    { kind: 'userChosen', atMs, itemId, user: BOB },
    { kind: 'activationIntended', atMs, itemId, userId: ANN.id },
    { kind: 'itemRetried', atMs, itemId },
    { kind: 'itemOpened', atMs, itemId, laneId: 'right' },
    { kind: 'itemParked', atMs, itemId },
  ]);
  return [
    ...late,
    { kind: 'itemRemoved', atMs, itemId: 2 },
    { kind: 'methodRead', atMs, itemId: 3, method: { methodId: 'm3', serialNumber: null, status: 'activated' } },
    scan(SERIAL, atMs),
    scan(OLD, atMs),
    { kind: 'restarted', atMs },
    { kind: 'signedOut', atMs, problem: null },
    { kind: 'sessionFixed', atMs, name: 'Operator' },
    { kind: 'sessionFixed', atMs, name: 'Operator' },
    { kind: 'laneShown', atMs, laneId: 'right' },
    { kind: 'readerAttached', atMs, readerKey: 'right', name: 'Right scanner' },
    { kind: 'takeBackRead', atMs, step: 0, isThere: false },
    { kind: 'takeBackDone', atMs, step: 1, requestId: null },
  ];
}

/** What may come next, the likelier more than once. */
function candidates(state: State, nowMs: number): readonly Event[] {
  const outcomes = planEffects(state, nowMs).flatMap((effect) => outcomesOf(effect, nowMs));
  const asked = COMMANDS.flatMap((command) => {
    const decided = decideCommand(state, command, nowMs);
    return decided.ok ? [decided.value] : [];
  });
  const often = [...outcomes, ...asked];
  return [...often, ...often, ...often, ...often, ...often, ...disturbances(nowMs)];
}

/** Calls `check` for each step of each walk through what may happen to plans. */
export function inEveryWalk(
  check: (step: Step, isFirst: boolean) => void,
  atEnd: (steps: readonly Step[]) => void = () => undefined,
): void {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60, size: 'max' }), (picks) => {
      const steps: Step[] = [];
      let before = foldEvents(OPENING);
      let nowMs = NOW_MS;
      for (const pick of picks) {
        // Chosen: past every pause of a read, and sixty of them are within the time to undo.
        nowMs += 10_000;
        const possible = candidates(before, nowMs);
        const event = possible[pick % possible.length];
        if (!event) throw new Error('nothing can happen');
        const after = reduce(before, event);
        const step = { before, event, after, nowMs };
        check(step, steps.length === 0);
        steps.push(step);
        before = after;
      }
      atEnd(steps);
    }),
    { numRuns: 300 },
  );
}

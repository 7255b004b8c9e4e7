import type { Problem } from '../contract/problem.ts';
import type { AssignEffect } from '../core/assign-effects.ts';
import { decideRetry } from '../core/decide-retry.ts';
import type { Event } from '../core/event.ts';
import type { OathDevice } from '../core/oath-method.ts';
import type { GraphPort, ReadOutcome, WriteOutcome } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import { serialKey, type Item, type State } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';
import { outcomeEvent } from './outcome-event.ts';

type AssignPorts = { readonly graph: Pick<GraphPort, 'findDevices' | 'assign'>; readonly clock: ClockPort };

/** Writes the intent of an assignment, or finds the token in the inventory and assigns it. */
export async function runAssignEffect(effect: AssignEffect, state: State, ports: AssignPorts): Promise<Event> {
  const { clock } = ports;
  switch (effect.kind) {
    case 'startAssignment':
      return intended(effect, clock.nowMs());
    case 'leaveOrder':
      return { kind: 'orderLeft', atMs: clock.nowMs(), laneId: effect.laneId };
    case 'assign': {
      const item = state.items.get(effect.itemId);
      const outcome = item?.user ? await assign(item, item.user.id, ports) : GONE;
      return outcomeEvent(outcome, effect.itemId, clock.nowMs());
    }
    default:
      return assertNever(effect);
  }
}

/** What is told where carrying it out broke: whether anything was sent is not known. */
export function assignCrash(effect: AssignEffect, detail: string, atMs: number): Event {
  switch (effect.kind) {
    case 'startAssignment':
      return intended(effect, atMs);
    case 'leaveOrder':
      return { kind: 'orderLeft', atMs, laneId: effect.laneId };
    case 'assign':
      return { kind: 'answerLost', atMs, itemId: effect.itemId, problem: { code: 'answer-lost', detail } };
    default:
      return assertNever(effect);
  }
}

const GONE: WriteOutcome = { kind: 'refused', problem: { code: 'item-gone' } };

function intended({ itemId, userId }: Extract<AssignEffect, { kind: 'startAssignment' }>, atMs: number): Event {
  return { kind: 'assignmentIntended', atMs, itemId, userId };
}

/** One read and one write. Which token of the inventory it is must be beyond doubt. */
async function assign(item: Item, userId: string, { graph, clock }: AssignPorts): Promise<WriteOutcome> {
  const found = await graph.findDevices(item.serialNumber);
  const attempt = item.postponements + 1;
  if (found.kind === 'failed') return outcomeOfFailure(found, attempt, clock.nowMs());
  const wanted = serialKey(item.serialNumber);
  const devices = found.value.filter(({ serialNumber }) => serialNumber !== null && serialKey(serialNumber) === wanted);
  const [device, ...others] = devices;
  if (!device) return refused({ code: 'serial-unknown' });
  if (others.length > 0) return refused({ code: 'serial-twice' });
  const holder = device.assignedTo;
  // The read-back proves it.
  if (holder?.id.toLowerCase() === userId.toLowerCase()) return { kind: 'done', requestId: null };
  if (holder) return refused(takenBy(holder));
  const outcome = await graph.assign({ userId, deviceId: device.deviceId, attempt });
  if (outcome.kind !== 'refused' || outcome.problem.code !== 'signed-out') return outcome;
  return outcomeOfFailure({ problem: outcome.problem, ...NO_ANSWER }, attempt, clock.nowMs());
}

const NO_ANSWER = { status: null, retryAfterMs: null } as const;

/** Nothing was sent that changes anything: it may be asked again, unless that can never succeed. Whoever has gone may come back. */
function outcomeOfFailure(
  { problem, status, retryAfterMs }: Omit<Extract<ReadOutcome<unknown>, { kind: 'failed' }>, 'kind'>,
  attempt: number,
  nowMs: number,
): WriteOutcome {
  const isSignedOut = problem.code === 'signed-out';
  const retry = decideRetry({ method: 'GET', status: isSignedOut ? null : status, retryAfterMs, attempt, nowMs });
  return retry.kind === 'retry' ? { kind: 'postponed', problem, untilMs: retry.atMs } : refused(problem);
}

function takenBy({ id, displayName }: NonNullable<OathDevice['assignedTo']>): Problem {
  const detail = displayName ?? id;
  return { code: 'token-taken', ...(detail === '' ? {} : { detail }) };
}

function refused(problem: Problem): WriteOutcome {
  return { kind: 'refused', problem };
}

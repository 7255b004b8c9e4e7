import type { DurableEvent } from '../core/event.ts';
import type { WriteOutcome } from '../core/graph-port.ts';
import { assertNever } from '../core/unreachable.ts';

/** What became of a call that gives a token to somebody, with its code or without. */
export function outcomeEvent(outcome: WriteOutcome, itemId: number, atMs: number): DurableEvent {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'activationDone', atMs, itemId, requestId: outcome.requestId };
    case 'postponed':
      return { kind: 'activationPostponed', atMs, itemId, untilMs: outcome.untilMs, problem: outcome.problem };
    case 'refused':
      return { kind: 'activationRefused', atMs, itemId, problem: outcome.problem };
    case 'lost':
      return { kind: 'answerLost', atMs, itemId, problem: outcome.problem };
    default:
      return assertNever(outcome);
  }
}

import type { Problem, ProblemCode } from '../contract/problem.ts';
import { decideRetry } from './decide-retry.ts';
import type { DurableEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { notify } from './notices.ts';
import { openNext } from './lanes.ts';
import { askForCode, stop } from './reduce-activation.ts';
import { assignAgain } from './reduce-assign.ts';
import type { Item, State } from './state.ts';

type MethodRead = Extract<DurableEvent, { kind: 'methodRead' }>;
type ReadFailed = Extract<DurableEvent, { kind: 'readFailed' }>;

/**
 * Pauses before the second and later reads, in milliseconds.
 * Chosen: Graph's reads lag behind its writes by about a second in field tools; a quarter of a minute is plenty.
 */
const READ_PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/** Chosen: a read that can never succeed (403, 404) is still tried each minute, because rights can be given meanwhile. */
const SLOW_READ_MS = 60_000;

/** Refusals of a token that is not the person's any more. */
const IS_GONE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['method-unknown', 'token-not-activated']);

/** What a read of the user's methods proves. Nothing is concluded from one empty read after a write. */
export function reduceMethodRead(state: State, event: MethodRead, item: Item): State {
  if (item.state.kind !== 'unsure' && item.state.kind !== 'confirming') return state;
  const methodId = event.method?.methodId ?? null;
  const seen: Item = { ...item, methodId, reads: item.reads + 1, readFailures: 0 };
  // To be this person's is all that is asked of a token without a code.
  const isWhole = item.goal === 'assign' ? event.method !== null : event.method?.status === 'activated';
  if (isWhole) return becomeIssued(state, seen, event.atMs);
  if (item.state.kind === 'unsure' && saysAtOnce(item.state.problem)) {
    return concludeRefusal(state, seen, event, item.state.problem, item.methodId !== null);
  }
  const pauseMs = READ_PAUSES_MS[item.reads];
  if (pauseMs !== undefined) {
    const again = { ...item.state, nextReadAtMs: event.atMs + pauseMs, readProblem: null };
    return putItem(state, { ...seen, state: again });
  }
  if (item.state.kind === 'confirming') return stop(state, seen, event.atMs, { code: 'not-confirmed' });
  if (item.goal === 'assign') return assignAgain(state, seen, event.atMs);
  return askForCode(state, seen, event.atMs, item.state.problem);
}

/** The read itself failed: the item waits, says why, and reads again. It never gives up and never POSTs. */
export function reduceReadFailed(state: State, event: ReadFailed, item: Item): State {
  if (item.state.kind !== 'unsure' && item.state.kind !== 'confirming') return state;
  const attempt = item.readFailures + 1;
  const { status, retryAfterMs } = event;
  const decision = decideRetry({ method: 'GET', status, retryAfterMs, attempt, nowMs: event.atMs });
  const nextReadAtMs = decision.kind === 'retry' ? decision.atMs : event.atMs + SLOW_READ_MS;
  const again = { ...item.state, nextReadAtMs, readProblem: event.problem };
  return putItem(state, { ...item, readFailures: attempt, state: again });
}

/** After a clear refusal the first read settles the matter; after a lost answer only a row of reads does. */
function saysAtOnce(problem: Problem): boolean {
  return problem.code !== 'answer-lost' && problem.code !== 'station-stopped';
}

/** `wasTheirs`: the code was for a token that the person had, as far as was known. */
function concludeRefusal(
  state: State,
  item: Item,
  { atMs, method }: MethodRead,
  problem: Problem,
  wasTheirs: boolean,
): State {
  if (item.goal === 'assign') return stop(state, item, atMs, problem);
  if (problem.code === 'code-rejected') return askForCode(state, item, atMs, problem);
  // It was taken back meanwhile: the next code goes by its serial number again.
  if (wasTheirs && !method && IS_GONE.has(problem.code)) return askForCode(state, item, atMs, problem);
  // The token is this person's and not active: go on with activating it, never assign it again.
  if (method) return askForCode(state, item, atMs, { ...problem, code: 'token-already-theirs' });
  return stop(state, item, atMs, problem);
}

function becomeIssued(state: State, item: Item, atMs: number): State {
  const kind = item.goal === 'assign' ? 'assigned' : 'activated';
  const issued: Item = { ...item, preFlight: null, state: { kind }, changedAtMs: atMs };
  const said = notify(putItem(state, issued), atMs, kind, { item: issued });
  return openNext(said, issued);
}

import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { DurableEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { judgeRefusal, wantFreshSignIn } from './kiosk.ts';
import { notify } from './notices.ts';
import { addSent, paceFreeAtMs } from './pace.ts';
import type { Item, State } from './state.ts';

type EventOf<K extends DurableEvent['kind']> = Extract<DurableEvent, { kind: K }>;

/**
 * Refusals after which the user's methods are read before anything is concluded: a bad code may leave the token
 * assigned (`failedActivation`), and a token that is "taken" may be taken by this very person.
 * Assumed: Graph's page lists the status and does not say what leaves it behind.
 */
const READ_AFTER: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'code-rejected',
  'token-taken',
  'graph-refused',
  // What was known of the person's tokens no longer holds.
  'method-unknown',
  'token-not-activated',
]);

/** The state that the next POST runs from. It is in the journal before the POST is sent. */
export function reduceIntended(state: State, event: EventOf<'activationIntended'>, item: Item): State {
  // A code belongs to the person who stood on screen when it was typed: one who was chosen meanwhile does not get it.
  if (item.user?.id !== event.userId || item.goal === 'assign') return state;
  if (item.state.kind !== 'needsCode' && item.state.kind !== 'waiting') return state;
  const freeAtMs = paceFreeAtMs(state.sentAtMs, event.atMs);
  if (freeAtMs !== null) return postpone(state, item, event.atMs, freeAtMs, { code: 'pace-reached' });
  const counted = { ...state, sentAtMs: addSent(state.sentAtMs, event.atMs) };
  return putItem(counted, {
    ...item,
    state: { kind: 'activating' },
    attempts: item.attempts + 1,
    postponements: item.state.kind === 'waiting' ? item.postponements : 0,
    reads: 0,
    readFailures: 0,
    requestId: null,
    parked: false,
    changedAtMs: event.atMs,
  });
}

export function reduceDone(state: State, event: EventOf<'activationDone'>, item: Item): State {
  if (item.state.kind !== 'activating') return state;
  const confirming = { kind: 'confirming', nextReadAtMs: event.atMs, readProblem: null } as const;
  return putItem(state, { ...item, state: confirming, requestId: event.requestId, changedAtMs: event.atMs });
}

export function reducePostponed(state: State, event: EventOf<'activationPostponed'>, item: Item): State {
  if (item.state.kind !== 'activating') return state;
  return postpone(state, item, event.atMs, event.untilMs, event.problem);
}

function postpone(state: State, item: Item, atMs: number, untilMs: number, problem: Problem): State {
  const waiting = { kind: 'waiting', untilMs, problem } as const;
  const next = putItem(state, { ...item, state: waiting, postponements: item.postponements + 1, changedAtMs: atMs });
  return notify(next, atMs, 'waiting', { item, problem });
}

export function reduceRefused(state: State, event: EventOf<'activationRefused'>, item: Item): State {
  if (item.state.kind !== 'activating') return state;
  const { atMs, problem } = event;
  switch (judgeRefusal(state, problem, atMs)) {
    case 'askAgain':
      return askForCode(wantFreshSignIn(state), item, atMs, { ...problem, code: 'fresh-sign-in-wanted' });
    case 'deny':
      return stop(state, item, atMs, { ...problem, code: 'not-permitted' });
    case null:
      return READ_AFTER.has(problem.code) ? becomeUnsure(state, item, atMs, problem) : stop(state, item, atMs, problem);
  }
}

/** A lost answer is never sent again by itself: reading tells whether Graph acted. */
export function reduceLost(state: State, event: EventOf<'answerLost'>, item: Item): State {
  if (item.state.kind !== 'activating') return state;
  // Whatever broke the line: what counts is that nobody knows whether Graph acted.
  const problem: Problem = { ...event.problem, code: 'answer-lost' };
  return notify(becomeUnsure(state, item, event.atMs, problem), event.atMs, 'unsure', { item, problem });
}

export function reduceExpired(state: State, event: EventOf<'codeExpired'>, item: Item): State {
  if (item.state.kind !== 'activating' && item.state.kind !== 'waiting') return state;
  // It needs no code.
  if (item.goal === 'assign') return state;
  return askForCode(state, item, event.atMs, { code: 'code-too-old' });
}

/** The seeds in memory say that this code does not belong here. Nothing was sent, so that Graph has rejected nothing. */
export function reduceDisproved(state: State, event: EventOf<'codeDisproved'>, item: Item): State {
  if (item.state.kind !== 'needsCode') return state;
  return askForCode(state, { ...item, drift: event.drift }, event.atMs, event.problem);
}

export function becomeUnsure(state: State, item: Item, atMs: number, problem: Problem): State {
  const unsure = { kind: 'unsure', nextReadAtMs: atMs, problem, readProblem: null } as const;
  return putItem(state, { ...item, state: unsure, reads: 0, readFailures: 0, changedAtMs: atMs });
}

export function askForCode(state: State, item: Item, atMs: number, problem: Problem): State {
  const rejected = problem.code === 'code-rejected';
  const next = { ...item, rejections: item.rejections + (rejected ? 1 : 0), changedAtMs: atMs };
  const asked = putItem(state, { ...next, state: { kind: 'needsCode', problem } });
  return notify(asked, atMs, rejected ? 'codeRejected' : 'codeWanted', { item, problem });
}

export function stop(state: State, item: Item, atMs: number, problem: Problem): State {
  const stopped = putItem(state, { ...item, state: { kind: 'stopped', problem }, changedAtMs: atMs });
  return notify(stopped, atMs, 'stopped', { item, problem });
}

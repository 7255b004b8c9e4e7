import type { Problem } from '../contract/problem.ts';
import { decideRetry } from './decide-retry.ts';
import { finishPlan, markTakenBack } from './plan-end.ts';
import { LONGEST_WAIT_MS, READ_AFTER, stopStep, withStep, type StepEventOf, type UnderWay } from './plan-step.ts';
import type { State } from './state.ts';

/**
 * Pauses before the second and later reads, in milliseconds.
 * Chosen: as for activations, because Graph's reads lag behind its writes by about a second in field tools.
 */
const READ_PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/** Chosen: a DELETE may be sent twice without harm; a line that is cut three times needs a person, not a fourth try. */
const MOST_LOSSES = 3;

/** Chosen: about a minute of reads that fail. */
const MOST_READ_FAILURES = 6;

/**
 * Only a read that no longer shows the token proves that it is taken back, whatever the call was answered with.
 * Assumed: a read never shows less than one before it did: the token was on this person's list, so that its absence is new.
 */
export function reduceTakeBackRead(under: UnderWay, { atMs, isThere }: StepEventOf<'takeBackRead'>): State {
  const { step } = under;
  if (step.state.kind !== 'confirming') return under.state;
  const seen = { ...under, step: { ...step, reads: step.reads + 1, readFailures: 0 } };
  if (!isThere) return finishStep(seen, atMs);
  const pauseMs = READ_PAUSES_MS[step.reads];
  if (pauseMs === undefined) return concludeThere(seen, atMs, step.state.problem);
  const again = { ...step.state, nextReadAtMs: atMs + pauseMs, readProblem: null };
  return withStep(seen, { ...seen.step, state: again });
}

/** A row of reads still shows the token. `problem`: what the call was answered with; `null`: Graph said yes. */
function concludeThere(under: UnderWay, atMs: number, problem: Problem | null): State {
  const { step } = under;
  if (problem === null) return stopStep(under, atMs, { code: 'not-taken-back' });
  if (READ_AFTER.has(problem.code)) {
    // "It is not there" and a list that shows it are a contradiction; any other refusal is one.
    const isUnsure = problem.code !== 'graph-refused';
    return stopStep({ ...under, step: { ...step, isUnsure } }, atMs, problem);
  }
  const lost = { ...step, losses: step.losses + 1 };
  if (lost.losses < MOST_LOSSES) return withStep(under, { ...lost, state: { kind: 'open' } });
  return stopStep({ ...under, step: lost }, atMs, { ...problem, code: 'not-taken-back' });
}

/** The read itself failed. Other than an item, a plan does not wait for ever: it holds its tokens. */
export function reduceTakeBackNotRead(
  under: UnderWay,
  { atMs, problem, status, retryAfterMs }: StepEventOf<'takeBackNotRead'>,
): State {
  const { step } = under;
  if (step.state.kind !== 'confirming') return under.state;
  const attempt = step.readFailures + 1;
  const failed = { ...step, readFailures: attempt };
  const retry = decideRetry({ method: 'GET', status, retryAfterMs, attempt, nowMs: atMs });
  const mayGoOn = problem.code !== 'signed-out' && attempt < MOST_READ_FAILURES;
  if (!mayGoOn || retry.kind === 'giveUp' || retry.atMs - atMs > LONGEST_WAIT_MS) {
    return stopStep({ ...under, step: failed }, atMs, problem);
  }
  const again = { ...step.state, nextReadAtMs: retry.atMs, readProblem: problem };
  return withStep(under, { ...failed, state: again });
}

function finishStep(under: UnderWay, atMs: number): State {
  const { step } = under;
  const done = withStep(under, { ...step, state: { kind: 'done' }, isUnsure: false, losses: 0 });
  const said = markTakenBack(done, under.plan, step, atMs);
  const isLast = under.index === under.plan.steps.length - 1;
  return isLast ? finishPlan(said, under.plan, atMs) : said;
}

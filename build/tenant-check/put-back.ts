import { unassignRequest } from '../../electron/core/graph-method-request.ts';
import { lookForToken, lookUntil, type Before } from './find-token.ts';
import type { Attempt, PutBack } from './run-log.ts';
import { tryWrite, wait, type Run } from './try-step.ts';

/** Chosen: a line that was cut is back, or somebody should know. */
const MOST_TRIES = 3;
const PAUSE_MS = 5_000;

/** The same, up to three times: a token must not stay with a test user because one answer was lost. */
export async function takeBackSurely(run: Run, before: Before, serialNumber: string): Promise<PutBack> {
  const attempts: Attempt[] = [];
  for (let count = 1; ; count += 1) {
    const tried = await takeBack(run, before, serialNumber);
    attempts.push(...tried.attempts);
    if (tried.result !== 'failed' || count === MOST_TRIES) return { ...tried, attempts };
    await wait(run, Math.min(PAUSE_MS, run.settleMs), null);
  }
}

/**
 * Takes the test token back from a user, if they have it, and reads that it is gone. Only the token that was not theirs
 * before is touched. Before "not there" is believed, reads are repeated.
 */
export async function takeBack(run: Run, before: Before, serialNumber: string): Promise<PutBack> {
  const { userId } = before;
  const look = () => lookForToken(run, before, serialNumber, false);
  const first = await lookUntil(run, look, (found) => Boolean(found), null);
  if (first.found === undefined) return { userId, result: 'failed', attempts: first.attempts };
  if (first.found === null) return { userId, result: 'nothingThere', attempts: first.attempts };
  const sent = await tryWrite(run, {
    what: 'take back',
    request: unassignRequest(userId, first.found.methodId),
    isSelf: false,
    how: { canBeStopped: false },
  });
  const last = await lookUntil(run, look, (found) => found === null, null);
  const attempts = [...first.attempts, ...sent, ...last.attempts];
  if (last.found === null) return { userId, result: 'takenBack', attempts };
  return { userId, result: isYes(sent.at(-1)) ? 'notProven' : 'failed', attempts };
}

function isYes(attempt: Attempt | undefined): boolean {
  const answer = attempt?.answer;
  return answer?.kind === 'answered' && answer.status >= 200 && answer.status <= 299;
}

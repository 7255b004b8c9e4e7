import { decideRetry } from '../core/decide-retry.ts';
import type { GraphPort, PersonKey } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import type { PeopleRead } from '../core/work-order-draft.ts';

type Failed = Extract<PeopleRead, { kind: 'failed' }>;
export type PersonAnswer = readonly [PersonKey, PeopleRead];

export type LookUpOptions = {
  readonly graph: Pick<GraphPort, 'readUsers'>;
  readonly clock: Pick<ClockPort, 'nowMs' | 'at'>;
  readonly signal: AbortSignal;
  /** Who is to be looked up next; nobody, once all are. Asked anew each time: the list may have changed. */
  readonly next: () => readonly PersonKey[];
  readonly onAnswers: (answers: readonly PersonAnswer[]) => void;
  /** The line is silent: nobody else is asked about. */
  readonly onSilence: (failed: Failed) => void;
};

/** Chosen: a line that is cut for a moment is back by the third time; what is broken longer is the operator's to try again. */
const MOST_ATTEMPTS = 3;

/** Each key has its answer; this stands where the types do not know it. */
const LEFT_OUT: Failed = { kind: 'failed', problem: { code: 'graph-failing' }, status: null, retryAfterMs: null };

/**
 * Looks people up, some at a time, until there is nobody left or the signal is given. Where the service asks to wait, it
 * waits, however often: that is no failure. What fails otherwise is asked for a few times and then told as it is.
 */
export async function lookUpPeople(options: LookUpOptions): Promise<void> {
  const { graph, clock, signal, next, onAnswers, onSilence } = options;
  const attempts = new Map<string, number>();
  for (let keys = next(); keys.length > 0; keys = next()) {
    const reads = await graph.readUsers(keys);
    if (signal.aborted) return;
    const nowMs = clock.nowMs();
    const answers: PersonAnswer[] = [];
    let againAtMs = 0;
    for (const [place, key] of keys.entries()) {
      const read = reads[place] ?? LEFT_OUT;
      const text = JSON.stringify(key);
      const attempt = (attempts.get(text) ?? 0) + 1;
      const atMs = retryAtMs(read, attempt, nowMs);
      if (atMs === null) answers.push([key, read]);
      else attempts.set(text, attempt);
      againAtMs = Math.max(againAtMs, atMs ?? 0);
    }
    const silence = answers.length === keys.length ? silenceIn(answers) : null;
    if (silence) {
      onSilence(silence);
      return;
    }
    onAnswers(answers);
    if (againAtMs > nowMs) await waitUntil(againAtMs, clock, signal);
    if (signal.aborted) return;
  }
}

/** When the same is asked again; `null`: this is the answer. */
function retryAtMs(read: PeopleRead, attempt: number, nowMs: number): number | null {
  if (read.kind === 'read' || read.problem.code === 'signed-out') return null;
  const { status, retryAfterMs } = read;
  const asksToWait = status === 429 || (status === 503 && retryAfterMs !== null);
  if (!asksToWait && attempt >= MOST_ATTEMPTS) return null;
  const decided = decideRetry({ method: 'GET', status, retryAfterMs, attempt, nowMs });
  return decided.kind === 'retry' ? decided.atMs : null;
}

/** What stands for everybody where nobody was answered at all. */
function silenceIn(answers: readonly PersonAnswer[]): Failed | null {
  const failures = answers.flatMap(([, read]) => (read.kind === 'failed' && read.status === null ? read : []));
  return failures.length === answers.length ? (failures[0] ?? null) : null;
}

function waitUntil(atMs: number, clock: Pick<ClockPort, 'at'>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      signal.removeEventListener('abort', end);
      disarm();
      resolve();
    };
    const disarm = clock.at(atMs, end);
    signal.addEventListener('abort', end);
  });
}

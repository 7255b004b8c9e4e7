import { toReadOutcome, toWriteOutcome, type GraphAnswer } from '../../electron/core/graph-outcome.ts';
import type { GraphRequest, GraphWrite } from '../../electron/core/graph-request.ts';
import type { ClockPort } from '../../electron/core/ports.ts';
import { ok } from '../../electron/core/result.ts';
import { parseRetryAfter } from '../../electron/core/retry-after.ts';
import type { Connection, SendHow, Sent } from './connection.ts';
import type { Dialogue } from './dialogue.ts';
import type { Notebook } from './notebook.ts';
import type { ReadStep } from './question.ts';
import type { Asked, Attempt, SignedIn } from './run-log.ts';

/** What every part of a run works with. */
export type Run = {
  readonly dialogue: Dialogue;
  readonly connection: Connection;
  readonly notebook: Notebook;
  readonly clock: ClockPort;
  readonly stop: AbortSignal;
  readonly graphUrl: string;
  readonly settleMs: number;
  /** `null`: nobody is signed in. */
  readonly signedIn: () => SignedIn | null;
};

/** Sends one read. One attempt, or two where a challenge was answered. */
export async function tryRead(run: Run, step: ReadStep, canBeStopped = true): Promise<readonly Attempt[]> {
  const { what, request, version = 'beta', parse = ok } = step;
  const sent = await sendPolitely(run, request, { version, answersChallenges: true, canBeStopped });
  const { method, path } = request;
  return sent.map((one) => ({ what, method, path, version, ...one, takenAs: readAs(one.answer, parse, run) }));
}

export type WriteTry = {
  readonly what: string;
  readonly request: GraphWrite;
  readonly isSelf: boolean;
  readonly how?: Partial<SendHow>;
};

/** Sends one write, once; a second time only under a token that was renewed for a challenge. */
export async function tryWrite(run: Run, { what, request, isSelf, how = {} }: WriteTry): Promise<readonly Attempt[]> {
  const { method, path } = request;
  const as: SendHow = { version: 'beta', answersChallenges: true, canBeStopped: true, ...how };
  const sent = await sendPolitely(run, request, as);
  return sent.map((one) => {
    const outcome = toWriteOutcome(one.answer, { method, attempt: 1, isSelf }, run.clock.nowMs());
    const takenAs = outcome.kind === 'done' ? 'done' : `${outcome.kind}: ${outcome.problem.code}`;
    return { what, method, path, version: 'beta', ...one, takenAs };
  });
}

/** Chosen: longer than Graph has been seen to ask for; who is asked to wait longer can come back another day. */
const LONGEST_PAUSE_MS = 60_000;

/** Waits after an answer that asks for it, so that the next question does not press a busy service. */
async function sendPolitely(run: Run, request: GraphRequest, how: SendHow): Promise<readonly Sent[]> {
  const sent = await run.connection.send(request, how);
  const answer = sent.at(-1)?.answer;
  const isBusy = answer?.kind === 'answered' && (answer.status === 429 || answer.status === 503);
  const pauseMs = isBusy ? parseRetryAfter(answer.retryAfter, run.clock.nowMs()) : null;
  if (pauseMs === null || pauseMs === 0) return sent;
  const shortMs = Math.min(pauseMs, LONGEST_PAUSE_MS);
  run.dialogue.say(`  The service asks to wait: ${Math.ceil(shortMs / 1_000)} s…`);
  await wait(run, shortMs, how.canBeStopped ? run.stop : null);
  return sent;
}

function readAs(answer: GraphAnswer, parse: NonNullable<ReadStep['parse']>, { clock }: Run): string {
  const outcome = toReadOutcome(answer, parse, clock.nowMs());
  return outcome.kind === 'read' ? 'read' : `failed: ${outcome.problem.code}`;
}

/** Waits, unless the run is stopped meanwhile. */
export function wait({ clock }: Run, waitMs: number, stop: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const disarm = clock.at(clock.nowMs() + waitMs, resolve);
    const leave = (): void => {
      disarm();
      resolve();
    };
    if (stop?.aborted) leave();
    else stop?.addEventListener('abort', leave, { once: true });
  });
}

/** Why nothing more can be asked; `null`: go on. */
export function whyOver(run: Run): string | null {
  if (run.stop.aborted) return 'it was stopped';
  const [last, before] = run.notebook
    .asked()
    .flatMap(({ attempts }) => attempts)
    .toReversed();
  if (last?.answer.kind !== 'silent') return null;
  if (!last.answer.sent) return 'the sign-in has ended';
  // One lost answer may be an accident; a line that stays silent would be waited for at every question.
  return before?.answer.kind === 'silent' ? 'Microsoft Graph does not answer' : null;
}

/** Writes down what became of a question, and says it in one line. */
export function record(run: Run, asked: Asked): void {
  run.notebook.record(asked);
  run.dialogue.say(summaryOf(asked));
}

/** One line of our own words, statuses and problem codes. */
export function summaryOf({ question, outcome, why, attempts, conclusion }: Asked): string {
  const statuses = attempts.map(({ answer, takenAs }) =>
    answer.kind === 'silent' ? `no answer (${answer.problem.code})` : `${answer.status} (${takenAs})`,
  );
  const parts = [OUTCOME_WORDS[outcome], why, statuses.join(', '), conclusion];
  return `  ${question.id.padEnd(29)} ${parts.filter(Boolean).join(' · ')}`;
}

const OUTCOME_WORDS: Readonly<Record<Asked['outcome'], string>> = {
  answered: '',
  noAnswer: '',
  declined: 'not allowed',
  leftOut: 'left out',
  cutShort: 'not reached',
};

/** What became of the attempts as a whole. */
export function outcomeOf(attempts: readonly Attempt[]): 'answered' | 'noAnswer' {
  return attempts.some(({ answer }) => answer.kind === 'answered') ? 'answered' : 'noAnswer';
}

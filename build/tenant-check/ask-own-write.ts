import { sayMissing } from './ask-reads.ts';
import { giveTo, missingSubjects, type WriteQuestion } from './question.ts';
import { outcomeOf, record, tryWrite, wait, whyOver, type Run } from './try-step.ts';
import { WRONG_CODE } from './codes.ts';

/** Chosen: the clocks of this computer and of the service may differ. */
const CLOCK_SLACK_MS = 30_000;

/** Asks about one write at /me that cannot act; where it needs an older sign-in, it offers to wait. */
export async function askOwnWrite(
  run: Run,
  question: WriteQuestion,
  number: string,
  signedInAtMs: () => number | null,
): Promise<void> {
  const { dialogue, notebook, clock } = run;
  const nothing = { question, attempts: [], conclusion: null } as const;
  const over = whyOver(run);
  if (over !== null) return record(run, { ...nothing, outcome: 'cutShort', why: over });
  const missing = missingSubjects(question, notebook.subjects());
  if (missing.length > 0) return record(run, { ...nothing, outcome: 'leftOut', why: sayMissing(missing) });
  dialogue.say(`\n${number} ${question.id}\n  ${question.open}\n  ${question.does}`);
  if (!(await dialogue.confirm('Type yes to do it. Anything else leaves it out.'))) {
    return record(run, { ...nothing, outcome: run.stop.aborted ? 'cutShort' : 'declined', why: whyOver(run) });
  }
  const isOldEnough = await waitForAge(run, question.signedInBeforeMs ?? 0, signedInAtMs());
  if (!isOldEnough) {
    const why = whyOver(run) ?? 'the sign-in is not old enough';
    return record(run, { ...nothing, outcome: run.stop.aborted ? 'cutShort' : 'declined', why });
  }
  const attempts = [];
  const given = giveTo(question, notebook.subjects());
  for (const { what, request } of question.steps(given, false)) {
    // The challenge itself is the answer: to answer it would ask the person to sign in.
    const how = { answersChallenges: false };
    attempts.push(...(await tryWrite(run, { what, request: request(WRONG_CODE), isSelf: true, how })));
  }
  notebook.hide('code', WRONG_CODE);
  const conclusion = sayAge(signedInAtMs(), clock.nowMs());
  record(run, { question, outcome: outcomeOf(attempts), why: null, attempts, conclusion });
}

/** Where nothing tells when the sign-in was, it is tried all the same. */
async function waitForAge(run: Run, ageMs: number, sinceMs: number | null): Promise<boolean> {
  const leftMs = ageMs === 0 || sinceMs === null ? 0 : sinceMs + ageMs + CLOCK_SLACK_MS - run.clock.nowMs();
  if (leftMs <= 0) return true;
  const minutes = Math.ceil(leftMs / 60_000);
  const question = `The sign-in has to be ${minutes} minutes older. Type wait to wait here. Anything else leaves it out.`;
  if (!(await run.dialogue.confirm(question, 'wait'))) return false;
  run.dialogue.say(`  Waiting ${minutes} minutes. Ctrl+C ends the run.`);
  await wait(run, leftMs, run.stop);
  return !run.stop.aborted;
}

function sayAge(sinceMs: number | null, nowMs: number): string {
  if (sinceMs === null) return 'when the sign-in was is not known';
  return `the sign-in was ${Math.floor((nowMs - sinceMs) / 60_000)} minutes old`;
}

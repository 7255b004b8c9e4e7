import { takeBackSurely } from './put-back.ts';
import { lookForToken, lookUntil, type Before } from './find-token.ts';
import { sayMissing } from './ask-reads.ts';
import { askForCode, type Codes } from './codes.ts';
import type { TestUsers } from './name-subjects.ts';
import { giveTo, missingSubjects, type TokenPlace, type WriteQuestion } from './question.ts';
import { sayLacking } from './rights-held.ts';
import type { Asked, Attempt } from './run-log.ts';
import { outcomeOf, record, tryWrite, whyOver, type Run } from './try-step.ts';

/** Where the test token is, as far as it was read. */
export type Place =
  { readonly kind: 'free' } | { readonly kind: 'theirs'; readonly isActive: boolean } | { readonly kind: 'unknown' };

export type Desk = {
  readonly run: Run;
  readonly users: TestUsers;
  readonly codes: Codes;
  readonly place: () => Place;
  readonly setPlace: (place: Place) => void;
  /** Users to whom the token may have gone since they were last looked at with proof. */
  readonly touched: Set<Before>;
};

/** Asks whether one write may be tried, tries it, and reads what became of the token. */
export async function askWrite(desk: Desk, question: WriteQuestion, number: string): Promise<void> {
  const { run } = desk;
  const { dialogue, notebook } = run;
  const nothing = { question, attempts: [], conclusion: null } as const;
  const over = whyOver(run);
  if (over !== null) return record(run, { ...nothing, outcome: 'cutShort', why: over });
  const missing = missingSubjects(question, notebook.subjects());
  if (missing.length > 0) return record(run, { ...nothing, outcome: 'leftOut', why: sayMissing(missing) });
  const misplaced = whyMisplaced(question.token, desk.place());
  if (misplaced !== null) return record(run, { ...nothing, outcome: 'leftOut', why: misplaced });
  const lacking = sayLacking(question.wants, run.signedIn());
  const lines = [`\n${number} ${question.id}`, question.open, question.does, sayTakenBack(question, desk), lacking];
  dialogue.say(lines.filter((line) => line !== '').join('\n  '));
  if (!(await dialogue.confirm('Type yes to do it. Anything else leaves it out.'))) {
    const stopped = whyOver(run);
    return record(run, { ...nothing, outcome: stopped ? 'cutShort' : 'declined', why: stopped });
  }
  const prepared = await prepare(desk, question);
  if (prepared.problem !== null) {
    return record(run, { ...nothing, attempts: prepared.attempts, outcome: 'leftOut', why: prepared.problem });
  }
  const { attempts, why } = await trySteps(desk, question);
  const isSent = attempts.length > 0;
  const after = isSent ? await readBack(desk, question) : { attempts: [], conclusion: null };
  record(run, {
    question,
    outcome: isSent ? outcomeOf(attempts) : 'declined',
    why,
    attempts: [...prepared.attempts, ...attempts, ...after.attempts],
    conclusion: after.conclusion,
  });
}

function whyMisplaced(wanted: TokenPlace, place: Place): string | null {
  if (wanted === 'none') return null;
  if (place.kind === 'unknown') return 'where the test token is could not be read';
  if (wanted === 'free') return null;
  if (place.kind === 'free') return 'the test user does not have the test token now';
  if (wanted === 'inactive' && place.isActive) return 'the test token is active already';
  return null;
}

function sayTakenBack({ token }: WriteQuestion, { place }: Desk): string {
  return token === 'free' && place().kind === 'theirs' ? 'The test token is taken back from the test user first.' : '';
}

/** A question about a free token takes it back from the test user first. */
async function prepare(
  desk: Desk,
  { token }: WriteQuestion,
): Promise<{ readonly attempts: readonly Attempt[]; readonly problem: string | null }> {
  const testUser = desk.users.get('testUser');
  if (token !== 'free' || desk.place().kind !== 'theirs' || !testUser) return { attempts: [], problem: null };
  const { attempts, result } = await takeBackFrom(desk, testUser);
  const isFree = result === 'takenBack' || result === 'nothingThere';
  desk.setPlace({ kind: isFree ? 'free' : 'unknown' });
  return { attempts, problem: isFree ? null : 'the test token could not be taken back first' };
}

async function takeBackFrom({ run, touched }: Desk, user: Before) {
  const putBack = await takeBackSurely(run, user, run.notebook.subjects().testToken ?? '');
  if (putBack.result === 'takenBack') touched.delete(user);
  return putBack;
}

async function trySteps(desk: Desk, question: WriteQuestion): Promise<Pick<Asked, 'attempts' | 'why'>> {
  const { run, users, touched, codes } = desk;
  const place = desk.place();
  const isActive = place.kind === 'theirs' && place.isActive;
  const attempts: Attempt[] = [];
  const target = question.to === null ? undefined : users.get(question.to);
  for (const step of question.steps(giveTo(question, run.notebook.subjects()), isActive)) {
    const code = step.code === null ? '' : await askForCode(run, codes, step.code);
    if (run.stop.aborted) return { attempts, why: 'it was stopped in the middle' };
    if (code === null) return { attempts, why: `no code was typed for "${step.what}"` };
    if (target && question.token !== 'none') touched.add(target);
    const request = step.request(code);
    attempts.push(...(await tryWrite(run, { what: step.what, request, isSelf: false })));
  }
  return { attempts, why: null };
}

/** Where the token is after a question. Somebody else than the test user does not keep it until the end. */
async function readBack(desk: Desk, question: WriteQuestion): Promise<Pick<Asked, 'attempts' | 'conclusion'>> {
  const { run, users } = desk;
  const { notebook } = run;
  const { testToken } = notebook.subjects();
  const target = question.to === null ? undefined : users.get(question.to);
  if (question.token === 'none' || !target || testToken === undefined) return { attempts: [], conclusion: null };
  // What may have been given unseen is looked for as long as reads may lag.
  const isLooked = question.token === 'free' || question.to !== 'testUser';
  const look = () => lookForToken(run, target, testToken, false);
  const { attempts, found } = isLooked ? await lookUntil(run, look, Boolean, run.stop) : await look();
  if (found) notebook.learn({ testTokenId: found.methodId });
  const where = found?.status ?? 'not with the user';
  const conclusion = found === undefined ? null : `afterwards: ${where} (reads: ${attempts.length})`;
  if (question.to === 'testUser') {
    desk.setPlace(placeOf(found));
    return { attempts, conclusion };
  }
  if (!found) return { attempts, conclusion };
  const putBack = await takeBackFrom(desk, target);
  desk.setPlace(question.token === 'free' && putBack.result === 'takenBack' ? { kind: 'free' } : { kind: 'unknown' });
  return { attempts: [...attempts, ...putBack.attempts], conclusion };
}

function placeOf(found: { readonly status: string } | null | undefined): Place {
  if (found === undefined) return { kind: 'unknown' };
  return found === null ? { kind: 'free' } : { kind: 'theirs', isActive: found.status === 'activated' };
}

import { INVENTORY_QUESTIONS } from './inventory-questions.ts';
import { inOtherCase } from './learning.ts';
import { PEOPLE_QUESTIONS } from './people-questions.ts';
import { giveTo, missingSubjects, type ReadQuestion, type SubjectName } from './question.ts';
import type { Attempt } from './run-log.ts';
import { outcomeOf, record, tryRead, whyOver, type Run } from './try-step.ts';

/** All reads, in their order. */
export const READ_QUESTIONS: readonly ReadQuestion[] = [...PEOPLE_QUESTIONS, ...INVENTORY_QUESTIONS];

/** Asks every read, one after the other. */
export async function askReads(run: Run): Promise<void> {
  for (const question of READ_QUESTIONS) await askRead(run, question);
}

async function askRead(run: Run, question: ReadQuestion): Promise<void> {
  const { notebook, graphUrl } = run;
  const nothing = { question, attempts: [], conclusion: null };
  const over = whyOver(run);
  if (over !== null) return record(run, { ...nothing, outcome: 'cutShort', why: over });
  const missing = missingSubjects(question, notebook.subjects());
  if (missing.length > 0) return record(run, { ...nothing, outcome: 'leftOut', why: sayMissing(missing) });
  const attempts: Attempt[] = [];
  for (const step of question.steps(giveTo(question, notebook.subjects()))) {
    if (run.stop.aborted) break;
    attempts.push(...(await tryRead(run, step)));
  }
  const answers = attempts.map(({ answer }) => answer);
  const last = answers.at(-1);
  if (last) learnFrom(run, question, last);
  const conclusion = question.conclude?.(answers, graphUrl) ?? null;
  record(run, { question, outcome: outcomeOf(attempts), why: null, attempts, conclusion });
}

function learnFrom({ notebook, graphUrl }: Run, question: ReadQuestion, last: Attempt['answer']): void {
  notebook.learn(question.learns?.(last, notebook.subjects(), graphUrl) ?? {});
  const { someone, operator, serial } = notebook.subjects();
  if (!someone && operator) notebook.learn({ someone: operator });
  const otherCase = serial ? inOtherCase(serial) : null;
  if (otherCase !== null) notebook.learn({ serialInOtherCase: otherCase });
}

const SUBJECT_WORDS: Readonly<Partial<Record<SubjectName, string>>> = {
  operator: 'the own object id',
  someone: 'a user',
  someoneName: 'the name of a user',
  serial: 'a serial number of the inventory',
  serialInOtherCase: 'a serial number with letters',
  methodId: 'a user who has a token',
  deviceId: 'a token of the inventory',
  nextPage: 'an inventory of more than one page',
  testUser: 'a test user whose tokens can be read',
  testToken: 'a test token',
  testTokenInOtherCase: 'a test token with letters in its serial number',
  testTokenId: 'the id of the test token, which no answer has told',
  secondUser: 'a second test user',
  guest: 'a guest',
  fullUser: 'a user with five methods',
  adminUser: 'an administrator',
};

/** What was not there. */
export function sayMissing(missing: readonly SubjectName[]): string {
  return `it needs ${missing.map((name) => SUBJECT_WORDS[name] ?? name).join(' and ')}`;
}

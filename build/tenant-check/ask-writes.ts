import { ACTIVATION_QUESTIONS } from './activation-questions.ts';
import { askOwnWrite } from './ask-own-write.ts';
import { askWrite, type Desk, type Place } from './ask-write.ts';
import { ASSIGNMENT_QUESTIONS } from './assignment-questions.ts';
import type { Before } from './find-token.ts';
import { IDLE_QUESTIONS, OWN_QUESTIONS } from './idle-questions.ts';
import { nameWriteSubjects } from './name-subjects.ts';
import { takeBackSurely } from './put-back.ts';
import type { WriteQuestion } from './question.ts';
import type { PutBack } from './run-log.ts';
import { whyOver, type Run } from './try-step.ts';

const OTHERS_QUESTIONS: readonly WriteQuestion[] = [
  ...IDLE_QUESTIONS,
  ...ACTIVATION_QUESTIONS,
  ...ASSIGNMENT_QUESTIONS,
];

/** All writes, in their order. */
export const WRITE_QUESTIONS: readonly WriteQuestion[] = [...OTHERS_QUESTIONS, ...OWN_QUESTIONS];

const INTRODUCTION = `
The questions that are left can only be answered by writing. Each is explained and asked for by itself, and the default is no.
They need a test user and a test token that you name for this alone. At the end the token is taken back.
Needed: the permission and the role of the desk (Authentication Administrator).`;

export type SignInTimes = {
  readonly signedInAtMs: () => number | null;
  /** Signs in once more, where the sign-in has ended; answers whether somebody is signed in now. */
  readonly ensureSignedIn: () => Promise<boolean>;
};

/** Asks for every write by itself, and puts back at the end what they have changed, even when the run was stopped. */
export async function askWrites(run: Run, times: SignInTimes, readsOnly: boolean): Promise<void> {
  const { dialogue } = run;
  const nothing = { attempts: [], conclusion: null } as const;
  const leaveAll = (outcome: 'declined' | 'leftOut' | 'cutShort', why: string): void => {
    for (const question of WRITE_QUESTIONS) run.notebook.record({ ...nothing, question, outcome, why });
    dialogue.say(`  ${WRITE_QUESTIONS.length} questions that write: left out, ${why}.`);
  };
  const over = whyOver(run);
  if (over !== null) return leaveAll('cutShort', over);
  if (readsOnly) return leaveAll('leftOut', 'because only reads were asked for');
  dialogue.say(INTRODUCTION);
  if (!(await dialogue.confirm('Type yes to be asked about each of them. Anything else leaves all of them out.'))) {
    return leaveAll(run.stop.aborted ? 'cutShort' : 'declined', 'because writes were not allowed');
  }
  const touched = new Set<Before>();
  try {
    const desk = { ...createPlace(), run, users: await nameWriteSubjects(run), codes: { last: '' }, touched };
    for (const [index, question] of OTHERS_QUESTIONS.entries()) await askWrite(desk, question, numberOf(index));
  } finally {
    await putAllBack(run, touched, times);
  }
  for (const [index, question] of OWN_QUESTIONS.entries()) {
    await askOwnWrite(run, question, numberOf(OTHERS_QUESTIONS.length + index), times.signedInAtMs);
  }
}

function numberOf(index: number): string {
  return `[${index + 1}/${WRITE_QUESTIONS.length}]`;
}

function createPlace(): Pick<Desk, 'place' | 'setPlace'> {
  let place: Place = { kind: 'free' };
  return {
    place: () => place,
    setPlace: (next) => {
      place = next;
    },
  };
}

async function putAllBack(run: Run, touched: ReadonlySet<Before>, times: SignInTimes): Promise<void> {
  if (touched.size === 0) return;
  const { dialogue, notebook } = run;
  dialogue.say('\nPutting back what was changed…');
  if (!(await times.ensureSignedIn())) dialogue.say('  Nobody is signed in any more.');
  for (const user of touched) {
    const putBack = await takeBackSurely(run, user, notebook.subjects().testToken ?? '');
    notebook.recordPutBack(putBack);
    dialogue.say(`  ${user.who}: ${WORDS[putBack.result]}`);
  }
}

const BY_HAND =
  'Look at the authentication methods of the test users in the Entra admin center, and delete the test token there.';

const WORDS: Readonly<Record<PutBack['result'], string>> = {
  nothingThere: 'the test token is not there.',
  takenBack: 'the test token was taken back, and a read shows that it is gone.',
  notProven: `NOT PROVEN. Taking the test token back was accepted, but reads still show it. ${BY_HAND}`,
  failed: `NOT PUT BACK. The test token may still be there. ${BY_HAND}`,
};

/** Whether something that a write changed may have stayed. */
export function isLeftBehind({ result }: PutBack): boolean {
  return result === 'failed' || result === 'notProven';
}

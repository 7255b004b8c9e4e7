import { PassThrough } from 'node:stream';

/** How somebody answers; `null`: nobody answers any more. */
export type Answer = (question: string) => string | null;

/** Hears what is said and hands each question on once. A question ends with a line that begins with "> ". */
export function createEar(onQuestion: (question: string) => void) {
  let said = '';
  let heardUpTo = 0;
  return {
    said: () => said,
    hear: (words: string): void => {
      said += words;
      if (!said.endsWith('\n> ')) return;
      const question = said.slice(heardUpTo);
      heardUpTo = said.length;
      onQuestion(question);
    },
  };
}

/** A terminal in memory at which somebody answers. */
export function openTerminal(answer: Answer, onSaid: (said: string) => void = () => {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const ear = createEar((question) => {
    const line = answer(question);
    if (line === null) input.end();
    else input.write(`${line}\n`);
  });
  output.setEncoding('utf8');
  output.on('data', (words: string) => {
    ear.hear(words);
    onSaid(ear.said());
  });
  return { input, output, said: ear.said };
}

/** Somebody who names these, says yes to whatever is to be tried, and reads codes off a token. */
export type Person = {
  readonly reads?: string;
  readonly serial?: string;
  readonly testUser?: string;
  readonly secondUser?: string;
  readonly guest?: string;
  readonly fullUser?: string;
  readonly adminUser?: string;
  readonly testToken?: string;
  readonly shownCode?: () => string;
  readonly oldCode?: () => string;
  /** Whether this question may write. */
  readonly allows?: (question: string) => boolean;
};

/** Answers the questions of the check as this person would. */
export function answersOf(person: Person): Answer {
  const { allows = () => true } = person;
  const rows: readonly (readonly [part: string, line: (question: string) => string])[] = [
    ['begin with the sign-in', () => 'yes'],
    ['to be asked about each', () => 'yes'],
    ['Reads only: somebody', () => person.reads ?? ''],
    ['Reads only: a serial', () => person.serial ?? ''],
    ['a TEST USER', () => person.testUser ?? ''],
    ['a SECOND test user', () => person.secondUser ?? ''],
    ['a GUEST', () => person.guest ?? ''],
    ['has FIVE tokens', () => person.fullUser ?? ''],
    ['an ADMINISTRATOR', () => person.adminUser ?? ''],
    ['a TEST TOKEN', () => person.testToken ?? ''],
    ['shows NOW', () => person.shownCode?.() ?? ''],
    ['changed TWICE', () => person.oldCode?.() ?? ''],
    ['Type wait', () => 'wait'],
    ['Type yes to do it', (question) => (allows(question) ? 'yes' : 'no')],
  ];
  return (question) => {
    const row = rows.find(([part]) => question.includes(part));
    if (!row) throw new Error(`nobody knows what to answer to: ${question}`);
    return row[1](question);
  };
}

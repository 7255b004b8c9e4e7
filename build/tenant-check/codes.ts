import type { CodeKind } from './question.ts';
import type { Run } from './try-step.ts';

/** The code that was sent last; in memory alone. */
export type Codes = { last: string };

/** Chosen: no token shows it more often than any other, and it is a code as every other. */
export const WRONG_CODE = '000000';

const MOST_TRIES = 3;

const QUESTIONS: Readonly<Record<'shown' | 'old', string>> = {
  shown: 'Type the six digits that the test token shows NOW (a new one, if you have typed this one before).',
  old: 'Note the six digits that the test token shows now. Wait until the display has changed TWICE, then type the noted ones.',
};

/** The code for a step; `null`: none was typed. Whatever is typed is kept out of the file. */
export async function askForCode({ dialogue, notebook }: Run, codes: Codes, kind: CodeKind): Promise<string | null> {
  if (kind === 'wrong') {
    notebook.hide('code', WRONG_CODE);
    return WRONG_CODE;
  }
  if (kind === 'same') return codes.last;
  for (let count = 1; count <= MOST_TRIES; count += 1) {
    const typed = await dialogue.ask(`${QUESTIONS[kind]}\n(nothing: leave it out)`);
    const digits = typed.replaceAll(/\s/g, '');
    if (digits === '') return null;
    notebook.hide('code', digits);
    if (/^\d{6}$/.test(digits)) {
      codes.last = digits;
      return digits;
    }
    dialogue.say('  A code has six digits.');
  }
  return null;
}

import { parseUser } from '../../electron/core/graph-answer.ts';
import { readUserRequest } from '../../electron/core/graph-request.ts';
import type { User } from '../../electron/contract/user.ts';
import { bodyOf } from './learning.ts';
import { tryRead, type Run } from './try-step.ts';

/** Chosen: a slip of the pen and one more. */
const MOST_TRIES = 3;

/** Asks for a person by sign-in name or object id, and looks them up. `null`: nobody was named, or nobody was found. */
export async function askForUser(run: Run, question: string): Promise<User | null> {
  const { dialogue, notebook } = run;
  for (let count = 1; count <= MOST_TRIES; count += 1) {
    const typed = await dialogue.ask(`${question}\n(sign-in name or object id; nothing: leave it out)`);
    if (typed === '') return null;
    notebook.hide(typed.includes('@') ? 'upn' : 'text', typed);
    const attempts = await tryRead(run, { what: 'look up', request: readUserRequest(typed), parse: parseUser });
    const last = attempts.at(-1);
    const user = parseUser(bodyOf(last?.answer));
    if (user.ok) {
      notebook.hideUser(user.value);
      dialogue.say(`  ${user.value.displayName} · ${user.value.userPrincipalName}`);
      return user.value;
    }
    dialogue.say(`  Not found, or not to be read: ${last?.takenAs ?? 'no answer'}.`);
  }
  return null;
}

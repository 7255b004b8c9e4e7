import { THROTTLING_HEADERS } from './header-notes.ts';
import type { Attempt, RunLog } from './run-log.ts';

/** An answer that no request was sent for: it is read off those of other questions. In our own words alone. */
export type Derived = { readonly id: string; readonly open: string; readonly answer: string };

/** Reads the answers off a run that need no request of their own. */
export function deriveAnswers(log: RunLog): readonly Derived[] {
  return [
    {
      id: 'throttling-headers',
      open: 'Which headers of throttling these calls send: their limits are in no document.',
      answer: throttlingTold(log),
    },
    {
      id: 'granular-scopes',
      open: 'Whether the granular permissions for hardware OATH tokens are honoured in this tenant.',
      answer: granularTold(log),
    },
    {
      id: 'inventory-without-rights',
      open: 'How the inventory is refused to a desk without rights to it.',
      answer: inventoryRefusal(log),
    },
    {
      id: 'claims-challenges',
      open: 'Whether, and by which status, these calls ask for more claims.',
      answer: challengesTold(log),
    },
  ];
}

function throttlingTold(log: RunLog): string {
  const attempts = attemptsOf(log);
  const found = THROTTLING_HEADERS.flatMap((name) => {
    const count = attempts.filter(({ headers }) => headers.has(name)).length;
    return count > 0 ? [`${name} in ${count}`] : [];
  });
  return `${found.join(', ') || 'none'} of ${attempts.length} answers; 429 in ${countStatus(attempts, 429)}`;
}

function granularTold({ signedIn, asked }: RunLog): string {
  const scopes = signedIn?.scopes ?? [];
  const tells = scopes.length > 0;
  const hasGranular = scopes.some((scope) => /^UserAuthMethod-HardwareOATH\./i.test(scope));
  const hasClassic = scopes.some((scope) => /^UserAuthenticationMethod\./i.test(scope));
  const list = asked.find(({ question }) => question.id === 'method-list')?.attempts.at(-1);
  const status = list?.answer.kind === 'answered' ? String(list.answer.status) : 'no answer';
  return [
    `granted: ${tells ? sayScopes(hasGranular, hasClassic) : 'not told'}`,
    `the list of another user's tokens: ${status}`,
  ].join('; ');
}

function sayScopes(hasGranular: boolean, hasClassic: boolean): string {
  if (hasGranular) return hasClassic ? 'granular and classic' : 'granular alone';
  return hasClassic ? 'classic alone' : 'neither';
}

function inventoryRefusal({ asked }: RunLog): string {
  const answer = asked.find(({ question }) => question.id === 'inventory-list')?.attempts.at(-1)?.answer;
  if (answer?.kind !== 'answered') return 'no answer';
  if (answer.status === 200) return 'not to be seen here: the rights to the inventory were there';
  return `${answer.status}; the code and the words stand with the question inventory-list`;
}

function challengesTold(log: RunLog): string {
  const challenged = attemptsOf(log).filter(({ answer }) => answer.kind === 'answered' && answer.challenge !== null);
  const statuses = [401, 403].flatMap((status) => {
    const count = countStatus(challenged, status);
    return count > 0 ? [`${count} by ${status}`] : [];
  });
  return statuses.join(', ') || 'none did';
}

function countStatus(attempts: readonly Attempt[], status: number): number {
  return attempts.filter(({ answer }) => answer.kind === 'answered' && answer.status === status).length;
}

function attemptsOf({ asked, putBack }: RunLog): readonly Attempt[] {
  return [...asked, ...putBack].flatMap(({ attempts }) => attempts).filter(({ answer }) => answer.kind === 'answered');
}

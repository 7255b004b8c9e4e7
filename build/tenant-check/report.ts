import { parseGraphError } from '../../electron/core/graph-error-body.ts';
import { describeShape, learnBody, type Shape } from './body-shape.ts';
import { deriveAnswers, type Derived } from './derived-answers.ts';
import { noteHeaders, type HeaderNotes } from './header-notes.ts';
import { NOT_ASKED } from './not-asked.ts';
import { redactErrorCode, redactWords } from './redact-words.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import { redactPath } from './request-line.ts';
import type { Rights } from './question.ts';
import { rightsHeld, type RightsHeld } from './rights-held.ts';
import { ROLE_NAMES } from './role-names.ts';
import type { Asked, Attempt, Outcome, PutBack, RunLog, SignedIn } from './run-log.ts';

/** Counts up when the form of the file changes. */
const FORM = 1;

/** What is empty is left out. */
export type ReportedAttempt = {
  readonly what: string;
  readonly request: string;
  /** `null`: no answer came. */
  readonly status: number | null;
  readonly codes?: readonly string[];
  readonly words?: string;
  readonly theStationTakesItAs: string;
  readonly headers: HeaderNotes;
  readonly durationMs: number;
  /** What the body is, where it is no JSON. */
  readonly notJson?: string;
  readonly body: Shape;
};

export type ReportedQuestion = {
  readonly id: string;
  readonly kind: 'read' | 'write';
  readonly open: string;
  readonly outcome: Outcome;
  readonly why: string | null;
  readonly conclusion: string | null;
  /** One of each is enough. */
  readonly wants: Rights;
  readonly held: RightsHeld;
  readonly attempts: readonly ReportedAttempt[];
};

export type Report = {
  readonly file: 'Token Station tenant check';
  readonly form: number;
  readonly station: string;
  readonly startedOn: string;
  readonly cloud: 'global';
  readonly endedBecause: string;
  readonly signIn: {
    readonly by: string | null;
    readonly scopesAskedFor: readonly string[];
    readonly scopesGranted: readonly string[];
    /** Those that matter here; `null`: the token does not tell. */
    readonly rolesInToken: readonly string[] | null;
    readonly words: string | null;
  };
  readonly questions: readonly ReportedQuestion[];
  readonly derived: readonly Derived[];
  readonly putBack: readonly {
    readonly user: string;
    readonly result: PutBack['result'];
    readonly attempts: readonly ReportedAttempt[];
  }[];
  readonly notAsked: typeof NOT_ASKED;
};

/**
 * Makes of a run what may leave the house. All that was seen is learnt first, so that what one answer tells of somebody
 * is also found in the words of an earlier one.
 */
export function buildReport(log: RunLog): Report {
  const redactor = createRedactor(log.known);
  const attempts = [...log.asked, ...log.putBack].flatMap((one) => one.attempts);
  for (const { answer } of attempts) if (answer.kind === 'answered') learnBody(answer.body, redactor);
  return {
    file: 'Token Station tenant check',
    form: FORM,
    station: log.stationVersion,
    startedOn: new Date(log.startedAtMs).toISOString().slice(0, 10),
    cloud: 'global',
    endedBecause: log.endedBecause,
    signIn: {
      by: log.signedIn?.by ?? null,
      scopesAskedFor: log.scopesAskedFor,
      scopesGranted: (log.signedIn?.scopes ?? []).map((scope) => redactScope(scope, redactor)),
      rolesInToken: log.signedIn?.roles?.flatMap((id) => ROLE_NAMES.get(id.toLowerCase()) ?? []) ?? null,
      words: log.signInWords === null ? null : redactWords(log.signInWords, redactor),
    },
    questions: log.asked.map((asked) => reportQuestion(asked, log.signedIn, redactor)),
    derived: deriveAnswers(log),
    putBack: log.putBack.map((one) => ({
      user: redactor.placeholder('guid', one.userId),
      result: one.result,
      attempts: one.attempts.map((attempt) => reportAttempt(attempt, redactor)),
    })),
    notAsked: NOT_ASKED,
  };
}

function reportQuestion(asked: Asked, signedIn: SignedIn | null, redactor: Redactor): ReportedQuestion {
  const { question, outcome, why, conclusion, attempts } = asked;
  const { id, kind, open, wants } = question;
  return {
    id,
    kind,
    open,
    outcome,
    why,
    conclusion,
    wants,
    held: rightsHeld(wants, signedIn),
    attempts: attempts.map((attempt) => reportAttempt(attempt, redactor)),
  };
}

function reportAttempt(attempt: Attempt, redactor: Redactor): ReportedAttempt {
  const { what, method, path, version, answer, headers, durationMs, takenAs } = attempt;
  const where = version === 'beta' ? '' : `/${version}`;
  const first = { what, request: `${method} ${where}${redactPath(path, redactor)}` };
  const rest = { theStationTakesItAs: takenAs, headers: noteHeaders(headers), durationMs: Math.round(durationMs) };
  if (answer.kind === 'silent') {
    return {
      ...first,
      status: null,
      ...orNothing('words', answer.problem.detail ?? '', redactor),
      ...rest,
      body: '<none>',
    };
  }
  const { status, body, notJson } = answer;
  const { codes, message, innerMessages } = parseGraphError(status >= 400 ? body : null, null);
  const words = [message, ...innerMessages].filter((one) => one !== '').join(' / ');
  return {
    ...first,
    status,
    ...(codes.length === 0 ? {} : { codes: codes.map((code) => redactErrorCode(code, redactor)) }),
    ...orNothing('words', words, redactor),
    ...rest,
    ...orNothing('notJson', notJson?.words ?? '', redactor),
    body: body === null ? '<none>' : describeShape(body, redactor),
  };
}

function orNothing(name: 'words' | 'notJson', words: string, redactor: Redactor) {
  return words === '' ? {} : { [name]: redactWords(words, redactor) };
}

/** Source: Microsoft Graph permissions reference: words with capitals, joined by dots and hyphens; and OpenID's own. */
function redactScope(scope: string, redactor: Redactor): string {
  const isScope = /^(?:openid|profile|email|offline_access|[A-Z][A-Za-z-]{1,50}(?:\.[A-Za-z-]{1,50}){1,4})$/.test(
    scope,
  );
  return isScope && !redactor.isKnown(scope) ? scope : redactor.placeholder('text', scope);
}

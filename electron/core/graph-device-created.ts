import { z } from 'zod';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import { parseGraphError } from './graph-error-body.ts';
import { problemOf } from './graph-error.ts';
import { isSuccess, problemIn, toWriteOutcome, type Answered, type GraphAnswer } from './graph-outcome.ts';
import type { NewDevice, WriteOutcome } from './graph-port.ts';

/**
 * What refusing to create a token means. The general rows are about somebody's tokens and would say that the serial number
 * is unknown. No public catalogue of these errors exists: what fits no row is shown as it came.
 * Observed: github.com/CarlH2/Hardware-OATH-Token-Powershell tells the author's own words, "Possible Duplicate", of no
 * known status.
 */
const CREATE_ROWS: readonly { readonly status: number; readonly words?: RegExp; readonly means: ProblemCode }[] = [
  { status: 409, means: 'device-there' },
  { status: 400, words: /duplicate|already\s+(?:exist|in use)|conflict/i, means: 'device-there' },
  { status: 403, means: 'import-not-permitted' },
  { status: 400, means: 'graph-refused' },
  { status: 404, means: 'graph-refused' },
];

/** What became of one token that was sent alone. */
export function toCreateOutcome(answer: GraphAnswer, nowMs: number): WriteOutcome {
  const outcome = toWriteOutcome(answer, { method: 'POST', attempt: 1, isSelf: false }, nowMs);
  if (outcome.kind !== 'refused' || answer.kind === 'silent') return outcome;
  return { kind: 'refused', problem: problemOfCreate(answer) };
}

/**
 * Whether a whole list was refused for what is in it, or because the service does not know lists: then each of its tokens
 * is told for itself, sent alone. Whoever has no right or has to wait has neither.
 */
export function asksForSingles(answer: GraphAnswer): boolean {
  if (answer.kind === 'silent' || answer.problem !== null || answer.notJson?.isPage) return false;
  return [400, 404, 405, 409, 413, 422, 501].includes(answer.status);
}

const text = z.string().nullish().catch(null);
const entrySchema = z.looseObject({
  '@contentId': text,
  serialNumber: text,
  device: z.object({ serialNumber: text }).nullish().catch(null),
});
const listSchema = z.object({ value: z.array(entrySchema) });

/**
 * What became of each token of a list, by the id that it was sent with or by its serial number. One of which the answer
 * says nothing is `lost`: the inventory tells.
 */
export function toCreateOutcomes(
  answer: GraphAnswer,
  devices: readonly NewDevice[],
  nowMs: number,
): readonly WriteOutcome[] {
  const whole = toWriteOutcome(answer, { method: 'PATCH', attempt: 1, isSelf: false }, nowMs);
  if (answer.kind === 'silent' || !isSuccess(answer)) {
    const outcome = answer.kind === 'answered' && whole.kind === 'refused' ? toCreateOutcome(answer, nowMs) : whole;
    return devices.map(() => outcome);
  }
  if (whole.kind !== 'done') return devices.map(() => whole);
  const entries = listSchema.safeParse(answer.body).data?.value ?? [];
  return devices.map((device, index) => {
    const entry = entries.find((candidate) => isAbout(candidate, device, index)) ?? null;
    if (entry === null) return { kind: 'lost', problem: withoutWord(answer) };
    const failure = failureIn(entry);
    return failure === undefined ? whole : { kind: 'refused', problem: problemOfEntry(failure, answer.requestId) };
  });
}

type Entry = z.infer<typeof entrySchema>;

function isAbout(entry: Entry, { serialNumber }: NewDevice, index: number): boolean {
  const named = entry.device?.serialNumber ?? entry.serialNumber;
  if (named) return named.toLowerCase() === serialNumber.toLowerCase();
  return entry['@contentId'] === String(index + 1);
}

/**
 * What an entry says went wrong; `undefined`: nothing. Assumed: Graph's pages tell of no entry that fails.
 * Source: OData JSON 4.01, section 15.3: an entry that failed carries a Core.DataModificationException.
 */
function failureIn(entry: Entry): unknown {
  const key = Object.keys(entry).find((name) => name === 'error' || name.endsWith('DataModificationException'));
  return key === undefined ? undefined : (entry[key] ?? {});
}

function problemOfCreate(answer: Answered): Problem {
  const problem = problemIn(answer);
  if (answer.problem !== null || answer.challenge !== null) return problem;
  const means = meaningOf(answer.status, problem.detail ?? '');
  return means === null || problem.code === 'blocked-by-policy' ? problem : { ...problem, code: means };
}

const exceptionSchema = z.object({ responseCode: z.coerce.number().catch(400) }).catch({ responseCode: 400 });

function problemOfEntry(failure: unknown, requestId: string | null): Problem {
  const { responseCode } = exceptionSchema.parse(failure);
  const problem = problemOf(responseCode, parseGraphError({ error: failure }, requestId));
  const means = meaningOf(responseCode, problem.detail ?? '');
  return means === null ? problem : { ...problem, code: means };
}

function meaningOf(status: number, words: string): ProblemCode | null {
  const row = CREATE_ROWS.find((candidate) => candidate.status === status && (candidate.words?.test(words) ?? true));
  return row?.means ?? null;
}

function withoutWord({ status, requestId }: Answered): Problem {
  const problem: Problem = { code: 'answer-lost', detail: `${status} · the answer does not say what became of it` };
  return requestId === null ? problem : { ...problem, requestId };
}

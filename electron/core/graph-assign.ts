import { parseGraphError } from './graph-error-body.ts';
import type { GraphAnswer } from './graph-outcome.ts';

type UnknownRow = {
  readonly status: number;
  readonly words?: RegExp;
  readonly means: 'unknown' | 'unclear';
  readonly basis: 'documented' | 'observed' | 'assumed';
};

/**
 * How a service answers that does not know `PUT …/device/assignTo/$ref`, which is on a page of the documents but not in
 * Microsoft's generated clients. Each of them says that nothing was done.
 * `unclear`: the same answer may speak of the user or of the token.
 */
const UNKNOWN_ROWS: readonly UnknownRow[] = [
  { status: 405, means: 'unknown', basis: 'assumed' },
  { status: 501, means: 'unknown', basis: 'assumed' },
  // Observed: github.com/microsoftgraph/msgraph-beta-sdk-python/issues/764, at other paths.
  { status: 400, words: /segment/i, means: 'unknown', basis: 'observed' },
  { status: 404, means: 'unclear', basis: 'assumed' },
];

/** Whether an answer to the PUT says that the service does not know it. A gateway's page, or an answer to a whole batch, does not. */
export function readsAsUnknownReference(answer: GraphAnswer): UnknownRow['means'] | 'known' {
  if (answer.kind === 'silent' || answer.notJson?.isPage || answer.problem !== null) return 'known';
  const { codes, message } = parseGraphError(answer.body, null);
  const words = [...codes, message].join('\n');
  const row = UNKNOWN_ROWS.find(
    (candidate) => candidate.status === answer.status && (candidate.words?.test(words) ?? true),
  );
  return row?.means ?? 'known';
}

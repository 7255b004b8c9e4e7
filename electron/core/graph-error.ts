import { z } from 'zod';
import type { Problem, ProblemCode } from '../contract/problem.ts';

/** What an OData error says. Older services write `innererror`; `code` may be empty. */
export type GraphError = { readonly code: string; readonly message: string; readonly requestId: string | null };

const innerSchema = z.object({ 'request-id': z.string().nullish() }).nullish();
const bodySchema = z.object({
  error: z.object({
    code: z.string().nullish(),
    message: z.string().nullish(),
    innerError: innerSchema,
    innererror: innerSchema,
  }),
});

/** Chosen: enough for a sentence of Graph's, short enough for a row. */
const LONGEST_DETAIL = 300;

/** Reads an error body; one that is no OData error (a proxy's page, say) gives an empty code and message. */
export function parseGraphError(body: unknown, requestId: string | null): GraphError {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { code: '', message: '', requestId };
  const { code, message, innerError, innererror } = parsed.data.error;
  return {
    code: code ?? '',
    message: message ?? '',
    requestId: requestId ?? innerError?.['request-id'] ?? innererror?.['request-id'] ?? null,
  };
}

/**
 * One line of what an error means. Rows are tried in order; the first that fits wins.
 * `source`: where it comes from. No public catalogue of these calls' errors exists, so most rows are assumed, and the
 * words that Graph sends are always shown beside ours.
 */
type ErrorRow = {
  readonly status: number;
  readonly message?: RegExp;
  readonly means: ProblemCode;
  readonly source: 'documented' | 'observed' | 'assumed';
};

const ERROR_ROWS: readonly ErrorRow[] = [
  { status: 401, means: 'signed-out', source: 'documented' },
  { status: 403, message: /guest|external/i, means: 'user-is-guest', source: 'assumed' },
  { status: 403, means: 'not-permitted', source: 'observed' },
  { status: 429, means: 'throttled', source: 'documented' },
  { status: 404, message: /authentication method/i, means: 'graph-refused', source: 'assumed' },
  { status: 404, message: /serial|token|device|oath/i, means: 'serial-unknown', source: 'assumed' },
  { status: 404, means: 'user-unknown', source: 'documented' },
  { status: 409, means: 'token-taken', source: 'assumed' },
  { status: 400, message: /verification code|\botp\b|passcode/i, means: 'code-rejected', source: 'assumed' },
  { status: 400, message: /already (?:been )?(?:assigned|activated)|in use/i, means: 'token-taken', source: 'assumed' },
  { status: 400, message: /guest|external/i, means: 'user-is-guest', source: 'assumed' },
  { status: 400, message: /limit|maximum|at most|too many|exceed/i, means: 'user-has-five-methods', source: 'assumed' },
  { status: 400, message: /serial|not found|does not exist/i, means: 'serial-unknown', source: 'assumed' },
];

/** The problem behind a status and an error; what fits no row is `graph-refused` below 500 and `graph-failing` above. */
export function problemOf(status: number, error: GraphError): Problem {
  const row = ERROR_ROWS.find(
    (candidate) => candidate.status === status && (candidate.message?.test(error.message) ?? true),
  );
  return withWords(row?.means ?? (status >= 500 ? 'graph-failing' : 'graph-refused'), status, error);
}

/** Graph's own words are shown verbatim under ours, with its request-id: never hidden, never guessed away. */
function withWords(code: ProblemCode, status: number, error: GraphError): Problem {
  const words = [String(status), error.code, error.message].filter((word) => word !== '').join(' · ');
  const detail = words.slice(0, LONGEST_DETAIL);
  return error.requestId === null ? { code, detail } : { code, detail, requestId: error.requestId };
}

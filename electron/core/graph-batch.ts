import { z } from 'zod';
import { parseChallenge } from './graph-challenge.ts';
import { isSuccess, problemIn, type Answered, type GraphAnswer } from './graph-outcome.ts';
import { writeRequest, type GraphRequest } from './graph-request.ts';

/** Source: Graph, "Combine multiple HTTP requests using JSON batching". */
export const BATCH_SIZE = 20;

/**
 * Up to twenty requests in one, side by side: none depends on another. An item's id is its place, from 0.
 * A code never goes in here: its seconds are few, and one item can wait for another.
 */
export function batchRequest(requests: readonly GraphRequest[]): GraphRequest {
  const items = requests.map(({ method, path, headers, body }, index) => ({
    id: String(index),
    method,
    url: path,
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(body === null ? {} : { body }),
  }));
  return writeRequest('POST', '/$batch', { requests: items });
}

const headersSchema = z.record(z.string(), z.unknown()).nullish().catch(null);
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  // Chosen: a status in quotes is still a status.
  status: z.coerce.number().int().min(100).max(599),
  headers: headersSchema,
  body: z.unknown().optional(),
});
const batchSchema = z.object({ responses: z.array(z.unknown()) });

/** The answer of each item, in the order asked. Where the whole was refused or lost, so was every item. */
export function splitAnswer(envelope: GraphAnswer, count: number): readonly GraphAnswer[] {
  const all = (answer: GraphAnswer): readonly GraphAnswer[] => Array.from({ length: count }, () => answer);
  if (envelope.kind === 'silent') return all(envelope);
  if (!isSuccess(envelope)) return all(ofTheWhole(envelope));
  const parsed = batchSchema.safeParse(envelope.body);
  if (!parsed.success) return all(unanswered('the answer is no batch', envelope));
  const items = parsed.data.responses.flatMap((one) => itemSchema.safeParse(one).data ?? []);
  return Array.from({ length: count }, (_, index) => {
    const [item, ...more] = items.filter(({ id }) => id === String(index));
    if (!item) return unanswered('the batch leaves this one out', envelope);
    // Two answers to one request: nobody knows which of them is true.
    return more.length > 0 ? unanswered('the batch answers this one twice', envelope) : toAnswer(item, envelope);
  });
}

/** Source: RFC 9110 §9.1 and Graph's batching: these speak of the caller and the line, all others of the envelope itself. */
const ABOUT_THE_CALLER: readonly number[] = [401, 403, 407, 429];

/** A 404 for the whole must not be read as a person who is not there. */
function ofTheWhole(envelope: Answered): Answered {
  if (envelope.status >= 500 || ABOUT_THE_CALLER.includes(envelope.status)) return envelope;
  return { ...envelope, problem: { ...problemIn(envelope), code: 'graph-refused' } };
}

function toAnswer(item: z.infer<typeof itemSchema>, envelope: Answered): GraphAnswer {
  const header = (name: string): string | null => {
    const [, value] = Object.entries(item.headers ?? {}).find(([key]) => key.toLowerCase() === name) ?? [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((one) => typeof one === 'string' || typeof one === 'number').join(', ') || null;
  };
  return {
    kind: 'answered',
    status: item.status,
    retryAfter: header('retry-after'),
    requestId: header('request-id') ?? envelope.requestId,
    body: item.body ?? null,
    notJson: typeof item.body === 'string' ? { isPage: true, words: 'text instead of JSON' } : null,
    challenge: item.status === 401 || item.status === 403 ? parseChallenge(header('www-authenticate')) : null,
    problem: null,
  };
}

function unanswered(detail: string, { requestId }: Answered): GraphAnswer {
  const problem = { code: 'graph-failing', detail, ...(requestId === null ? {} : { requestId }) } as const;
  return { kind: 'silent', sent: true, problem };
}

import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import type { GraphRequest } from '../../core/graph-request.ts';
import type { Secret } from '../../core/secret.ts';

export type SenderOptions = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Such as `https://graph.microsoft.com/beta`, without a slash at the end. */
  readonly baseUrl: string;
  readonly accessToken: () => Promise<Result<Secret>>;
  /** A GUID for `client-request-id`. */
  readonly newRequestId: () => string;
  readonly nowMs: () => number;
  /** The signal that gives one call up. */
  readonly timeoutSignal: () => AbortSignal;
  /** Told of every call, for the health line; never of what was in it. */
  readonly onAnswer: (latencyMs: number) => void;
  readonly onSilence: (problem: Problem) => void;
};

/** `silent`: no answer came. `sent` says whether anything may have reached the service. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly requestId: string | null;
      /** The JSON of the answer, or `null` where there is none (204, a proxy's page, a cut body). */
      readonly body: unknown;
    }
  | { readonly kind: 'silent'; readonly sent: boolean; readonly problem: Problem };

/** Sends one request once. A redirect is an error: a token must not follow it to another host. */
export function createSender(options: SenderOptions): (request: GraphRequest) => Promise<Answer> {
  return async (request) => {
    const token = await options.accessToken();
    if (!token.ok) return { kind: 'silent', sent: false, problem: token.problem };
    const fetchRequest = toFetchRequest(request, token.value, options);
    if (fetchRequest === null) return { kind: 'silent', sent: false, problem: { code: 'signed-out' } };
    const startedAtMs = options.nowMs();
    try {
      const response = await options.fetch(fetchRequest);
      options.onAnswer(options.nowMs() - startedAtMs);
      return {
        kind: 'answered',
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        requestId: response.headers.get('request-id'),
        body: await readJson(response),
      };
    } catch (error) {
      const problem: Problem = { code: 'graph-unreachable', detail: wordsOf(error) };
      options.onSilence(problem);
      return { kind: 'silent', sent: true, problem };
    }
  };
}

/** `null` where the token cannot stand in a header; the exception would repeat it. */
function toFetchRequest(request: GraphRequest, token: Secret, options: SenderOptions): Request | null {
  if (!/^[\x21-\x7e]+$/.test(token.reveal())) return null;
  return new Request(`${options.baseUrl}${request.path}`, {
    method: request.method,
    headers: {
      Accept: 'application/json',
      ...request.headers,
      Authorization: `Bearer ${token.reveal()}`,
      'client-request-id': options.newRequestId(),
    },
    body: request.body === null ? null : JSON.stringify(request.body),
    redirect: 'error',
    // The answer's cookies have no business in the app's own session.
    credentials: 'omit',
    signal: options.timeoutSignal(),
  });
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing; its cause says what happened to the line. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

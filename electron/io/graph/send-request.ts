import type { Problem } from '../../contract/problem.ts';
import { parseChallenge } from '../../core/graph-challenge.ts';
import type { Answered, GraphAnswer, NotJson } from '../../core/graph-outcome.ts';
import type { GraphRequest } from '../../core/graph-request.ts';
import type { ClaimsChallenge, SignInPort } from '../../core/ports.ts';
import type { Secret } from '../../core/secret.ts';

export type SenderOptions = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Such as `https://graph.microsoft.com/beta`, without a slash at the end. */
  readonly baseUrl: string;
  readonly accessToken: SignInPort['accessToken'];
  /** A GUID for `client-request-id`. */
  readonly newRequestId: () => string;
  readonly nowMs: () => number;
  /** The signal that gives one call up. */
  readonly timeoutSignal: () => AbortSignal;
  /** Told of every call, for the health line; never of what was in it. */
  readonly onAnswer: (latencyMs: number) => void;
  readonly onSilence: (problem: Problem) => void;
};

/** Sends one request; with a challenge, under a token that was renewed for it. */
export type Send = (request: GraphRequest, challenge?: ClaimsChallenge) => Promise<GraphAnswer>;

/** Sends one request once. A redirect is an error: a token must not follow it to another host. */
export function createSender(options: SenderOptions): Send {
  return async (request, challenge = null) => {
    // Nothing is handed over where nothing is asked for: a token of the cache will do.
    const token = await (challenge === null ? options.accessToken() : options.accessToken(challenge));
    if (!token.ok) return { kind: 'silent', sent: false, problem: token.problem };
    const fetchRequest = toFetchRequest(request, token.value, options);
    if (fetchRequest === null) return { kind: 'silent', sent: false, problem: { code: 'signed-out' } };
    const startedAtMs = options.nowMs();
    try {
      const response = await options.fetch(fetchRequest);
      options.onAnswer(options.nowMs() - startedAtMs);
      return await toAnswer(response, request.wantsFile === true);
    } catch (error) {
      const problem: Problem = { code: 'graph-unreachable', detail: wordsOf(error) };
      options.onSilence(problem);
      return { kind: 'silent', sent: true, problem };
    }
  };
}

/**
 * Sends a request and, where the answer asks for more claims, sends it once more under a renewed token and with a
 * client-request-id of its own. A challenge says that the service did not act, so that this is right for writes, too,
 * and for those with a code. A second challenge stands.
 * Source: Microsoft identity platform, "Claims challenges": acquire a new token with the claims and repeat the call.
 */
export function answeringChallenges(send: Send): Send {
  return async (request) => {
    const answer = await send(request);
    if (answer.kind === 'silent' || answer.challenge === null) return answer;
    return orRefused(await send(request, answer.challenge), answer);
  };
}

/** Where no token was to be had for the challenge, that is what became of the call: it was answered, and refused. */
export function orRefused(second: GraphAnswer, first: Answered): GraphAnswer {
  return second.kind === 'silent' && !second.sent ? { ...first, problem: second.problem } : second;
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

async function toAnswer(response: Response, isFile: boolean): Promise<GraphAnswer> {
  const { status, headers } = response;
  // Source: Graph, "Error responses": 403 comes with a challenge as well as 401.
  const mayChallenge = status === 401 || status === 403;
  return {
    kind: 'answered',
    status,
    retryAfter: headers.get('retry-after'),
    requestId: headers.get('request-id'),
    challenge: mayChallenge ? parseChallenge(headers.get('www-authenticate')) : null,
    problem: null,
    // What refuses a file is JSON like every other refusal.
    ...(await (isFile && response.ok ? readFile(response) : readBody(response))),
  };
}

async function readBody(response: Response): Promise<{ readonly body: unknown; readonly notJson: NotJson | null }> {
  let text = '';
  try {
    text = await response.text();
    return { body: text === '' ? null : JSON.parse(text), notJson: null };
  } catch {
    // Whatever a page says stays out: it is somebody's, long, and may repeat what was sent.
    return { body: null, notJson: text === '' ? BROKEN_OFF : describeBody(response.headers.get('content-type')) };
  }
}

async function readFile(response: Response): Promise<{ readonly body: unknown; readonly notJson: NotJson | null }> {
  try {
    return { body: new Uint8Array(await response.arrayBuffer()), notJson: null };
  } catch {
    return { body: null, notJson: BROKEN_OFF };
  }
}

const BROKEN_OFF: NotJson = { isPage: false, words: 'the answer broke off' };

function describeBody(contentType: string | null): NotJson {
  const mediaType = /^[\w.+-]{1,40}\/[\w.+-]{1,40}/.exec(contentType ?? '')?.[0].toLowerCase() ?? 'something';
  const isJson = mediaType === 'application/json' || mediaType.endsWith('+json');
  return isJson ? { isPage: false, words: 'broken JSON' } : { isPage: true, words: `${mediaType} instead of JSON` };
}

/** `fetch failed` says nothing; its cause says what happened to the line. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

import {
  AuthError,
  ServerError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { ClockPort } from '../../core/ports.ts';
import { parseRetryAfter } from '../../core/retry-after.ts';

/** Chosen: an answer takes well under a second; a proxy that asks for half a minute will not give one. */
export const ANSWER_TIMEOUT_MS = 30_000;

/** Chosen: enough for what a network stack says. */
const LONGEST_WORDS = 200;

export type NetworkOptions = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: ClockPort;
};

/**
 * MSAL's network on our `fetch`, which knows the proxies and the certificates of the company.
 * An answer that is not the authority's is a `network_error`; 429 and 5xx are a `ServerError` with the status.
 * Observed: @azure/msal-node 7.2.3 does not keep the status, and takes `{}` for a success with an empty token.
 */
export function createMsalNetwork({ fetch, clock }: NetworkOptions): INetworkModule {
  let quiet: { readonly untilMs: number; readonly error: ServerError } | null = null;

  async function send<T>(url: string, init: RequestInit, expected: readonly string[]): Promise<NetworkResponse<T>> {
    const giveUp = new AbortController();
    const stopWaiting = clock.at(clock.nowMs() + ANSWER_TIMEOUT_MS, () => {
      giveUp.abort(new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1_000} seconds`));
    });
    try {
      // A redirect is an error: a refresh token must not follow it. No cookies: they would be kept on the disk.
      const request = new Request(url, { ...init, redirect: 'error', credentials: 'omit', signal: giveUp.signal });
      const response = await fetch(request);
      if (response.status === 429 || response.status >= 500) throw keepQuiet(response);
      const body = await readAnswer<T>(response, expected);
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      throw error instanceof AuthError ? error : new AuthError('network_error', '', wordsOf(error));
    } finally {
      stopWaiting();
    }
  }

  function keepQuiet(response: Response): ServerError {
    const waitMs = parseRetryAfter(response.headers.get('retry-after'), clock.nowMs()) ?? 0;
    const error = new ServerError('', '', '', '', undefined, response.status);
    quiet = { untilMs: clock.nowMs() + waitMs, error };
    return error;
  }

  function sendPost<T>(
    url: string,
    { body = '', headers = {} }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    // A renewal happens by itself and keeps to the wait that was asked for; a person who signs in is not held up.
    const isRenewal = new URLSearchParams(body).get('grant_type') === 'refresh_token';
    if (isRenewal && quiet && clock.nowMs() < quiet.untilMs) return Promise.reject(quiet.error);
    return send(url, { method: 'POST', headers, body }, ['access_token', 'device_code', 'error']);
  }

  return {
    sendGetRequestAsync: (url, { headers = {} } = {}) => send(url, { headers }, ['token_endpoint', 'error']),
    sendPostRequestAsync: sendPost,
  };
}

/** The JSON of an answer with at least one of the expected names; without, it is a proxy's, most often. */
async function readAnswer<T>(response: Response, expected: readonly string[]): Promise<T> {
  const body = parseJson(await response.text());
  const isExpected = typeof body === 'object' && body !== null && expected.some((name) => name in body);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL names a type, and checks the fields that it reads
  if (isExpected) return body as T;
  throw new AuthError('network_error', '', `an answer that is not the sign-in service's (status ${response.status})`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing; its cause says what happened to the line. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  const words = error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
  return words.slice(0, LONGEST_WORDS);
}

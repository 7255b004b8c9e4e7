import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import type { GraphRequest } from '../../electron/core/graph-request.ts';
import type { SignInPort } from '../../electron/core/ports.ts';
import { answeringChallenges, createSender, type Send } from '../../electron/io/graph/send-request.ts';

/** Chosen: as long as the station waits for an answer. */
const CALL_LIMIT_MS = 30_000;

/** An answer with what the station does not keep of it. */
export type Sent = {
  readonly answer: GraphAnswer;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly durationMs: number;
};

export type SendHow = {
  readonly version: 'beta' | 'v1.0';
  /** As the station does: a challenge is answered once. Otherwise it stands as it came. */
  readonly answersChallenges: boolean;
  /** Ctrl+C gives the call up. What puts something back goes on. */
  readonly canBeStopped: boolean;
};

export type Connection = {
  /** One or, after a challenge, two answers, in their order. */
  readonly send: (request: GraphRequest, how: SendHow) => Promise<readonly Sent[]>;
  /** Every access token that was used. */
  readonly tokens: () => readonly string[];
};

export type ConnectionOptions = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly accessToken: SignInPort['accessToken'];
  readonly graphUrl: string;
  readonly nowMs: () => number;
  readonly newRequestId: () => string;
  readonly stop: AbortSignal;
};

/** Sends with the station's own sender, and listens to what passes. */
export function createConnection(options: ConnectionOptions): Connection {
  const { fetch, graphUrl, nowMs, newRequestId, stop } = options;
  const tokens = new Set<string>();

  async function send(request: GraphRequest, how: SendHow): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    let headers: ReadonlyMap<string, string> = new Map();
    let startedAtMs = nowMs();
    const sendOnce = createSender({
      fetch: async (one) => {
        headers = new Map();
        startedAtMs = nowMs();
        const response = await fetch(one);
        headers = new Map(response.headers);
        return response;
      },
      baseUrl: how.version === 'beta' ? graphUrl : graphUrl.replace(/\/beta$/, '/v1.0'),
      accessToken: async (challenge) => {
        const token = await options.accessToken(challenge);
        if (token.ok) tokens.add(token.value.reveal());
        return token;
      },
      newRequestId,
      nowMs,
      timeoutSignal: () => {
        const limit = AbortSignal.timeout(CALL_LIMIT_MS);
        return how.canBeStopped ? AbortSignal.any([limit, stop]) : limit;
      },
      onAnswer: () => {},
      onSilence: () => {},
    });
    const listening: Send = async (one, challenge) => {
      startedAtMs = nowMs();
      const answer = await sendOnce(one, challenge);
      sent.push({ answer, headers, durationMs: nowMs() - startedAtMs });
      return answer;
    };
    await (how.answersChallenges ? answeringChallenges(listening) : listening)(request);
    return sent;
  }

  return { send, tokens: () => [...tokens] };
}

import { REFUSALS } from '../../electron/practice/assumed-errors.ts';
import { writeItem } from '../../electron/practice/batch.ts';
import { writeError } from '../../electron/practice/odata.ts';
import type { PracticeTenant } from '../../electron/practice/tenant.ts';

export type Throttling = {
  /** Each so-manieth write is refused; `Infinity`: none. */
  readonly everyWrite: number;
  readonly retryAfterSeconds: number;
};

/** What came to the gate. An item of a batch is a write of its own; its envelope is one request. */
export type Traffic = {
  readonly requests: number;
  readonly writes: number;
  /** Writes that were answered by 429, and those of them that came before their time. */
  readonly throttled: number;
  readonly early: number;
  /** Writes that were answered by a success. */
  readonly done: number;
};

export type ThrottledTenant = PracticeTenant & { readonly traffic: () => Traffic };

export type GateOptions = {
  readonly throttling: Throttling;
  /** From a request's arrival to its answer, a batch as well as a single one. */
  readonly latencyMs: number;
  readonly nowMs: () => number;
  readonly delay: (delayMs: number) => Promise<unknown>;
};

type Item = { readonly id: string; readonly method: string; readonly url: string; readonly body?: unknown };
type AnsweredItem = { readonly id: string; readonly status: number };

/**
 * A gate in front of the practice tenant that throttles a share of the writes, alone or in a batch, by one rule.
 * Source: Microsoft Graph, "Throttling guidance": "requests in a batch are evaluated individually", Retry-After stands in
 * the JSON of the item, and writes may be throttled while reads are not. A write that comes again before its time is
 * "still being throttled".
 */
export function throttleTenant(tenant: PracticeTenant, options: GateOptions): ThrottledTenant {
  const { throttling, latencyMs, nowMs, delay } = options;
  const freeAtMs = new Map<string, number>();
  const traffic = { requests: 0, writes: 0, throttled: 0, early: 0, done: 0 };
  let judged = 0;

  /** The seconds that a write has to wait, or `null`: it may pass. */
  function judge(write: string): number | null {
    traffic.writes += 1;
    const leftMs = (freeAtMs.get(write) ?? 0) - nowMs();
    if (leftMs > 0) {
      traffic.throttled += 1;
      traffic.early += 1;
      return Math.ceil(leftMs / 1_000);
    }
    judged += 1;
    if (judged % throttling.everyWrite !== 0) return null;
    traffic.throttled += 1;
    freeAtMs.set(write, nowMs() + throttling.retryAfterSeconds * 1_000);
    return throttling.retryAfterSeconds;
  }

  function refuse({ headers }: Request, seconds: number): Response {
    const clientRequestId = headers.get('client-request-id');
    const envelope = { requestId: crypto.randomUUID(), clientRequestId, nowMs: nowMs() };
    return writeError(envelope, REFUSALS.throttled, seconds);
  }

  function count(status: number): void {
    if (status >= 200 && status <= 299) traffic.done += 1;
  }

  async function answer(request: Request): Promise<Response> {
    if (request.method === 'GET') return tenant.fetch(request);
    const text = await request.clone().text();
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/$batch')) return answerBatch(request, JSON.parse(text).requests);
    const seconds = judge(`${request.method} ${pathname} ${text}`);
    if (seconds !== null) return refuse(request, seconds);
    const response = await tenant.fetch(request);
    count(response.status);
    return response;
  }

  /** What may pass goes on to the tenant in a batch of its own. */
  async function answerBatch(request: Request, items: readonly Item[]): Promise<Response> {
    const heard = items.map((item) => ({ item, seconds: item.method === 'GET' ? null : judge(describe(item)) }));
    const refused = await Promise.all(
      heard.flatMap(({ item, seconds }) => (seconds === null ? [] : writeItem(item.id, refuse(request, seconds)))),
    );
    const passing = heard.flatMap(({ item, seconds }) => (seconds === null ? item : []));
    if (passing.length === 0) return Response.json({ responses: refused });
    const { url, headers } = request;
    const body = JSON.stringify({ requests: passing });
    const response = await tenant.fetch(new Request(url, { method: 'POST', headers, body }));
    if (!response.ok) return response;
    const { responses } = (await response.json()) as { readonly responses: readonly AnsweredItem[] };
    const reads = passing.filter(({ method }) => method === 'GET').map(({ id }) => id);
    for (const { id, status } of responses) if (!reads.includes(id)) count(status);
    return Response.json({ responses: [...responses, ...refused] }, { headers: response.headers });
  }

  return {
    ...tenant,
    fetch: async (request) => {
      traffic.requests += 1;
      const response = await answer(request);
      if (latencyMs > 0) await delay(latencyMs);
      return response;
    },
    traffic: () => ({ ...traffic }),
  };
}

function describe({ method, url, body }: Item): string {
  return `${method} ${url} ${JSON.stringify(body)}`;
}

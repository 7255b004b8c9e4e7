import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { findRoute } from '../../electron/practice/referee.ts';
import type { OperationName } from '../../electron/practice/surface.ts';
import type { PracticeTenant } from '../../electron/practice/tenant.ts';

/** What came in. No header and no body is kept, so that no code is. `status` is `null` while, or where, no answer went out. */
export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationName | null;
  readonly status: number | null;
};

export type HeldAnswer = {
  /** Settles when the tenant has acted and its answer is held back. */
  readonly reached: Promise<void>;
  readonly release: () => void;
};

export type LoopbackTenant = {
  /** `http://127.0.0.1:<port>`; the version comes after it, as with Microsoft Graph. */
  readonly baseUrl: string;
  /** The tenant behind it: its `setConditions` makes the faults. */
  readonly tenant: PracticeTenant;
  readonly requests: () => readonly RecordedRequest[];
  readonly countPosts: (operation: OperationName) => number;
  /** Holds back the next answer of an operation until it is released, or for ever. */
  readonly holdNextAnswer: (operation: OperationName) => HeldAnswer;
  readonly close: () => Promise<void>;
};

type Hold = { readonly operation: OperationName; readonly reach: () => void; readonly released: Promise<void> };

/** Serves a practice tenant over real HTTP on the loopback interface. A cut line really is one: the socket is destroyed. */
export async function startLoopbackTenant(tenant: PracticeTenant): Promise<LoopbackTenant> {
  const requests: RecordedRequest[] = [];
  let holds: readonly Hold[] = [];

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? 'GET';
    const url = new URL(incoming.url ?? '/', baseUrl);
    const operation = findRoute(method, url)?.operation.name ?? null;
    const index = requests.push({ method, path: url.pathname, operation, status: null }) - 1;
    try {
      const response = await tenant.fetch(await toRequest(incoming, url, method));
      await waitForRelease(operation);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
      requests[index] = { method, path: url.pathname, operation, status: response.status };
    } catch (error) {
      incoming.socket.destroy();
      // A client that went away while it was sending is no bug; all else is.
      if (incoming.complete && !isCutLine(error)) throw error;
    }
  }

  async function waitForRelease(operation: OperationName | null): Promise<void> {
    const hold = holds.find((candidate) => candidate.operation === operation);
    if (!hold) return;
    holds = holds.filter((candidate) => candidate !== hold);
    hold.reach();
    await hold.released;
  }

  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port');
  const baseUrl = `http://127.0.0.1:${address.port}`;

  return {
    baseUrl,
    tenant,
    requests: () => [...requests],
    countPosts: (operation) => requests.filter((one) => one.method === 'POST' && one.operation === operation).length,
    holdNextAnswer: (operation) => {
      const reached = createGate();
      const released = createGate();
      holds = [...holds, { operation, reach: reached.open, released: released.opened }];
      return { reached: reached.opened, release: released.open };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, url: URL, method: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  // A string body would bring a content type of its own.
  return new Request(url, { method, headers, body: chunks.length > 0 ? Buffer.concat(chunks) : null });
}

function isCutLine(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}

function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

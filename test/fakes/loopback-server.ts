import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request as it came over the line. */
export type Heard = {
  readonly method: string;
  /** Path and query, escaped as they were sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Reply = (response: ServerResponse) => void;

export type LoopbackServer = {
  readonly url: string;
  readonly heard: () => readonly Heard[];
  /** The next request, once it has arrived as a whole. */
  readonly nextRequest: () => Promise<Heard>;
  readonly setReply: (reply: Reply) => void;
  /** From now on every line is cut before a request can be read. */
  readonly cutLines: () => void;
  readonly close: () => Promise<void>;
};

/** A server on loopback that answers every request as it was told, and remembers what it heard. */
export async function serveLoopback(): Promise<LoopbackServer> {
  let heard: readonly Heard[] = [];
  let reply: Reply = answer(204);
  let cutsLines = false;
  let waiting: readonly ((request: Heard) => void)[] = [];

  async function hear(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = incoming;
    const request = { method, path, headers, body: await text(incoming) };
    heard = [...heard, request];
    const told = waiting;
    waiting = [];
    reply(response);
    for (const tell of told) tell(request);
  }

  const server = createServer((incoming, response) => void hear(incoming, response));
  server.on('connection', (socket) => {
    if (cutsLines) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    heard: () => heard,
    nextRequest: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
      }),
    setReply: (next) => {
      reply = next;
    },
    cutLines: () => {
      cutsLines = true;
      server.closeAllConnections();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An answer; an object becomes JSON, a text is sent as it is. */
export function answer(
  status: number,
  body: object | string | null = null,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => {
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, { ...(body === null ? {} : { 'content-type': type }), ...headers });
    response.end(typeof body === 'string' || body === null ? body : JSON.stringify(body));
  };
}

/** The request was read; the line is cut before the answer. */
export const cutBeforeAnswer: Reply = (response) => {
  response.socket?.destroy();
};

/** The answer begins with `status` and half a body, and then the line is cut. */
export function cutInBody(status: number, half: string): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(half.length * 2) });
    response.write(half, () => response.socket?.destroy());
  };
}

/** The answer begins and never ends. */
export function neverEnd(status: number, half: string): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.write(half);
  };
}

/** No answer ever comes. */
export const keepSilent: Reply = () => undefined;

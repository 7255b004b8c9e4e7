import type { ServerResponse } from 'node:http';
import type { Reply } from './loopback-authority-directory.ts';

/** What an endpoint does instead of answering as it should. */
export type TokenTrouble =
  | { readonly kind: 'error'; readonly status: number; readonly body: object; readonly retryAfter?: string }
  | { readonly kind: 'html'; readonly status: number }
  /** The line is cut in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** The answer comes as it should, but not before this; never, for a promise that stays pending. */
  | { readonly kind: 'held'; readonly until: Promise<void> };

/** Does it. */
export function misbehave(trouble: Exclude<TokenTrouble, { kind: 'held' }>, response: ServerResponse): void {
  switch (trouble.kind) {
    case 'error':
      if (trouble.retryAfter !== undefined) response.setHeader('Retry-After', trouble.retryAfter);
      sendJson(response, trouble);
      break;
    case 'html':
      response
        .writeHead(trouble.status, { 'Content-Type': 'text/html' })
        .end('<html><body>Log in to the proxy</body></html>');
      break;
    case 'cut':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"access_token":"', () => response.destroy());
      break;
  }
}

export function sendJson(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

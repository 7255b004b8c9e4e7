import { request } from 'node:http';

/**
 * Ends a sign-in that waits for the browser, from the address that the browser was sent to. Never rejects.
 * MSAL has no way to call it off: with the browser closed, its promise would stay pending and its port open for ever.
 * So it is told what an authority would tell it.
 * Observed: @azure/msal-node 7.2.3, LoopbackClient: a posted `error` with the right `state` rejects and closes the port.
 */
export function cancelLoopback(authorizeUrl: string): Promise<void> {
  const asked = new URL(authorizeUrl).searchParams;
  const { port } = new URL(asked.get('redirect_uri') ?? '');
  const body = new URLSearchParams({ error: 'user_cancelled', state: asked.get('state') ?? '' }).toString();
  return new Promise((resolve) => {
    const post = request({
      // Not `localhost`, which may mean ::1 first: MSAL listens on IPv4 alone.
      host: '127.0.0.1',
      port,
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) },
    });
    post.on('response', (answer) => {
      answer.on('error', resolve).resume();
    });
    // Nobody listens any more: that is what was wanted.
    post.on('error', resolve);
    post.on('close', resolve);
    post.end(body);
  });
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { APP_ORIGIN } from './app-origin.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers the window's requests from one folder, and from nowhere else. */
export function createAppServer(rootPath: string): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await respond(pathInside(rootPath, request.url));
    } catch {
      // Not there, outside the folder, or a name that is no text: all the same to whoever asks.
      return new Response('Not found', { status: 404 });
    }
  };
}

/** The file a URL means. Throws where it leaves the folder or cannot be read. */
function pathInside(rootPath: string, url: string): string {
  const { origin, host, protocol, pathname } = new URL(url);
  // Node knows no origin of a scheme of our own and says "null".
  if (origin !== APP_ORIGIN && `${protocol}//${host}` !== APP_ORIGIN) throw new Error('another origin');
  const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
  const path = normalize(join(rootPath, name));
  if (!path.startsWith(rootPath + sep)) throw new Error('outside the folder');
  return path;
}

async function respond(path: string): Promise<Response> {
  const type = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  const file = await readFile(path);
  if (extname(path) !== '.html') return new Response(new Uint8Array(file), { headers });
  // The component library adds small style elements at run time: they get a nonce, fresh for each load.
  const nonce = randomBytes(16).toString('base64');
  const page = file.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  return new Response(page, { headers: { ...headers, 'content-security-policy': policy(nonce) } });
}

/** The window talks to nobody: everything it shows comes through the door. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

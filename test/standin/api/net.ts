// net: files from disk, and everything on the web through Node's own fetch.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strict } from './strict.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers });
  } catch (cause) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause });
  }
}

export const net = strict(
  {
    online: true,
    isOnline: (): boolean => true,
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const url = input instanceof Request ? input.url : String(input);
      if (url.startsWith('file:')) return fetchFile(url);
      if (/^https?:/.test(url)) return fetch(input, init);
      throw new Error(`electron stand-in: net.fetch of ${url} is not implemented`);
    },
  },
  'net',
);

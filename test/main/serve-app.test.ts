import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppServer } from '../../electron/main/serve-app.ts';

const PAGE = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';
const OUTSIDE = 'this is none of the window';

let folder = '';
let serve: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-station-app-'));
  const root = join(folder, 'renderer');
  for (const path of ['renderer/assets', 'renderer/a b', 'renderer-more', 'main'])
    mkdirSync(join(folder, path), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'renderer/index.html': PAGE,
    'renderer/assets/app.js': 'const nonce = "__CSP_NONCE__";',
    'renderer/assets/app.css': 'body { color: red }',
    'renderer/assets/font.woff2': 'font',
    'renderer/assets/sound.bin': '\u0001\u0002',
    'renderer/a b/ü.svg': '<svg/>',
    'renderer-more/secret.txt': OUTSIDE,
    'main/index.js': OUTSIDE,
    'secret.txt': OUTSIDE,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  serve = createAppServer(root);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `url` may be one that no Request would keep as it is. */
function get(url: string): Promise<Response> {
  return serve({ url } as Request);
}

function nonceIn(text: string): string {
  return /nonce="([^"]*)"/.exec(text)?.[1] ?? '';
}

describe('what is served', () => {
  test.each([
    ['app://station/assets/app.js', 'text/javascript; charset=utf-8'],
    ['app://station/assets/app.css', 'text/css; charset=utf-8'],
    ['app://station/assets/font.woff2', 'font/woff2'],
    ['app://station/assets/sound.bin', 'application/octet-stream'],
    ['app://station/a%20b/%C3%BC.svg', 'image/svg+xml'],
    ['app://station/assets/app.js?v=1#top', 'text/javascript; charset=utf-8'],
    ['app://station/assets/../assets/app.js', 'text/javascript; charset=utf-8'],
  ])('%s is there as %s, and is never kept', async (url, type) => {
    const response = await serve(new Request(url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toBeNull();
  });

  test('a file comes byte for byte; only the page has its nonce put in', async () => {
    const response = await get('app://station/assets/app.js');
    expect(await response.text()).toBe('const nonce = "__CSP_NONCE__";');
  });

  test.each(['app://station/', 'app://station/index.html'])('%s is the page', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<style nonce=');
  });

  test.each([
    'app://station/nothing.js',
    'app://station/assets',
    'app://station/assets/',
    'app://station',
    'app://station/index.html/x',
    'app://station/index.html%00.js',
    'app://station/%',
    'app://station/%zz',
    'app://station/assets/%E0%A4%A',
  ])('%s is not there', async (url) => {
    const response = await get(url);
    expect([response.status, await response.text()]).toEqual([404, 'Not found']);
  });
});

describe('what lies outside', () => {
  test.each([
    'app://station/../secret.txt',
    'app://station/../../../../../../etc/passwd',
    'app://station/%2e%2e/secret.txt',
    'app://station/%2E%2E/secret.txt',
    'app://station/.%2e/secret.txt',
    'app://station/..%2fsecret.txt',
    'app://station/..%2Fmain%2Findex.js',
    'app://station/%2e%2e%2fsecret.txt',
    'app://station/assets/..%2f..%2fsecret.txt',
    'app://station/assets/%2e%2e/%2e%2e/secret.txt',
    'app://station/..%5csecret.txt',
    String.raw`app://station/..\secret.txt`,
    'app://station/....//secret.txt',
    'app://station/.%00./secret.txt',
    'app://station/%252e%252e%252fsecret.txt',
    'app://station/..%c0%afsecret.txt',
    'app://station/..%2frenderer-more/secret.txt',
    'app://station/%2fetc%2fpasswd',
    'app://station//etc/passwd',
    'app://station/..%2f',
  ])('%s is not served', async (url) => {
    const response = await get(url);
    expect([response.status, await response.text()]).toEqual([404, 'Not found']);
  });

  test.each([
    'app://other/index.html',
    'app://station.example/index.html',
    'app://station:8080/index.html',
    'app://stationx/index.html',
    'https://station/index.html',
    'file://station/index.html',
    'file:///index.html',
    'http://127.0.0.1/index.html',
    'apps://station/index.html',
    'data:text/html,x',
    'app:station/index.html',
  ])('%s is another place', async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});

describe('the policy of the page', () => {
  test('lets it talk to nobody and load from nowhere but its own origin', async () => {
    const response = await get('app://station/index.html');
    const policy = (response.headers.get('content-security-policy') ?? '').split('; ');
    const nonce = nonceIn(await response.text());
    expect(policy).toEqual([
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
    ]);
  });

  test('its nonce is long, the same everywhere in the page and the header, and another one at each load', async () => {
    const nonces: string[] = [];
    for (let load = 0; load < 5; load++) {
      const response = await get('app://station/');
      const text = await response.text();
      const nonce = nonceIn(text);
      expect(text).toBe(PAGE.replaceAll('__CSP_NONCE__', nonce));
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(5);
  });

  test('no script may run by a nonce, and none may be written into the page', async () => {
    const policy = (await get('app://station/')).headers.get('content-security-policy');
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/script-src[^;]*nonce/);
  });
});

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import type { SceneName } from './scenes.ts';

/** Debian's. */
export const CHROMIUM_PATH = process.env['STANDIN_CHROMIUM'] ?? '/usr/bin/chromium';

const ROOT = resolve(import.meta.dirname, '../..');

export type ServedWindow = {
  readonly url: string;
  /** Defines `Scenes`, with what scenes.ts exports; runs before the page's own script. */
  readonly script: string;
  readonly close: () => void;
};

/** Builds the window and serves it on loopback with the policy of the app. */
export async function serveWindow(outPath: string): Promise<ServedWindow> {
  const appPath = join(outPath, 'app');
  await buildWindow(appPath);
  const script = await buildScenes(join(outPath, 'scenes'));
  const server = await serve(appPath);
  return { url: addressOf(server), script, close: () => server.close() };
}

/** A page that shows a scene. `onFault` hears of a broken policy, an error on the console and a thrown error. */
export async function openScene(
  browser: Browser,
  served: ServedWindow,
  scene: SceneName,
  options: BrowserContextOptions,
  onFault: (words: string) => void,
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') onFault(message.text());
  });
  page.on('pageerror', (error) => onFault(error.message));
  await page.addInitScript(
    `${served.script}\nObject.assign(window, { Scenes });\nScenes.playScene(${JSON.stringify(scene)});`,
  );
  await page.goto(served.url);
  await page.getByRole('main').waitFor();
  return page;
}

async function buildWindow(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(ROOT, 'renderer'),
    plugins: [react()],
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
  });
}

async function buildScenes(outDir: string): Promise<string> {
  const entry = join(import.meta.dirname, 'scenes.ts');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 1500,
      lib: { entry, formats: ['iife'], name: 'Scenes', fileName: () => 'scenes.js' },
    },
  });
  return readFile(join(outDir, 'scenes.js'), 'utf8');
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function serve(appPath: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    readFile(join(appPath, path)).then(
      (file) => {
        const nonce = randomBytes(16).toString('base64');
        const body = path.endsWith('.html') ? file.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : file;
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.setHeader('content-security-policy', policy(nonce));
        response.end(body);
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
}

/** The same as the app's own. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}/`;
}

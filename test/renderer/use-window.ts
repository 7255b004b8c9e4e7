import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SceneName } from './scenes.ts';
import { CHROMIUM_PATH, openScene, serveWindow, type ServedWindow } from './serve-window.ts';

export type WindowInChromium = {
  readonly open: (scene: SceneName) => Promise<Page>;
  /** What broke the page's policy or came out as an error, over all its pages. */
  readonly faults: readonly string[];
};

/** The built window for the tests of one `describe`. Where there is no Chromium they are skipped, and say so. */
export function useWindow(options: BrowserContextOptions = {}): WindowInChromium {
  const isThere = existsSync(CHROMIUM_PATH);
  const faults: string[] = [];
  let served: ServedWindow;
  let browser: Browser;
  let outPath: string;

  beforeAll(async () => {
    if (!isThere) return;
    outPath = await mkdtemp(join(tmpdir(), 'token-station-window-'));
    served = await serveWindow(outPath);
    browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] });
  }, 60_000);

  beforeEach(({ skip }) => {
    skip(!isThere, 'there is no Chromium on this machine');
  });

  afterAll(async () => {
    if (!isThere) return;
    await browser.close();
    served.close();
    await rm(outPath, { recursive: true });
  });

  return { open: (scene) => openScene(browser, served, scene, options, (words) => faults.push(words)), faults };
}

// Starts the fixture app for one test, with a data folder of its own, and ends it.
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

export interface Counted {
  readonly number: number;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

declare global {
  /** What the preload of the fixture app puts on its page. */
  interface Window {
    readonly fixture: {
      about(): Promise<Record<string, string>>;
      echo(...values: unknown[]): Promise<unknown[]>;
      fail(): Promise<never>;
      count(upTo: number): void;
      onCounted(listener: (counted: Counted) => void): () => void;
      onDone(listener: (upTo: number) => void): () => void;
      sum(a: number, b: number): number;
      readonly platform: string;
    };
  }
  /** What the main script of the fixture app notes down. */
  var seen: {
    readonly navigations: string[];
    readonly windows: string[];
    readonly secondStarts: string[][];
    readonly shownAtLoad: boolean | undefined;
  };
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The executable that Playwright starts: Electron's, or the stand-in. */
export const executable: string = createRequire(import.meta.url)('electron');
export const appFolder = join(import.meta.dirname, '../fixture-app');
const isStandin = existsSync(join(dirname(executable), 'host.ts'));

/** Leaves a test out on Electron itself, and says why. */
export function onlyOnStandin(reason: string): void {
  if (!isStandin) console.log(`left out on Electron: ${reason}`);
  base.skip(!isStandin, reason);
}

interface Fixtures {
  userData: string;
  launch: (env?: Readonly<Record<string, string>>) => Promise<RunningApp>;
  running: RunningApp;
}

export const test = base.extend<Fixtures>({
  // Playwright wants a pattern here, even for a fixture that needs no other.
  // oxlint-disable-next-line no-empty-pattern -- see the line above
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'standin-spec-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  launch: async ({ userData }, use) => {
    const started: ElectronApplication[] = [];
    await use(async (env = {}) => {
      const app = await _electron.launch({
        args: ['.', `--user-data-dir=${userData}`],
        cwd: appFolder,
        env: { ...(process.env as Record<string, string>), ...env },
        // Playwright would set a theme of its own over nativeTheme's.
        colorScheme: null,
      });
      started.push(app);
      const page = await app.firstWindow();
      await page.getByRole('heading', { name: 'Fixture' }).waitFor();
      return { app, page };
    });
    await Promise.all(started.map((app) => app.close()));
  },
  running: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect } from '@playwright/test';

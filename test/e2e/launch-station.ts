import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { PRACTICE_DATA, PRACTICE_OPERATOR } from '../../electron/practice/practice-data.ts';
import { createPracticeTenant } from '../../electron/practice/tenant.ts';
import { startLoopbackTenant, type LoopbackTenant } from '../fakes/loopback-tenant.ts';

/** The built app and its window. */
export type LaunchedStation = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** As when somebody pulls the plug. */
  readonly kill: () => Promise<void>;
};

const projectPath = join(import.meta.dirname, '../..');

/** Starts the built app on a data folder, in practice mode or on a tenant that is served on loopback. */
export async function launchStation(
  dataPath: string,
  tenant: LoopbackTenant | null,
  environment: Readonly<Record<string, string>> = {},
): Promise<LaunchedStation> {
  const served = tenant && {
    TOKEN_STATION_GRAPH_URL: `${tenant.baseUrl}/beta`,
    TOKEN_STATION_ACCESS_TOKEN: PRACTICE_OPERATOR.accessToken,
  };
  const args = [projectPath, `--user-data-dir=${dataPath}`];
  // Root has no sandbox of the operating system to give to Chromium.
  if (process.getuid?.() === 0) args.unshift('--no-sandbox');
  const app = await _electron.launch({
    args,
    cwd: projectPath,
    env: { ...cleanEnvironment(dataPath), ...served, ...environment },
  });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return {
    app,
    page,
    close: () => app.close(),
    kill: async () => {
      const child = app.process();
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export function createDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'token-station-'));
}

export function removeDataFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5 });
}

/** The practice tenant behind real HTTP, with people and tokens as in practice mode. */
export function startTenant(): Promise<LoopbackTenant> {
  const nowMs = (): number => Date.now();
  const delay = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
  return startLoopbackTenant(createPracticeTenant({ nowMs, delay, newId: randomUUID, data: PRACTICE_DATA }));
}

/** The computer's own policy is no part of a test, and no page is printed into somebody's own folder. */
function cleanEnvironment(dataPath: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !name.startsWith('TOKEN_STATION_'),
  );
  const others = Object.fromEntries(kept) as Record<string, string>;
  return { ...others, HOME: dataPath, TOKEN_STATION_POLICY: join(dataPath, 'no-policy.json') };
}

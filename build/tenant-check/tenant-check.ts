import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { openPage } from './open-page.ts';
import { runTenantCheck } from './run-tenant-check.ts';
import { writeReport } from './write-report.ts';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Whoever presses twice waits all the same: what was changed is put back first.
  process.on(signal, () => {
    interrupted.abort();
  });
}

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

process.exitCode = await runTenantCheck({
  args: process.argv.slice(2),
  environment: process.env,
  platform: process.platform,
  homeFolder: homedir(),
  input: process.stdin,
  output: process.stdout,
  fetch: (request) => fetch(request),
  clock: systemClock,
  openPage: (url) => openPage(url, process.platform),
  newId: randomUUID,
  interrupted: interrupted.signal,
  write: writeReport,
  // npm runs scripts in the project's folder, and tells where it was called.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  stationVersion: version,
});

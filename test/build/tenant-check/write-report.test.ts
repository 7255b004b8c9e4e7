import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildReport } from '../../../build/tenant-check/report.ts';
import { writeReport } from '../../../build/tenant-check/write-report.ts';

const REPORT = buildReport({
  startedAtMs: Date.UTC(2026, 10, 24, 23, 59),
  endedBecause: 'every question was reached',
  stationVersion: '0.1.0',
  scopesAskedFor: [],
  signedIn: null,
  signInWords: null,
  asked: [],
  putBack: [],
  known: [],
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'token-station-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('the file is its owner’s alone, and named after the day', async () => {
  const folder = await makeFolder();
  const path = await writeReport(folder, REPORT);
  expect(path).toBe(join(folder, 'tenant-check-2026-11-24.json'));
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(REPORT);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a second run of the day does not take the place of the first, and nothing half is left', async () => {
  const folder = await makeFolder();
  await writeReport(folder, REPORT);
  await writeReport(folder, REPORT);
  expect(await readdir(folder)).toEqual(['tenant-check-2026-11-24-2.json', 'tenant-check-2026-11-24.json']);
});

test('a folder that is not there is told, and not made', async () => {
  const folder = join(await makeFolder(), 'nowhere');
  await expect(writeReport(folder, REPORT)).rejects.toThrow(/ENOENT/);
});

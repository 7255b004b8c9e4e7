import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// With Electron's binary (npx install-electron) the specs run on it; without, on the stand-in.
const binary = join(import.meta.dirname, '../../node_modules/electron/path.txt');
if (!existsSync(binary)) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= import.meta.dirname;
// No windows over the work of whoever runs the specs.
process.env['STANDIN_HEADLESS'] ??= '1';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results/standin',
  timeout: 30_000,
  // Chosen: the machines that lack Electron are often the busy ones, too.
  expect: { timeout: 10_000 },
  workers: 1,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});

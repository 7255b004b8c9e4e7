import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// With Electron's program installed (npx install-electron) the specs run on it; without, on the stand-in.
if (!existsSync(pathOf('../../node_modules/electron/path.txt'))) {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= pathOf('../standin');
}

// The stand-in opens no windows over the work of whoever runs the specs.
process.env['STANDIN_HEADLESS'] ??= '1';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  timeout: 30_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});

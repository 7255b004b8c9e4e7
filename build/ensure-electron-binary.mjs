import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runCommand } from './run-command.mjs';
import { findNode, withNode24 } from './run-tool.mjs';

const electronFolder = join(root, 'node_modules/electron');
const standinFolder = join(root, 'test/standin');
// Chosen: the program is about 110 MB, three minutes on a slow line; a cut line is given up before people are.
const LIMIT_MS = 180_000;

/**
 * Gets Electron's own program once and tells what the app runs on: `electron`, `standin` or, after saying what to do, `nothing`.
 * A try that failed is remembered until the next npm ci, so that later starts lose no time.
 */
export async function ensureElectronBinary() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) return resolve(chosen) === standinFolder ? 'standin' : 'electron';
  if (isInstalled()) return 'electron';
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  const cache = join(root, 'node_modules/.cache/token-station');
  const stamp = join(cache, `electron-${version}-not-to-be-had`);
  const reason = existsSync(stamp) ? readFileSync(stamp, 'utf8') : await fetchElectron(version);
  if (reason === null) return 'electron';
  if (!existsSync(stamp)) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(stamp, reason);
    console.log(`Electron ${version} is not to be had here (${reason}). \`npx install-electron\` tries again.`);
  }
  if (process.platform === 'linux') return 'standin';
  console.log('Without Electron the app runs on Linux only. Run `npx install-electron` where the network allows it.');
  return 'nothing';
}

/** The environment in which the `electron` package answers with the program that was chosen. */
export function withElectron(kind, env = process.env) {
  return kind === 'standin' ? { ...env, ELECTRON_OVERRIDE_DIST_PATH: standinFolder } : env;
}

function isInstalled() {
  const pathFile = join(electronFolder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')));
}

/** Answers `null`, or in a few words why Electron could not be fetched. */
async function fetchElectron(version) {
  console.log(`Fetching Electron ${version} (once)…`);
  const script = join(electronFolder, 'install.js');
  const { status, output } = await runCommand(findNode(), [script], { env: withNode24(), limitMs: LIMIT_MS });
  if (status === 0 && isInstalled()) return null;
  if (status === 124) return `no answer within ${LIMIT_MS / 60_000} minutes`;
  return output.match(/^\w*Error: (.+)$/m)?.[1] ?? `its installer ended with ${status}`;
}

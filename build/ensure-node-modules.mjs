import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, root, runCommand } from './run-command.mjs';

/** Makes node_modules what package-lock.json says. Does nothing where it is so already. */
export async function ensureNodeModules() {
  if (isUpToDate(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  console.log('Installing node_modules (npm ci; half a minute or more)…');
  // A quiet `npm test` or NODE_ENV=production hands its settings down to this npm: ask for what is needed.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const { status, output } = await runNpm(args);
  if (status !== 0) giveUp(`${output}npm ci did not succeed. Read the lines above, mend that and run this again.`);
}

/**
 * Compares the lock with the one that npm leaves in node_modules as the last step of an installation.
 * Packages for other platforms are optional and may be missing.
 */
export function isUpToDate(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readLock(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function runNpm(args) {
  // Under `npm run` npm tells where its script is; node can start that on every platform.
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return runCommand(process.execPath, [script, ...args]);
  return process.platform === 'win32'
    ? runCommand('cmd.exe', ['/d', '/s', '/c', ['npm', ...args].join(' ')])
    : runCommand('npm', args);
}

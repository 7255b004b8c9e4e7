import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, root } from './run-command.mjs';
import { runTool } from './run-tool.mjs';

const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const sources = ['electron', 'renderer', 'native', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** Builds the app into out/ where that is missing or older than what it is made of. */
export async function ensureBuild() {
  const trouble = await buildIfStale();
  if (trouble) giveUp(`${trouble}The app could not be built. Mend the error above and run this again.`);
}

/** The same; answers `null` or what the build said when it failed. */
export async function buildIfStale() {
  if (isFresh()) return null;
  console.log('Building the app (electron-vite build)…');
  const { status, output } = await runTool('electron-vite', ['build']);
  return status === 0 ? null : output;
}

function isFresh() {
  const files = outputs.map((path) => join(root, path));
  if (!files.every((file) => existsSync(file))) return false;
  const builtAtMs = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.every((path) => newestMs(join(root, path)) < builtAtMs);
}

/** Folders count too: a file that was deleted changes only its folder. */
function newestMs(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return Infinity;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

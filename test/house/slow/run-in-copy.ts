import { spawn } from 'node:child_process';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { root } from '../read-tree.ts';

const NOT_IN_A_CLONE = ['.git', 'node_modules', 'out', 'dist', 'test-results'];
// Chosen: npm ci, a build and the demo take two minutes here; four times that on a busy machine.
const LIMIT_MS = 500_000;

/** The project as a clone would have it, uncommitted changes included, in an empty folder. */
export async function copyProject(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'token-station-')));
  const filter = (source: string) => !NOT_IN_A_CLONE.includes(relative(root, source));
  await cp(root, folder, { recursive: true, filter });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs a line of shell in that folder as a newcomer would: with the machine's own Node, no display and nothing set. */
export function runLine(
  line: string,
  cwd: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    // A process group of its own, so that on a timeout all that the line has started ends with it.
    const child = spawn(line, {
      cwd,
      env: newcomersEnv(),
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    const collect = (part: Buffer) => void parts.push(part);
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output: Buffer.concat(parts).toString() });
    });
  });
}

function newcomersEnv(): NodeJS.ProcessEnv {
  // Settings of npm (a mirror, a proxy) stay: they belong to the machine. What npm and vitest tell of this run goes.
  const ofThisRun =
    /^(npm_(?!config_)|npm_config_local_prefix|INIT_CWD|NODE_ENV|VITEST|TEST$|CI$|DISPLAY|WAYLAND_DISPLAY|ELECTRON_OVERRIDE|PLAYWRIGHT_|TOKEN_STATION_)/;
  const kept = Object.entries(process.env).filter(([name]) => !ofThisRun.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), TOKEN_STATION_INSIDE_README_TEST: '1' };
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './read-tree.ts';
import { rooms } from './rooms.ts';

export type Complaint = { readonly file: string; readonly rule: string; readonly message: string };

const SETTINGS = ['.oxlintrc.json', 'build/lint-house.mjs', 'build/tsconfig.base.json'];
const ROOMS = [...Object.keys(rooms).filter((room) => room !== 'build'), 'test'];

/**
 * Lints small files, given by their path in the project, with the project's settings and in one run.
 * They stand in a temporary copy of the layout, because rules hold by folder.
 */
export async function lintSamples(samples: Readonly<Record<string, string>>): Promise<readonly Complaint[]> {
  const folder = await mkdtemp(join(tmpdir(), 'token-station-lint-'));
  try {
    const copied = [...SETTINGS, ...ROOMS.map((room) => `${room}/tsconfig.json`)];
    await Promise.all(copied.map((path) => cp(join(root, path), join(folder, path))));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await Promise.all(Object.entries(samples).map(([path, text]) => writeSample(join(folder, path), text)));
    return await runOxlint(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSample(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function runOxlint(cwd: string): Promise<readonly Complaint[]> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const folders = ['electron', 'renderer', 'test'];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, '--type-aware', '--format', 'json', ...folders],
      { cwd },
      (_error, stdout, stderr) => {
        try {
          resolve(readComplaints(stdout));
        } catch (cause) {
          reject(new Error(`oxlint did not answer in JSON: ${stdout}${stderr}`, { cause }));
        }
      },
    );
  });
}

function readComplaints(json: string): readonly Complaint[] {
  const { diagnostics }: { diagnostics: readonly { filename: string; code?: string; message: string }[] } =
    JSON.parse(json);
  return diagnostics.map(({ filename, code, message }) => {
    return { file: filename.replaceAll('\\', '/'), rule: (code ?? 'none').replace('(', '/').replace(')', ''), message };
  });
}

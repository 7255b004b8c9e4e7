import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './read-tree.ts';

/**
 * Type-checks small files as if they stood in a room, and answers the error codes of each, such as `{document: ['TS2584']}`.
 * The room's own tsconfig.json is used, from a folder under out/ so that node_modules is found.
 */
export async function compileSamples(
  room: string,
  samples: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  await mkdir(join(root, 'out/house'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out/house/'));
  try {
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settingsOf(room)));
    const files = Object.entries(samples);
    await Promise.all(files.map(([name, text]) => writeFile(join(folder, `${name}.tsx`), text)));
    const output = await runTsc(folder);
    return Object.fromEntries(files.map(([name]) => [name, listCodes(output, name)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function settingsOf(room: string) {
  return {
    extends: join(root, room, 'tsconfig.json'),
    compilerOptions: { rootDir: '.', composite: false, emitDeclarationOnly: false, noEmit: true },
    include: ['*.tsx'],
  };
}

function listCodes(output: string, name: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith(`${name}.tsx(`))
    .map((line) => /error (TS\d+)/.exec(line)?.[1] ?? line);
}

/** What tsc says, whether it is content or not. */
function runTsc(folder: string): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd: folder }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

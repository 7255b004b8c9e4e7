import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const FOLDERS = ['electron', 'renderer', 'native', 'build', 'test'];
const CODE = /\.(ts|tsx|mts|cts|js|mjs|cjs)$/;

/** All code of the project, by path from its folder (with `/`). */
export function readTree(): ReadonlyMap<string, string> {
  const files = FOLDERS.flatMap((folder) => listFiles(join(root, folder)));
  return new Map(files.map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')]));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : listFiles(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

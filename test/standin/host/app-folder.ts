// Which app a path means: a folder with a package.json, or a script.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

interface PackageJson {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

export interface App {
  readonly folder: string;
  readonly mainScript: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

/** Reads what Electron would run for this path. */
export function findApp(path: string): App {
  const target = resolve(path);
  const isFolder = statSync(target).isDirectory();
  const folder = isFolder ? target : dirname(target);
  const file = join(folder, 'package.json');
  const about: PackageJson = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return {
    folder,
    mainScript: isFolder ? join(folder, about.main ?? 'index.js') : target,
    name: about.productName ?? about.name,
    version: about.version,
  };
}

// app.getPath and app.setPath: where a Linux desktop keeps things.
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostState } from '../host/host-state.ts';
import { allSwitches } from '../host/switches.ts';

const chosen = new Map<string, string>();

const PATHS: Readonly<Record<string, () => string>> = {
  home: homedir,
  appData: () => process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
  userData: () => allSwitches.get('user-data-dir') || join(getPath('appData'), hostState.appName),
  sessionData: () => getPath('userData'),
  temp: tmpdir,
  exe: () => hostState.executable,
  module: () => hostState.executable,
  logs: () => join(getPath('userData'), 'logs'),
  crashDumps: () => join(getPath('userData'), 'Crashpad'),
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
  music: () => join(homedir(), 'Music'),
  pictures: () => join(homedir(), 'Pictures'),
  videos: () => join(homedir(), 'Videos'),
};

/** The folder of this name, as the app set it or as the desktop has it. */
export function getPath(name: string): string {
  const path = chosen.get(name) ?? PATHS[name]?.();
  if (path === undefined) throw new Error(`Failed to get '${name}' path`);
  return path;
}

/** Sets a folder and makes it, as Electron does. */
export function setPath(name: string, path: string): void {
  if (!(name in PATHS)) throw new Error(`Failed to set '${name}' path`);
  mkdirSync(path, { recursive: true });
  chosen.set(name, path);
}

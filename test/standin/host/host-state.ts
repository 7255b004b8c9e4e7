// What the parts of the stand-in share: which app runs, and how far it has come.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const standinFolder = join(import.meta.dirname, '..');
export const electronVersion: string = createRequire(import.meta.url)('electron/package.json').version;

export const hostState = {
  executable: join(standinFolder, 'electron'),
  appFolder: process.cwd(),
  appName: 'Electron',
  appVersion: electronVersion,
  /** The folder for the app's data, fixed once Chromium has been started in it. */
  userData: '',
  isReady: false,
  isExiting: false,
};

/** Throws as Electron does when a module is used too early. */
export function requireReady(what: string): void {
  if (!hostState.isReady) throw new Error(`${what} cannot be used before app is ready`);
}

// Makes this Node process look to the app like Electron's main process.
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LoadError } from '../chromium/load-error.ts';
import { electronVersion, hostState, standinFolder } from './host-state.ts';
import { describe } from './log.ts';

/** Sets an entry of process.versions, which Node keeps read-only. */
export function setVersion(name: string, version: string): void {
  const versions = { ...process.versions, [name]: version };
  Object.defineProperty(process, 'versions', { value: versions, configurable: true, enumerable: true });
}

/** Gives `process` what Electron adds to it. */
export function dressProcess(args: readonly string[]): void {
  setVersion('electron', electronVersion);
  Object.assign(process, { type: 'browser', resourcesPath: standinFolder, defaultApp: true });
  process.argv = [hostState.executable, ...args];
  // Electron only warns of a rejection that nobody handles. Here it ends the app, or a name that is missing could pass
  // unseen; but a window closed while it loads is no such thing.
  process.on('unhandledRejection', (reason) => {
    if (!hostState.isExiting && !(reason instanceof LoadError)) throw reason;
    process.stderr.write(`UnhandledPromiseRejectionWarning: ${describe(reason)}\n`);
  });
  process.on('uncaughtException', (error) => {
    process.stderr.write(`A JavaScript error occurred in the main process\n${describe(error)}\n`);
    process.exit(1);
  });
}

/** Makes `import … from 'electron'` and `require('electron')` find the stand-in. */
export function provideElectronModule(): void {
  const url = pathToFileURL(join(standinFolder, 'electron.ts')).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}

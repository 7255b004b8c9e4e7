// What runs instead of Electron: the app's main script in this Node process, its windows in Chromium.
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { announceReady, app } from './api/app.ts';
import { startChromium } from './chromium/chromium-process.ts';
import { watchTargets } from './chromium/targets.ts';
import { findApp } from './host/app-folder.ts';
import { parseCommandLine } from './host/command-line.ts';
import { dressProcess, provideElectronModule } from './host/electron-process.ts';
import { electronVersion, hostState } from './host/host-state.ts';
import { warn } from './host/log.ts';
import { allSwitches, appendSwitch } from './host/switches.ts';

const WRONG_USE = 64;

function openInspector(): void {
  const port = allSwitches.get('inspect') ?? allSwitches.get('inspect-brk');
  if (port === undefined) return;
  inspector.open(Number(port || 9229), '127.0.0.1');
  if (allSwitches.has('inspect-brk')) inspector.waitForDebugger();
}

const args = process.argv.slice(2);
const commandLine = parseCommandLine(args);
if (commandLine.asksVersion) {
  console.log(`v${electronVersion}`);
  process.exit(0);
}
if (commandLine.app === undefined) {
  warn('give the app to run');
  process.exit(WRONG_USE);
}

const found = findApp(commandLine.app);
hostState.appFolder = found.folder;
hostState.appName = found.name ?? hostState.appName;
hostState.appVersion = found.version ?? hostState.appVersion;
for (const [name, value] of commandLine.switches) appendSwitch(name, value);

dressProcess(args);
provideElectronModule();
openInspector();

const require = createRequire(found.mainScript);
for (const script of commandLine.preloadScripts) require(resolve(script));
await import(pathToFileURL(found.mainScript).href);
if (!hostState.isExiting) {
  hostState.userData = app.getPath('userData');
  await startChromium(hostState.userData);
  await watchTargets();
  announceReady();
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, net, powerMonitor, protocol, type BrowserWindow } from 'electron';
import { decideSettings } from '../core/decide-settings.ts';
import { systemClock } from '../io/clock/system-clock.ts';
import { APP_SCHEME } from './app-origin.ts';
import { composeStation, type Surroundings } from './compose-station.ts';
import { guardProcess, guardSession, openSignInPage } from './guards.ts';
import { openDoor } from './ipc.ts';
import { openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { createAppServer } from './serve-app.ts';
import { openWindow, publishTo } from './window.ts';

guardProcess();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

// Two stations on one journal would both believe that they are the only one.
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.exit(0);

async function run(): Promise<void> {
  const dataPath = app.getPath('userData');
  const log = openLog(join(dataPath, 'logs', 'station.log'));
  guardSession();
  setMenu(app.isPackaged);
  protocol.handle(APP_SCHEME, createAppServer(join(import.meta.dirname, '../renderer')));

  let window: BrowserWindow | null = null;
  const { station, wake, stop } = await composeStation({
    ...readSettings(dataPath),
    dataPath,
    fetch: (request) => net.fetch(request),
    openBrowser: openSignInPage,
    clock: systemClock,
    log,
    publish: (snapshot) => {
      if (window) publishTo(window, snapshot);
    },
  });
  openDoor(station, {
    page: () => window?.webContents ?? null,
    onStranger: (url) => {
      log.write('a stranger spoke', { words: url.slice(0, 100) });
    },
  });
  window = openWindow(join(import.meta.dirname, '../preload/index.cjs'), app.isPackaged);
  powerMonitor.on('resume', () => void wake());
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  stopBeforeQuit(stop);
}

/** Quitting waits for what is under way, up to a limit; what is left is read back at the next start. */
function stopBeforeQuit(stop: () => Promise<void>): void {
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    isStopped = true;
    void stop().finally(() => {
      app.quit();
    });
  });
}

type ChosenSettings = Pick<Surroundings, 'settings' | 'settingsProblem'>;

/** A settings file that is wrong is not guessed at: the station starts in practice, where nothing can happen, and says why. */
function readSettings(dataPath: string): ChosenSettings {
  const fileText = readText(join(dataPath, 'settings.json'));
  const settings = decideSettings({ isPackaged: app.isPackaged, environment: process.env, fileText });
  if (settings.ok) return { settings: settings.value, settingsProblem: null };
  return { settings: { kind: 'practice' }, settingsProblem: settings.problem };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

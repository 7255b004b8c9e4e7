import { hostname } from 'node:os';
import { join } from 'node:path';
import { app, dialog, net, powerMonitor, protocol, safeStorage, type BrowserWindow } from 'electron';
import { policyPaths } from '../core/settings-policy-path.ts';
import { systemClock } from '../io/clock/system-clock.ts';
import { createSettingsFiles } from '../io/settings/settings-files.ts';
import { createSealedFileKeeper } from '../io/sign-in/sealed-file-keeper.ts';
import { createSealing } from '../io/sign-in/sealing.ts';
import { APP_SCHEME } from './app-origin.ts';
import { createFileAsker } from './ask-for-file.ts';
import { composeStation, platformOf } from './compose-station.ts';
import { createSeedFileChooser } from './choose-seed-file.ts';
import { createPagePrinter } from './print-pages.ts';
import { createPaperWindows } from './paper-window.ts';
import { createPageOpener, guardProcess, guardSession } from './guards.ts';
import { openDoor } from './ipc.ts';
import { openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { createAppServer } from './serve-app.ts';
import { openSettingsDesk } from './settings-desk.ts';
import { servedSignInOrigin } from './tenant-edges.ts';
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
  const asking = { window: () => window, dialog };
  const { env: environment, platform } = process;
  const { isPackaged } = app;
  const policy = policyPaths({ isPackaged, environment, platform: platformOf(platform) });
  const settings = await openSettingsDesk(
    createSettingsFiles({ userPath: join(dataPath, 'settings.json'), policyPaths: policy }),
    { isPackaged, environment, hostName: hostname() },
  );
  const { station, wake, stop } = await composeStation({
    settings,
    dataPath,
    keeper: createSealedFileKeeper({ path: join(dataPath, 'sign-in.sealed'), ...createSealing(safeStorage, platform) }),
    fetch: (request) => net.fetch(request),
    openBrowser: createPageOpener(servedSignInOrigin(settings.decided)),
    chooseSeedFile: createSeedFileChooser(asking),
    files: createFileAsker(asking),
    printer: createPagePrinter({
      openWindow: createPaperWindows(),
      folder: join(app.getPath('documents'), 'Token Station'),
      clock: systemClock,
    }),
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

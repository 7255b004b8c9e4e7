import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { SNAPSHOT_CHANNEL } from '../contract/channels.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { APP_ORIGIN } from './app-origin.ts';

/** Opens the station's one window. It is shown once it is painted, so that nobody sees it white. */
export function openWindow(preloadPath: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 600,
    show: false,
    title: 'Token Station',
    webPreferences: {
      preload: join(preloadPath),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !isPackaged,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

export function publishTo(window: BrowserWindow, snapshot: Snapshot): void {
  if (!window.isDestroyed()) window.webContents.send(SNAPSHOT_CHANNEL, snapshot);
}

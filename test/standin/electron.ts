// What `import … from 'electron'` and `require('electron')` give an app that runs in the stand-in.
import { app } from './api/app.ts';
import { BrowserWindow as WindowClass } from './api/browser-window.ts';
import { clipboard } from './api/clipboard.ts';
import { dialog } from './api/dialog.ts';
import { ipcMain } from './api/ipc-main.ts';
import { webContents } from './api/live-web-contents.ts';
import { Menu as MenuClass, MenuItem } from './api/menu.ts';
import { nativeImage } from './api/native-image.ts';
import { nativeTheme } from './api/native-theme.ts';
import { net } from './api/net.ts';
import { Notification as NotificationClass } from './api/notification.ts';
import { powerMonitor, powerSaveBlocker } from './api/power.ts';
import { protocol } from './api/protocol.ts';
import { safeStorage } from './api/safe-storage.ts';
import { screen } from './api/screen.ts';
import { session } from './api/session.ts';
import { shell } from './api/shell.ts';
import { strict } from './api/strict.ts';

const BrowserWindow = strict(WindowClass, 'BrowserWindow');
const Menu = strict(MenuClass, 'Menu');
const Notification = strict(NotificationClass, 'Notification');

const electron = strict(
  {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net,
    Notification,
    powerMonitor,
    powerSaveBlocker,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
    webContents,
  },
  'electron',
);

export { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeImage, nativeTheme, net, Notification };
export { powerMonitor, powerSaveBlocker, protocol, safeStorage, screen, session, shell, webContents };
// What require() answers.
export { electron as 'module.exports' };
// oxlint-disable-next-line house/no-default-export -- Electron's own module has one: `import electron from 'electron'`.
export { electron as default };

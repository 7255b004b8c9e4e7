// Compile-time only: tsc fails if the stand-in offers a name that Electron does not have.
import type * as Electron from 'electron';
import type * as Standin from './electron.ts';
import type { IpcRenderer } from './page/preload-world.ts';

type Extra<Ours, Theirs> = Exclude<keyof Ours & string, keyof Theirs>;
type None<T extends never> = T;

type Contents = InstanceType<typeof Standin.BrowserWindow>['webContents'];
type Image = ReturnType<typeof Standin.nativeImage.createEmpty>;

export type Checks = [
  None<Extra<Omit<typeof Standin, 'default' | 'module.exports'>, typeof Electron>>,
  None<Extra<typeof Standin.app, Electron.App>>,
  None<Extra<typeof Standin.app.commandLine, Electron.CommandLine>>,
  None<Extra<typeof Standin.BrowserWindow, typeof Electron.BrowserWindow>>,
  None<Extra<InstanceType<typeof Standin.BrowserWindow>, Electron.BrowserWindow>>,
  None<Extra<typeof Standin.webContents, typeof Electron.webContents>>,
  None<Extra<Contents, Electron.WebContents>>,
  None<Extra<Contents['ipc'], Electron.IpcMain>>,
  None<Extra<Contents['mainFrame'], Electron.WebFrameMain>>,
  None<Extra<typeof Standin.clipboard, Electron.Clipboard>>,
  None<Extra<typeof Standin.dialog, Electron.Dialog>>,
  None<Extra<typeof Standin.ipcMain, Electron.IpcMain>>,
  None<Extra<IpcRenderer, Electron.IpcRenderer>>,
  None<Extra<typeof Standin.Menu, typeof Electron.Menu>>,
  None<Extra<InstanceType<typeof Standin.Menu>, Electron.Menu>>,
  None<Extra<InstanceType<typeof Standin.MenuItem>, Electron.MenuItem>>,
  None<Extra<typeof Standin.nativeImage, typeof Electron.nativeImage>>,
  None<Extra<Image, Electron.NativeImage>>,
  None<Extra<typeof Standin.nativeTheme, Electron.NativeTheme>>,
  None<Extra<typeof Standin.net, Electron.Net>>,
  None<Extra<typeof Standin.Notification, typeof Electron.Notification>>,
  None<Extra<InstanceType<typeof Standin.Notification>, Electron.Notification>>,
  None<Extra<typeof Standin.powerMonitor, Electron.PowerMonitor>>,
  None<Extra<typeof Standin.powerSaveBlocker, Electron.PowerSaveBlocker>>,
  None<Extra<typeof Standin.protocol, Electron.Protocol>>,
  None<Extra<typeof Standin.safeStorage, Electron.SafeStorage>>,
  None<Extra<typeof Standin.screen, Electron.Screen>>,
  None<Extra<typeof Standin.session, typeof Electron.session>>,
  None<Extra<typeof Standin.session.defaultSession, Electron.Session>>,
  None<Extra<typeof Standin.session.defaultSession.webRequest, Electron.WebRequest>>,
  None<Extra<typeof Standin.shell, Electron.Shell>>,
];

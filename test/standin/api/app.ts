// The app module: life cycle, names and paths.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { stopChromium } from '../chromium/chromium-process.ts';
import { hostState } from '../host/host-state.ts';
import { allSwitches, appendSwitch, removeSwitch } from '../host/switches.ts';
import { getPath, setPath } from './app-paths.ts';
import { APP_EVENTS } from './emitted-events.ts';
import { openWindows } from './open-windows.ts';
import { preventable } from './preventable-event.ts';
import { warnOfSilentEvents } from './silent-events.ts';
import { hasLock, releaseLock, requestLock } from './single-instance-lock.ts';
import { strict } from './strict.ts';

const { promise: ready, resolve: resolveReady } = Promise.withResolvers<void>();

const commandLine = strict(
  {
    appendSwitch,
    removeSwitch,
    appendArgument: (argument: string): void => appendSwitch(argument.replace(/^--/, '')),
    hasSwitch: (name: string): boolean => allSwitches.has(name),
    getSwitchValue: (name: string): string => allSwitches.get(name) ?? '',
  },
  'app.commandLine',
);

export class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  private isQuitting = false;

  get name(): string {
    return hostState.appName;
  }
  set name(name: string) {
    hostState.appName = name;
  }
  getName(): string {
    return hostState.appName;
  }
  setName(name: string): void {
    hostState.appName = name;
  }
  getVersion(): string {
    return hostState.appVersion;
  }
  getAppPath(): string {
    return hostState.appFolder;
  }
  getPath(name: string): string {
    return getPath(name);
  }
  setPath(name: string, path: string): void {
    setPath(name, path);
  }
  setAppLogsPath(path = getPath('logs')): void {
    setPath('logs', path);
  }
  getLocale(): string {
    const [language = ''] = (process.env['LANG'] ?? '').split('.');
    return /^[a-z]{2,3}(_|$)/.test(language) ? language.replace('_', '-') : 'en-US';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  isReady(): boolean {
    return hostState.isReady;
  }
  whenReady(): Promise<void> {
    return ready;
  }
  enableSandbox(): void {
    if (hostState.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (hostState.isReady) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }
  /** Kept from complaining: both mean nothing outside Windows and macOS. */
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: object): void {}

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    return requestLock(getPath('userData'), additionalData, ({ argv, workingDirectory, additionalData: data }) => {
      void ready.then(() => this.emit('second-instance', preventable({}), argv, workingDirectory, data));
    });
  }
  hasSingleInstanceLock(): boolean {
    return hasLock();
  }
  releaseSingleInstanceLock(): void {
    releaseLock();
  }

  focus(): void {
    openWindows.all.at(-1)?.focus();
  }
  quit(): void {
    if (this.isQuitting || hostState.isExiting || !this.asks('before-quit')) return;
    this.isQuitting = true;
    for (const window of openWindows.all) {
      window.close();
      // The window's own 'close' was prevented: so is the end of the app.
      if (!window.isDestroyed()) {
        this.isQuitting = false;
        return;
      }
    }
    if (this.asks('will-quit')) this.exit();
    else this.isQuitting = false;
  }
  exit(exitCode = 0): void {
    if (hostState.isExiting) return;
    hostState.isExiting = true;
    for (const window of openWindows.all) window.destroy();
    this.emit('quit', preventable({}), exitCode);
    stopChromium(() => process.exit(exitCode));
  }
  relaunch({ args = process.argv.slice(1), execPath = hostState.executable } = {}): void {
    this.once('quit', () => spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref());
  }

  private asks(event: string): boolean {
    const question = preventable({});
    this.emit(event, question);
    return !question.defaultPrevented;
  }
}

const raw = new App().setMaxListeners(0);
warnOfSilentEvents(raw, 'app', APP_EVENTS);
export const app = strict(raw, 'app');

/** Tells the app that Chromium is there and windows can be opened. */
export function announceReady(): void {
  hostState.isReady = true;
  app.emit('ready', preventable({}), {});
  resolveReady();
}

openWindows.on('opened', (window) => {
  const contents = window.webContents;
  contents.on('render-process-gone', (event, details) => app.emit('render-process-gone', event, contents, details));
  app.emit('web-contents-created', preventable({}), contents);
  app.emit('browser-window-created', preventable({}), window);
});
openWindows.on('focused', (window) => app.emit('browser-window-focus', preventable({}), window));
openWindows.on('blurred', (window) => app.emit('browser-window-blur', preventable({}), window));
openWindows.on('all closed', () => {
  if (!hostState.isExiting && !app.emit('window-all-closed')) app.quit();
});
process.on('SIGINT', () => app.quit());
process.on('SIGTERM', () => app.quit());

// webContents: Electron's view of a page.
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LoadError } from '../chromium/load-error.ts';
import { Page } from '../chromium/page.ts';
import type { Bounds } from '../chromium/page-size.ts';
import { hostState } from '../host/host-state.ts';
import { warn } from '../host/log.ts';
import { encode } from '../page/codec.ts';
import { WEB_CONTENTS_EVENTS } from './emitted-events.ts';
import { hooksOf, pageOf } from './internals.ts';
import { IpcMain } from './ipc-main.ts';
import { nativeImage } from './native-image.ts';
import type { NativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { pdfParams, printers, printPage } from './printing.ts';
import type { PdfOptions, PrintCallback, PrintOptions } from './printing.ts';
import { preventable } from './preventable-event.ts';
import { respond } from './respond.ts';
import { defaultSession } from './session.ts';
import type { ElectronSession } from './session.ts';
import { warnOfSilentEvents } from './silent-events.ts';
import { strict } from './strict.ts';
import { forwardPageEvents } from './web-contents-events.ts';
import { WebFrameMain } from './web-frame-main.ts';
import { checkWebPreferences } from './web-preferences.ts';
import type { WebPreferences } from './web-preferences.ts';

/** What a webContents asks of its window. */
export interface Owner {
  close(): void;
  focus(): void;
  isFocused(): boolean;
}

interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
  readonly referrer: { readonly url: string; readonly policy: string };
}
type WindowOpenHandler = (details: WindowOpenDetails) => { readonly action: 'allow' | 'deny' };

let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session: ElectronSession;
  readonly ipc = strict(new IpcMain(), 'webContents.ipc');
  readonly mainFrame: WebFrameMain;
  readonly [pageOf]: Page;
  private readonly owner: Owner;
  private windowOpenHandler: WindowOpenHandler | undefined;

  constructor(owner: Owner, preferences: WebPreferences, bounds: Bounds) {
    super();
    this.setMaxListeners(0);
    checkWebPreferences(preferences);
    this.owner = owner;
    const { session = defaultSession, javascript = true } = preferences;
    this.session = session;
    const hooks = session[hooksOf];
    const self = strict(this, 'webContents');
    this.mainFrame = strict(new WebFrameMain(self), 'WebFrameMain');
    const settings = {
      preload: preferences.preload,
      additionalArguments: preferences.additionalArguments ?? [],
      bounds,
      isDark: nativeTheme.shouldUseDarkColors,
      interceptsEverything: hooks.beforeRequest.isSet,
      runsScripts: javascript,
    };
    const page = new Page(settings, {
      mayNavigate: (url) => this.mayNavigate(url),
      onWindowWanted: (url, disposition) => this.refuseWindow(url, disposition),
      respond: (request) => respond(request, this.id, { protocol: session.protocol, hooks }),
    });
    this[pageOf] = page;
    forwardPageEvents(page, self);
    warnOfSilentEvents(this, 'webContents', WEB_CONTENTS_EVENTS);
    return self;
  }

  async loadURL(url: string): Promise<void> {
    try {
      await this[pageOf].load(url);
    } catch (error) {
      if (error instanceof LoadError) this.emit('did-fail-load', preventable({}), error.errno, error.code, url, true);
      throw error;
    }
  }
  loadFile(file: string, { search = '', hash = '' } = {}): Promise<void> {
    const url = pathToFileURL(resolve(hostState.appFolder, file));
    return this.loadURL(Object.assign(url, { search, hash }).href);
  }
  reload(): void {
    this[pageOf].reload(false);
  }
  reloadIgnoringCache(): void {
    this[pageOf].reload(true);
  }
  stop(): void {
    this[pageOf].stop();
  }
  close(): void {
    this.owner.close();
  }
  focus(): void {
    this.owner.focus();
  }

  getURL(): string {
    return this[pageOf].shown.url;
  }
  getTitle(): string {
    return this[pageOf].shown.title;
  }
  getType(): string {
    return 'window';
  }
  isLoading(): boolean {
    return this[pageOf].shown.isLoading;
  }
  isLoadingMainFrame(): boolean {
    return this[pageOf].shown.isLoading;
  }
  isFocused(): boolean {
    return this.owner.isFocused();
  }
  isDestroyed(): boolean {
    return this[pageOf].isGone;
  }
  isCrashed(): boolean {
    return this[pageOf].shown.isCrashed;
  }
  forcefullyCrashRenderer(): void {
    this[pageOf].crash();
  }
  isDevToolsOpened(): boolean {
    return false;
  }
  /** Kept from complaining: they are never open. */
  closeDevTools(): void {}
  /** Kept from complaining: no page of the stand-in can be pinched. */
  async setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {}

  send(channel: string, ...args: unknown[]): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    this[pageOf].deliver({ kind: 'event', channel, args: encode(args) });
  }
  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this[pageOf].evaluate(code, userGesture);
  }
  async capturePage(area?: Bounds): Promise<NativeImage> {
    return nativeImage.createFromBuffer(await this[pageOf].capture(area));
  }
  printToPDF(options: PdfOptions): Promise<Buffer> {
    return this[pageOf].printToPdf(pdfParams(options));
  }
  print(options: PrintOptions = {}, callback: PrintCallback = () => undefined): void {
    void printPage(this[pageOf], options, callback);
  }
  async getPrintersAsync(): Promise<ReturnType<typeof printers>> {
    return printers();
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  private mayNavigate(url: string): boolean {
    const about = { url, isSameDocument: false, isMainFrame: true, frame: this.mainFrame, initiator: this.mainFrame };
    const event = preventable(about);
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }
  private refuseWindow(url: string, disposition: string): void {
    const details = { url, frameName: '', features: '', disposition, referrer: { url: '', policy: 'default' } };
    if (this.windowOpenHandler?.(details).action === 'deny') return;
    warn(`a window for ${url} is not implemented; it is refused`);
  }
}

// BrowserWindow: a page, and what the app believes of the window around it. Nothing around the page is drawn.
import { EventEmitter } from 'node:events';
import type { Bounds } from '../chromium/page-size.ts';
import { hostState, requireReady } from '../host/host-state.ts';
import { note } from '../host/log.ts';
import { WINDOW_EVENTS } from './emitted-events.ts';
import { pageOf } from './internals.ts';
import type { NativeImage } from './native-image.ts';
import { openWindows } from './open-windows.ts';
import { preventable } from './preventable-event.ts';
import { warnOfSilentEvents } from './silent-events.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';
import type { WebPreferences } from './web-preferences.ts';
import { WindowShape } from './window-shape.ts';
import type { ShapeOptions } from './window-shape.ts';

export interface BrowserWindowOptions extends ShapeOptions {
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: WebPreferences;
}

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  private readonly shape: WindowShape;
  private title: string;
  private backgroundColor: string;
  private hasMenuBar = true;

  static getAllWindows(): BrowserWindow[] {
    return openWindows.all;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return openWindows.focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return openWindows.all.find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return openWindows.all.find((window) => window.id === id) ?? null;
  }

  constructor(options: BrowserWindowOptions = {}) {
    super();
    requireReady('BrowserWindow');
    this.setMaxListeners(0);
    warnOfSilentEvents(this, 'BrowserWindow', WINDOW_EVENTS);
    this.title = options.title ?? hostState.appName;
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.shape = new WindowShape(options);
    const self = strict(this, 'BrowserWindow');
    this.webContents = new WebContents(self, options.webPreferences ?? {}, this.shape.bounds);
    this.id = this.webContents.id;
    const page = this.webContents[pageOf];
    page.shown.once('loaded', () => this.emit('ready-to-show'));
    page.shown.on('titled', (title) => this.takePageTitle(title));
    page.once('gone', () => {
      openWindows.remove(self);
      this.emit('closed');
    });
    openWindows.add(self);
    return self;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(file: string, options?: { search?: string; hash?: string }): Promise<void> {
    return this.webContents.loadFile(file, options);
  }
  reload(): void {
    this.webContents.reload();
  }
  capturePage(area?: Bounds): Promise<NativeImage> {
    return this.webContents.capturePage(area);
  }

  close(): void {
    if (this.isDestroyed()) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.webContents[pageOf].close();
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.shape.isShown) return;
    this.shape.isShown = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.shape.isShown) return;
    this.shape.isShown = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.shape.isShown && !this.isMinimized();
  }
  focus(): void {
    if (this.isFocused()) return;
    const before = openWindows.focused;
    before?.blur();
    const self = BrowserWindow.fromId(this.id);
    if (!self) return;
    openWindows.focused = self;
    this.emit('focus');
    openWindows.emit('focused', self);
  }
  blur(): void {
    const focused = openWindows.focused;
    if (!focused || !this.isFocused()) return;
    openWindows.focused = null;
    this.emit('blur');
    openWindows.emit('blurred', focused);
  }
  isFocused(): boolean {
    return openWindows.focused?.id === this.id;
  }

  minimize(): void {
    this.shape.enter('minimized', 'minimize', this);
  }
  restore(): void {
    this.shape.enter('normal', 'restore', this);
  }
  maximize(): void {
    this.shape.isShown = true;
    this.shape.enter('maximized', 'maximize', this);
  }
  unmaximize(): void {
    this.shape.enter('normal', 'unmaximize', this);
  }
  setFullScreen(on: boolean): void {
    if (on) this.shape.enter('full screen', 'enter-full-screen', this);
    else this.shape.enter('normal', 'leave-full-screen', this);
  }
  isMinimized(): boolean {
    return this.shape.state === 'minimized';
  }
  isMaximized(): boolean {
    return this.shape.state === 'maximized';
  }
  isFullScreen(): boolean {
    return this.shape.state === 'full screen';
  }
  isNormal(): boolean {
    return this.shape.state === 'normal';
  }

  getBounds(): Bounds {
    return { ...this.shape.bounds };
  }
  getContentBounds(): Bounds {
    return this.getBounds();
  }
  getNormalBounds(): Bounds {
    return this.getBounds();
  }
  getSize(): number[] {
    return [this.shape.bounds.width, this.shape.bounds.height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  getPosition(): number[] {
    return [this.shape.bounds.x, this.shape.bounds.y];
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.shape.change(bounds, this);
    this.webContents[pageOf].setBounds(this.shape.bounds);
  }
  setContentBounds(bounds: Partial<Bounds>): void {
    this.setBounds(bounds);
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  setMinimumSize(width: number, height: number): void {
    this.shape.setMinimumSize(width, height);
  }
  getMinimumSize(): number[] {
    return this.shape.minimumSize;
  }

  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }
  getBackgroundColor(): string {
    return this.backgroundColor;
  }
  setMenuBarVisibility(visible: boolean): void {
    this.hasMenuBar = visible;
  }
  isMenuBarVisible(): boolean {
    return this.hasMenuBar;
  }
  setAutoHideMenuBar(hide: boolean): void {
    note('BrowserWindow.setAutoHideMenuBar', hide);
  }
  removeMenu(): void {
    this.hasMenuBar = false;
  }
  flashFrame(on: boolean): void {
    note('BrowserWindow.flashFrame', on);
  }
  setProgressBar(progress: number): void {
    note('BrowserWindow.setProgressBar', progress);
  }

  private takePageTitle(title: string): void {
    const event = preventable({});
    this.emit('page-title-updated', event, title, true);
    this.webContents.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.title = title;
  }
}

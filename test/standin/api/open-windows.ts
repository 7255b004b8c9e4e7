// The windows that are open, and what happens to them, for the app module to pass on.
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from './browser-window.ts';

interface WindowEvents {
  opened: [window: BrowserWindow];
  focused: [window: BrowserWindow];
  blurred: [window: BrowserWindow];
  'all closed': [];
}

class OpenWindows extends EventEmitter<WindowEvents> {
  private readonly windows = new Set<BrowserWindow>();
  focused: BrowserWindow | null = null;

  get all(): BrowserWindow[] {
    return [...this.windows];
  }
  add(window: BrowserWindow): void {
    this.windows.add(window);
    this.focused = window;
    this.emit('opened', window);
  }
  remove(window: BrowserWindow): void {
    this.windows.delete(window);
    if (this.focused === window) this.focused = null;
    // Later, so that the app has heard of the window's own end first.
    if (this.windows.size === 0) setImmediate(() => this.emit('all closed'));
  }
}

export const openWindows = new OpenWindows();

// ipcMain, and the same for a single webContents.
import { EventEmitter } from 'node:events';
import { handlersOf } from './internals.ts';
import { strict } from './strict.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrameMain } from './web-frame-main.ts';

export interface IpcEvent {
  readonly type: 'frame';
  readonly processId: number;
  readonly frameId: number;
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain;
  readonly ports: readonly never[];
}

export type InvokeHandler = (event: IpcEvent, ...args: unknown[]) => unknown;

export class IpcMain extends EventEmitter {
  readonly [handlersOf] = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this[handlersOf].has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this[handlersOf].set(channel, handler);
  }
  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return handler(...args);
    });
  }
  removeHandler(channel: string): void {
    this[handlersOf].delete(channel);
  }
}

export const ipcMain = strict(new IpcMain(), 'ipcMain');

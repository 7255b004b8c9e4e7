// Brings what a preload sends to the listeners and handlers of the app, and their answers back.
import type { Deliver } from '../chromium/preload-channel.ts';
import { describe, warn } from '../host/log.ts';
import { decodeList, encode } from '../page/codec.ts';
import type { FromPreload } from '../page/messages.ts';
import { handlersOf } from './internals.ts';
import { ipcMain } from './ipc-main.ts';
import type { IpcEvent } from './ipc-main.ts';
import { preventable } from './preventable-event.ts';
import type { WebContents } from './web-contents.ts';

type Invoke = Extract<FromPreload, { kind: 'invoke' }>;
type Send = Extract<FromPreload, { kind: 'send' }>;

function ipcEvent(sender: WebContents): IpcEvent {
  return { type: 'frame', processId: 1, frameId: 1, sender, senderFrame: sender.mainFrame, ports: [] };
}

function emitSent(sender: WebContents, { channel, args }: Send): void {
  const reply = (answerChannel: string, ...values: unknown[]): void => sender.send(answerChannel, ...values);
  const event = { ...ipcEvent(sender), reply };
  const values = decodeList(args);
  sender.emit('ipc-message', event, channel, ...values);
  sender.ipc.emit(channel, event, ...values);
  ipcMain.emit(channel, event, ...values);
}

async function answerInvoke(sender: WebContents, { id, channel, args }: Invoke, deliver: Deliver): Promise<void> {
  try {
    const handler = sender.ipc[handlersOf].get(channel) ?? ipcMain[handlersOf].get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const value: unknown = await handler(ipcEvent(sender), ...decodeList(args));
    deliver({ kind: 'resolved', id, value: encode(value) });
  } catch (error) {
    // The words of both lines are Electron's.
    process.stderr.write(`Error occurred in handler for '${channel}': ${describe(error)}\n`);
    deliver({ kind: 'rejected', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}

/** Handles one message from the preload of `sender`. */
export function dispatchIpc(sender: WebContents, message: FromPreload, deliver: Deliver): void {
  switch (message.kind) {
    case 'send':
      emitSent(sender, message);
      break;
    case 'invoke':
      void answerInvoke(sender, message, deliver);
      break;
    case 'preload-error':
      warn(`the preload failed: ${message.message}`);
      sender.emit('preload-error', preventable({}), message.script, new Error(message.message));
  }
}

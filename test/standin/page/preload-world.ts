// The preload's world, before the page's first script: the modules a sandboxed preload may require, then the preload itself.
import { createBridge } from './bridge.ts';
import { decode, decodeList, encode } from './codec.ts';
import { PreloadEventEmitter } from './event-emitter.ts';
import type { FromPreload, PreloadProcess, ToPreload } from './messages.ts';

declare const standinPost: (json: string) => void;

type PreloadScript = (exports: object, require: (name: string) => unknown, module: object, process: object) => void;

/** Throws where Electron would have an answer and the stand-in has none. */
function strictInPreload<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, property, receiver): unknown {
      if (typeof property === 'symbol' || property in object) return Reflect.get(object, property, receiver);
      throw new Error(`electron stand-in: ${name}.${property} is not implemented`);
    },
  });
}

export class IpcRenderer extends PreloadEventEmitter {
  private readonly calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private lastCall = 0;

  send(channel: string, ...args: unknown[]): void {
    post({ kind: 'send', channel, args: encode(args) });
  }
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.lastCall;
      const text = encode(args);
      this.calls.set(id, { resolve, reject });
      post({ kind: 'invoke', id, channel, args: text });
    });
  }
  private take(message: ToPreload, self: IpcRenderer): void {
    if (message.kind === 'event') {
      this.emit(message.channel, { sender: self, ports: [] }, ...decodeList(message.args));
      return;
    }
    const call = this.calls.get(message.id);
    this.calls.delete(message.id);
    if (message.kind === 'resolved') call?.resolve(decode(message.value));
    else call?.reject(new Error(message.message));
  }
  static create(): { face: IpcRenderer; take: (message: ToPreload) => void } {
    const raw = new IpcRenderer();
    const face = strictInPreload(raw, 'ipcRenderer');
    return { face, take: (message) => raw.take(message, face) };
  }
}

function post(message: FromPreload): void {
  standinPost(JSON.stringify(message));
}

function createModules(secret: string, ipcRenderer: IpcRenderer): ReadonlyMap<string, unknown> {
  const bridge = createBridge(`${secret}-to-page`, `${secret}-to-preload`, () => {
    throw new Error('the page exposes nothing');
  });
  const exposeInMainWorld = (key: string, api: unknown): void => bridge.expose(key, api);
  const contextBridge = strictInPreload({ exposeInMainWorld }, 'contextBridge');
  const electron = strictInPreload({ ipcRenderer, contextBridge }, 'electron');
  return new Map<string, unknown>([
    ['electron', electron],
    ['electron/renderer', electron],
    ['electron/common', electron],
    ['events', Object.assign(PreloadEventEmitter, { EventEmitter: PreloadEventEmitter })],
    ['timers', { setTimeout, clearTimeout, setInterval, clearInterval }],
    ['url', { URL, URLSearchParams }],
  ]);
}

/** Runs the preload `script` as Electron's sandbox does: CommonJS, with a require that knows a handful of names. */
export function startPreloadWorld(secret: string, script: string, process: PreloadProcess, run: PreloadScript): void {
  const ipc = IpcRenderer.create();
  const modules = createModules(secret, ipc.face);
  const require = (name: string): unknown => {
    const found = modules.get(name.replace(/^node:/, ''));
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  Object.defineProperty(globalThis, 'standinDeliver', { value: ipc.take });
  const module = { exports: {} };
  try {
    run(module.exports, require, module, strictInPreload(process, 'process'));
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`Unable to load preload script: ${script}\n${message}`);
    post({ kind: 'preload-error', script, message });
  }
}

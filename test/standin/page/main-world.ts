// The page's own world, before its first script: receives what the preload exposes.
import { createBridge } from './bridge.ts';

declare const window: EventTarget & { open: (...args: unknown[]) => unknown };

function deepFreeze<T>(value: T): T {
  const isContainer = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isContainer || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

/** Starts the page's end of the context bridge; `secret` names its events so that no script of the page can guess them. */
export function startMainWorld(secret: string): void {
  // Only refused pop-ups are supported, and in Electron a refused one answers null.
  const open = window.open.bind(window);
  window.open = (...args) => {
    open(...args);
    return null;
  };
  createBridge(`${secret}-to-preload`, `${secret}-to-page`, (key, api) => {
    if (Object.hasOwn(window, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(window, key, {
      value: deepFreeze(api),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
}

import type { ClockPort } from '../../core/ports.ts';
import type { PlugEvents } from './plug-events.ts';

/** As much of the package `usb` as is used. */
export type UsbEmitter = {
  readonly addAttach: (onAttached: () => void) => Promise<void>;
  readonly removeAttach: () => Promise<void>;
  readonly addDetach: (onDetached: () => void) => Promise<void>;
  readonly removeDetach: () => Promise<void>;
};

/**
 * Chosen: a USB device is announced before the system has made a HID device of it, which takes some hundred milliseconds
 * and tells nobody; and a reader must be usable within two seconds.
 */
const LOOKS_AFTER_MS = [400, 1_000, 1_800];

/**
 * Windows and macOS: the package `usb` passes on what the system says of USB devices. Its emitter is used as it is,
 * because the package's own `addEventListener` throws a failure out of a timer, where nobody can catch it.
 */
export function watchUsb(clock: ClockPort, loadEmitter: () => Promise<UsbEmitter> = loadUsbEmitter): PlugEvents {
  return {
    watch: (onChange, onFailed) => {
      const lateLooks = new Set<() => void>();
      let isOver = false;

      function tell(): void {
        if (isOver) return;
        callOff();
        onChange('devices');
        for (const delayMs of LOOKS_AFTER_MS) {
          const stop = clock.at(clock.nowMs() + delayMs, () => {
            lateLooks.delete(stop);
            onChange('devices');
          });
          lateLooks.add(stop);
        }
      }

      function callOff(): void {
        for (const stop of lateLooks) stop();
        lateLooks.clear();
      }

      async function begin(): Promise<UsbEmitter> {
        const emitter = await loadEmitter();
        await emitter.addAttach(tell);
        await emitter.addDetach(tell);
        return emitter;
      }

      const watching = begin();
      watching.catch(() => {
        if (!isOver) onFailed();
      });
      return () => {
        isOver = true;
        callOff();
        void watching.then(end).catch(() => undefined);
      };
    },
  };
}

async function loadUsbEmitter(): Promise<UsbEmitter> {
  const { Emitter } = await import('usb/index.js');
  return new Emitter();
}

async function end(emitter: UsbEmitter): Promise<void> {
  await emitter.removeAttach();
  await emitter.removeDetach();
}

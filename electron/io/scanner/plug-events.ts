import type { ClockPort } from '../../core/ports.ts';
import { watchDevFolder } from './watch-dev-folder.ts';
import { watchUsb } from './watch-usb.ts';

/** `devices`: something was plugged in or pulled. `rights`: who may open something may have changed. */
export type PlugChange = 'devices' | 'rights';

/** What the operating system says of itself, so that nobody has to ask again and again. */
export type PlugEvents = {
  /**
   * Tells of every change until the returned way out is taken. `onFailed`: it cannot be watched, now or any more; that may
   * be told before this call returns.
   */
  readonly watch: (onChange: (change: PlugChange) => void, onFailed: () => void) => () => void;
};

export function systemPlugEvents(clock: ClockPort, platform: NodeJS.Platform = process.platform): PlugEvents {
  return platform === 'linux' ? watchDevFolder() : watchUsb(clock);
}

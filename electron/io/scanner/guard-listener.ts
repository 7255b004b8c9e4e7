import type { ReaderListener } from '../../core/ports.ts';

/**
 * A listener whose exceptions are told as what they are: bugs of the listener. node-hid would take one for a broken device,
 * and one out of a timer would end the process.
 */
export function guardListener(listener: ReaderListener): ReaderListener {
  return {
    onAttached: guard(listener.onAttached),
    onDetached: guard(listener.onDetached),
    onReport: guard(listener.onReport),
    onTrouble: guard(listener.onTrouble),
    onSerialNumber: guard(listener.onSerialNumber),
    onDevices: guard(listener.onDevices),
  };
}

function guard<Told extends readonly unknown[]>(tell: (...told: Told) => void): (...told: Told) => void {
  return (...told) => {
    try {
      tell(...told);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
}

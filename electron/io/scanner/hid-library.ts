import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';

/** As much of node-hid as is used, so that a device of a test can stand in its place. */
export type HidDevice = {
  readonly path?: string | undefined;
  readonly vendorId: number;
  readonly productId: number;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly product?: string | undefined;
  readonly manufacturer?: string | undefined;
};

export type HidHandle = {
  readonly on: (event: 'data' | 'error', listener: (value: Buffer) => void) => unknown;
  readonly close: () => Promise<void>;
  /** The first byte is the report id, or 0 where the device numbers no reports. */
  readonly sendFeatureReport: (bytes: number[]) => Promise<unknown>;
  /** `lengthBytes` with the report id, which stands first in the answer. */
  readonly getFeatureReport: (reportId: number, lengthBytes: number) => Promise<Uint8Array>;
};

export type HidLibrary = {
  readonly listDevices: () => Promise<readonly HidDevice[]>;
  readonly open: (path: string) => Promise<HidHandle>;
};

/**
 * Loads node-hid. `reader-library-missing`: its native part cannot be loaded, most often because libusb-1.0 is not
 * installed, which also the hidraw driver needs.
 */
export async function loadHidLibrary(): Promise<Result<HidLibrary>> {
  try {
    const { default: hid } = await import('node-hid');
    // The native part is loaded by the first call, not by the import.
    hid.getHidapiVersion();
    return ok({
      listDevices: () => hid.devicesAsync(),
      open: async (path) => closingLater(await hid.HIDAsync.open(path, { nonExclusive: true })),
    });
  } catch (error) {
    return refuse('reader-library-missing', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** node-hid begins to read in the tick after the first listener; closed before that, it throws outside of every promise. */
function closingLater(handle: HidHandle): HidHandle {
  return {
    on: (event, listener) => handle.on(event, listener),
    close: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      await handle.close();
    },
    sendFeatureReport: (bytes) => handle.sendFeatureReport(bytes),
    getFeatureReport: (reportId, lengthBytes) => handle.getFeatureReport(reportId, lengthBytes),
  };
}

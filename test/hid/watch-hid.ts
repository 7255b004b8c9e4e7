import type { HidHandle, HidLibrary } from '../../electron/io/scanner/hid-library.ts';

/** The HID library with somebody who looks on: what was asked of it, and what has not been given back. */
export type WatchedHid = {
  readonly library: HidLibrary;
  /** How often the list of devices was asked for. */
  readonly listings: () => number;
  /** The paths that were opened, in their order. */
  readonly openings: readonly string[];
  readonly openHandles: () => number;
  /** The handles that are still in memory, closed or not, and the listeners on them. */
  readonly kept: () => { readonly handles: number; readonly listeners: number };
};

export function watchHid(hid: HidLibrary, onClosed: () => void): WatchedHid {
  const openings: string[] = [];
  const handles: { readonly handle: WeakRef<HidHandle>; listeners: number }[] = [];
  let listings = 0;
  let openHandles = 0;

  async function open(path: string): Promise<HidHandle> {
    openings.push(path);
    const opened = await hid.open(path);
    openHandles += 1;
    const known = { handle: new WeakRef(opened), listeners: 0 };
    handles.push(known);
    return {
      on: (event, listener) => {
        known.listeners += 1;
        return opened.on(event, listener);
      },
      close: async () => {
        await opened.close();
        openHandles -= 1;
        onClosed();
      },
      sendFeatureReport: opened.sendFeatureReport,
      getFeatureReport: opened.getFeatureReport,
    };
  }

  return {
    library: {
      listDevices: () => {
        listings += 1;
        return hid.listDevices();
      },
      open,
    },
    listings: () => listings,
    openings,
    openHandles: () => openHandles,
    kept: () => {
      const inMemory = handles.filter(({ handle }) => handle.deref() !== undefined);
      return {
        handles: inMemory.length,
        listeners: inMemory.reduce((sum, { listeners }) => sum + listeners, 0),
      };
    },
  };
}

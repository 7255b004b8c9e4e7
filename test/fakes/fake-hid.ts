import type { HidDevice, HidHandle, HidLibrary } from '../../electron/io/scanner/hid-library.ts';
import type { FeatureReports } from './fake-yubikey.ts';

/** A scanner as the operating system lists it; `entries`, where it has more than one top-level collection. */
export type FakeDevice = HidDevice & { readonly path: string };

export type FakeHid = {
  readonly library: HidLibrary;
  /** Puts a device in the list; the same path again is another entry of the same device. */
  readonly plug: (device: FakeDevice) => void;
  /** Pulls the cable: the device leaves the list, and its open handles hear of it once. */
  readonly unplug: (path: string) => void;
  /** Takes the device out of the list, and nobody hears of it. */
  readonly vanish: (path: string) => void;
  /** An input report for every open handle. The library uses one buffer for all of them, over and over. */
  readonly send: (path: string, bytes: Uint8Array) => void;
  /** Why opening this path fails from now on; `null`: it does not. */
  readonly refuseOpening: (path: string, words: string | null) => void;
  /** Openings wait until they are let through. */
  readonly holdOpening: () => { readonly release: () => void };
  readonly holdListing: () => { readonly release: () => void };
  readonly holdClosing: () => { readonly release: () => void };
  readonly failNextListing: () => void;
  /** Closing rejects, as it does where the device is gone. */
  readonly failClosing: (path: string) => void;
  /** Takes feature reports at this path; without it they are refused. */
  readonly answerFeatures: (path: string, features: FeatureReports) => void;
  readonly openCount: (path: string) => number;
  /** How many handles are open at all. */
  readonly handlesOpen: () => number;
  /** How many handles of one path have been open, or on the way to it, at the same time. */
  readonly mostHandlesAtOnce: () => number;
  /** How often opening was asked for, whatever became of it. */
  readonly openings: (path: string) => number;
  readonly listings: () => number;
  /** Open handles hear of an error, while the device stays in the list. */
  readonly breakHandles: (path: string) => void;
  /** Handles that are open now say nothing any more, as after the computer slept. */
  readonly deafen: () => void;
  /** How many listeners the open handles have. */
  readonly listenersOn: (path: string) => number;
  /** Makes the handle that was opened first say once more that it is broken. */
  readonly repeatError: (path: string) => void;
};

type Handle = HidHandle & {
  readonly path: string;
  isOpen: boolean;
  isDeaf: boolean;
  readonly listenerCount: () => number;
  readonly emit: (event: 'data' | 'error', value: Buffer | string) => void;
};

/** The HID library of a bench whose devices are plugged and pulled by hand. It behaves as node-hid 3.4 was seen to. */
export function createFakeHid(): FakeHid {
  let devices: readonly FakeDevice[] = [];
  const refusals = new Map<string, string>();
  const brokenClosings = new Set<string>();
  let handles: readonly Handle[] = [];
  const openings = new Map<string, number>();
  const features = new Map<string, FeatureReports>();
  const buffer = Buffer.alloc(64);
  const opening = new Map<string, number>();
  let mostHandlesAtOnce = 0;
  let listings = 0;
  let failsListing = false;
  let openingGate: Promise<void> = Promise.resolve();
  let listingGate: Promise<void> = Promise.resolve();
  let closingGate: Promise<void> = Promise.resolve();

  function createHandle(path: string): Handle {
    const listeners: { readonly event: string; readonly listener: (value: Buffer) => void }[] = [];
    const handle: Handle = {
      path,
      isOpen: true,
      isDeaf: false,
      listenerCount: () => listeners.length,
      on: (event, listener) => listeners.push({ event, listener }),
      close: async () => {
        if (brokenClosings.has(path)) throw new Error('No such device');
        await closingGate;
        handle.isOpen = false;
      },
      sendFeatureReport: async (bytes) => featuresOf(handle).set(bytes),
      getFeatureReport: async (reportId, lengthBytes) => Uint8Array.from(featuresOf(handle).get(reportId, lengthBytes)),
      emit: (event, value) => {
        if (handle.isDeaf) return;
        // Observed: node-hid 3.4.0: the value of an error is a text, and a listener that throws makes an error of its own.
        try {
          for (const known of listeners) if (known.event === event) known.listener(value as Buffer);
        } catch (error) {
          if (event === 'error') throw error;
          handle.emit('error', String(error));
        }
      },
    };
    return handle;
  }

  function featuresOf({ isOpen, path }: Handle): FeatureReports {
    if (!isOpen) throw new Error('device has been closed');
    if (!devices.some((device) => device.path === path)) throw new Error('No such device');
    const found = features.get(path);
    if (!found) throw new Error('ioctl (GFEATURE): Input/output error');
    return found;
  }

  const openHandles = (path: string): readonly Handle[] =>
    handles.filter((handle) => handle.path === path && handle.isOpen);

  return {
    library: {
      listDevices: async () => {
        listings += 1;
        await listingGate;
        if (failsListing) {
          failsListing = false;
          throw new Error('cannot enumerate');
        }
        return devices;
      },
      open: async (path) => {
        openings.set(path, (openings.get(path) ?? 0) + 1);
        opening.set(path, (opening.get(path) ?? 0) + 1);
        mostHandlesAtOnce = Math.max(mostHandlesAtOnce, (opening.get(path) ?? 0) + openHandles(path).length);
        await openingGate;
        opening.set(path, (opening.get(path) ?? 0) - 1);
        const words = refusals.get(path);
        if (words !== undefined) throw new Error(words);
        if (!devices.some((device) => device.path === path)) throw new Error('could not open HID device');
        const handle = createHandle(path);
        handles = [...handles, handle];
        return handle;
      },
    },
    plug: (device) => {
      devices = [...devices, device];
    },
    unplug: (path) => {
      devices = devices.filter((device) => device.path !== path);
      for (const handle of openHandles(path)) handle.emit('error', 'could not read from HID device');
    },
    vanish: (path) => {
      devices = devices.filter((device) => device.path !== path);
    },
    send: (path, bytes) => {
      for (const handle of openHandles(path)) {
        buffer.set(bytes);
        handle.emit('data', buffer.subarray(0, bytes.length));
        buffer.fill(0);
      }
    },
    refuseOpening: (path, words) => {
      if (words === null) refusals.delete(path);
      else refusals.set(path, words);
    },
    holdOpening: () => {
      const { gate, release } = createGate();
      openingGate = gate;
      return { release };
    },
    holdListing: () => {
      const { gate, release } = createGate();
      listingGate = gate;
      return { release };
    },
    holdClosing: () => {
      const { gate, release } = createGate();
      closingGate = gate;
      return { release };
    },
    failNextListing: () => {
      failsListing = true;
    },
    failClosing: (path) => {
      brokenClosings.add(path);
    },
    answerFeatures: (path, answers) => {
      features.set(path, answers);
    },
    handlesOpen: () => handles.filter(({ isOpen }) => isOpen).length,
    mostHandlesAtOnce: () => mostHandlesAtOnce,
    openCount: (path) => openHandles(path).length,
    openings: (path) => openings.get(path) ?? 0,
    listings: () => listings,
    breakHandles: (path) => {
      for (const handle of openHandles(path)) handle.emit('error', 'could not read from HID device');
    },
    deafen: () => {
      for (const handle of handles) handle.isDeaf = true;
    },
    listenersOn: (path) => openHandles(path).reduce((sum, { listenerCount }) => sum + listenerCount(), 0),
    repeatError: (path) => {
      handles.find((handle) => handle.path === path)?.emit('error', 'could not read from HID device');
    },
  };
}

function createGate(): { readonly gate: Promise<void>; readonly release: () => void } {
  let release = (): void => undefined;
  const gate = new Promise<void>((open) => {
    release = open;
  });
  return { gate, release };
}

/** A Point-of-Sale scanner, as hidapi lists one. */
export function fakeScanner(path: string, more: Partial<Omit<HidDevice, 'path'>> = {}): FakeDevice {
  return {
    path,
    vendorId: 0x0c2e,
    productId: 0x0b87,
    usagePage: 0x8c,
    usage: 0x02,
    manufacturer: 'Honeywell',
    product: 'Voyager 1602g',
    ...more,
  };
}

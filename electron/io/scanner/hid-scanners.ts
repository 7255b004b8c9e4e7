import type { Problem } from '../../contract/problem.ts';
import type { ClockPort, DevicesPort, ReaderPort } from '../../core/ports.ts';
import { refuse } from '../../core/result.ts';
import { createDeviceOpener } from './device-opener.ts';
import { guardListener } from './guard-listener.ts';
import type { HidLibrary } from './hid-library.ts';
import { readListing } from './list-devices.ts';
import { systemPlugEvents, type PlugEvents } from './plug-events.ts';
import { readDescriptor } from './read-descriptor.ts';
import { readSocket } from './read-socket.ts';
import { createKeyGiver } from './reader-keys.ts';
import type { BenchReaders } from './reader-use.ts';
import { createScannerSession, type ScannerSession } from './scanner-session.ts';
import { switchToPos } from './switch-to-pos.ts';

export type HidScannerParts = {
  readonly hid: HidLibrary;
  readonly clock: ClockPort;
  readonly plugEvents?: PlugEvents;
  readonly describe?: (path: string) => Uint8Array | null;
  readonly socketOf?: (path: string) => string;
  readonly platform?: NodeJS.Platform;
};

/** The readers and tokens on the HID bus: bar code scanners, token readers, scanners that type, tokens that tell a number. */
export function createHidScanners(parts: HidScannerParts): ReaderPort & DevicesPort {
  const { hid, clock, describe = readDescriptor, socketOf = readSocket, platform = process.platform } = parts;
  const plugEvents = parts.plugEvents ?? systemPlugEvents(clock, platform);
  const opener = createDeviceOpener(hid, platform);
  const giveKeys = createKeyGiver();
  let bench: BenchReaders = { typingScanners: [], readerProfiles: [] };
  let session: ScannerSession | null = null;

  async function stop(): Promise<void> {
    const ending = session;
    session = null;
    await ending?.end();
  }

  return {
    start: async (listener) => {
      const before = session;
      const begun = createScannerSession({
        hid,
        clock,
        opener,
        plugEvents,
        giveKeys,
        readListing: (devices) =>
          readListing(devices, { bench, platform, describe: (path) => describe(path), socketOf }),
        listener: guardListener(listener),
      });
      session = begun;
      await before?.end();
      await begun.begin();
    },
    stop,
    lookAgain: async () => {
      await session?.look('afresh');
    },
    configure: async ({ typingScanners, readerProfiles }) => {
      bench = { typingScanners, readerProfiles };
      await session?.look('devices');
    },
    switchToHidPos: (deviceKey) =>
      switchToPos(deviceKey, {
        entries: session?.entries() ?? [],
        slotAt: (path) => session?.slotAt(path),
        socketOf,
        describe: (path) => describe(path),
        opener,
      }),
  };
}

/** Stands in where the HID library cannot be loaded: the window shows why no scanner is there. */
export function createMissingScanners(problem: Problem): ReaderPort & DevicesPort {
  return {
    start: (listener) => {
      listener.onTrouble({ readerKey: 'hid', name: '' }, problem);
      listener.onDevices([]);
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
    lookAgain: () => Promise.resolve(),
    configure: () => Promise.resolve(),
    switchToHidPos: () => Promise.resolve(refuse('reader-gone')),
  };
}

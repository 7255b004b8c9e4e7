import type { ClockPort, ReaderListener } from '../../core/ports.ts';
import { describeDevices } from './device-facts.ts';
import type { DeviceOpener } from './device-opener.ts';
import type { HidDevice, HidLibrary } from './hid-library.ts';
import type { ListedEntry, Listing, UsedDevice } from './list-devices.ts';
import { createLookout, type LookReason } from './lookout.ts';
import type { PlugEvents } from './plug-events.ts';
import type { createKeyGiver } from './reader-keys.ts';
import { createSlotLife } from './slot-life.ts';
import { createSlot, type Slot } from './slot.ts';

/** Chosen: as often as it is looked where no events are. */
const LIST_AGAIN_MS = 1_500;

export type SessionParts = {
  readonly hid: HidLibrary;
  readonly clock: ClockPort;
  readonly opener: DeviceOpener;
  readonly plugEvents: PlugEvents;
  readonly readListing: (devices: readonly HidDevice[]) => Listing;
  readonly giveKeys: ReturnType<typeof createKeyGiver>;
  /** Does not throw. */
  readonly listener: ReaderListener;
};

/** The devices between a start and its stop. */
export type ScannerSession = {
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  readonly look: (reason: LookReason) => Promise<void>;
  readonly entries: () => readonly ListedEntry[];
  readonly slotAt: (path: string) => Slot | undefined;
};

export function createScannerSession(parts: SessionParts): ScannerSession {
  const { hid, clock, opener, plugEvents, readListing, giveKeys, listener } = parts;
  const slots = new Map<string, Slot>();
  let entries: readonly ListedEntry[] = [];
  let isFirstList = true;
  let isOver = false;
  let toldDevices = '';
  const lookout = createLookout({
    clock,
    plugEvents,
    look,
    careForRights: () => [...slots.values()].some(({ phase }) => phase === 'blocked'),
  });
  const life = createSlotLife({
    clock,
    opener,
    slots,
    listener,
    lookWithin: lookout.lookWithin,
    onChanged: tellDevices,
  });

  async function look(reason: LookReason): Promise<void> {
    if (reason === 'afresh') for (const slot of slots.values()) life.closeToReopen(slot);
    const devices = await hid.listDevices().catch(() => null);
    if (isOver) return;
    if (devices) takeIn(readListing(devices));
    // A list that fails says nothing about the readers that are there.
    else lookout.lookWithin(LIST_AGAIN_MS);
    if (reason !== 'regular' && reason !== 'retry') life.forgetFailures();
    for (const slot of slots.values()) if (isDue(slot, reason)) life.bring(slot);
    tellDevices();
  }

  function takeIn(listing: Listing): void {
    entries = listing.entries;
    const isThere = (slot: Slot): boolean => listing.used.some((device) => isSame(device, slot.device));
    for (const slot of slots.values()) if (!isThere(slot)) life.drop(slot);
    const newcomers = listing.used.filter(({ path }) => !slots.has(path));
    const keys = giveKeys(newcomers, [...slots.values()]);
    for (const device of newcomers) {
      slots.set(device.path, createSlot(device, keys.get(device.path) ?? device.path, isFirstList));
    }
    isFirstList = false;
  }

  /** Rights do not come by waiting, and whoever gives them is heard. */
  function isDue({ phase, problem, retryAtMs }: Slot, reason: LookReason): boolean {
    if (phase === 'new') return true;
    if (phase !== 'blocked') return false;
    if (reason === 'retry') return retryAtMs !== null && retryAtMs <= clock.nowMs();
    return reason !== 'regular' || problem?.code !== 'reader-permission-denied' || !lookout.hasEvents();
  }

  function tellDevices(): void {
    // What is being opened is told once it is known what became of it.
    if ([...slots.values()].some(({ phase, problem }) => phase === 'opening' && !problem)) return;
    const devices = describeDevices(entries, slots);
    const text = JSON.stringify(devices);
    if (text === toldDevices) return;
    toldDevices = text;
    listener.onDevices(devices);
  }

  async function lookAndSettle(lookOnce: Promise<void>): Promise<void> {
    await lookOnce;
    await life.settled();
  }

  return {
    begin: () => lookAndSettle(lookout.begin()),
    look: (reason) => lookAndSettle(lookout.lookNow(reason)),
    entries: () => entries,
    slotAt: (path) => slots.get(path),
    end: async () => {
      isOver = true;
      lookout.end();
      await life.end();
    },
  };
}

function isSame(one: UsedDevice, other: UsedDevice): boolean {
  return one.path === other.path && one.identity === other.identity;
}

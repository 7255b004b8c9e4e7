import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import type { ClockPort, ReaderInfo, ReaderListener } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { askYubikey } from './ask-yubikey.ts';
import type { DeviceOpener } from './device-opener.ts';
import type { HidHandle } from './hid-library.ts';
import { POS_COMMAND } from './pos-command.ts';
import { readerOf, type Slot } from './slot.ts';
import { createWaits } from './waits.ts';

/** Chosen: rights are set by udev some ten milliseconds after the node appears, and on a slow machine after seconds. */
const TRY_AGAIN_MS = [500, 1_000, 2_000];
/** Chosen: opening takes a few milliseconds; the others must not wait for one that hangs. */
const OPENING_LIMIT_MS = 1_500;

export type SlotLifeParts = {
  readonly clock: ClockPort;
  readonly opener: DeviceOpener;
  /** The devices that are used, by their paths. What is taken out of here is not cared for any more. */
  readonly slots: Map<string, Slot>;
  /** Does not throw. */
  readonly listener: ReaderListener;
  readonly lookWithin: (delayMs: number) => void;
  /** Something about the devices has become different. */
  readonly onChanged: () => void;
};

/** What is done with a device from its first list to its last. */
export type SlotLife = {
  /** Opens it, or asks it for its number. */
  readonly bring: (slot: Slot) => void;
  readonly drop: (slot: Slot) => void;
  readonly closeToReopen: (slot: Slot) => void;
  readonly forgetFailures: () => void;
  /** What is being opened is open, or is known not to be. */
  readonly settled: () => Promise<void>;
  readonly end: () => Promise<void>;
};

export function createSlotLife(parts: SlotLifeParts): SlotLife {
  const { clock, opener, slots, listener, lookWithin, onChanged } = parts;
  /** How often a reader broke off since something last changed. */
  const losses = new Map<string, number>();
  const waits = createWaits(clock);
  const openings = new Set<Promise<void>>();
  const closings = new Set<Promise<void>>();

  function bring(slot: Slot): void {
    const { use, serialNumber } = slot.device;
    // A token that was there before anybody came was handed over by nobody: most often it is the operator's own.
    if (use.kind === 'token' && slot.isFromStart) {
      slot.phase = 'done';
      return;
    }
    slot.phase = 'opening';
    slot.retryAtMs = null;
    if (use.kind === 'unreadable') return block(slot, use.problem);
    if (use.kind === 'token' && use.serialFrom === 'usb') return tellSerial(slot, usbSerial(serialNumber));
    const limit = waits.begin(OPENING_LIMIT_MS);
    const opened = open(slot).finally(limit.stop);
    const waited = limit.done.then(() => {
      if (isCurrent(slot) && slot.phase === 'opening') tellSlow(slot);
    });
    const opening = Promise.race([opened, waited]);
    openings.add(opening);
    void opening.finally(() => openings.delete(opening));
  }

  async function open(slot: Slot): Promise<void> {
    const { path, use } = slot.device;
    const opened = await opener.open(path, () => isCurrent(slot));
    if (!opened || !isCurrent(slot)) return;
    if (!opened.ok) return block(slot, opened.problem);
    slot.handle = opened.value;
    if (use.kind === 'reports') {
      attach(slot, opened.value, use.layout);
      // A scanner that refuses it may report all the same.
      if (use.takesPosCommand) opened.value.sendFeatureReport([...POS_COMMAND]).catch(() => undefined);
      return;
    }
    if (use.kind === 'keys') return attach(slot, opened.value, 'keys');
    const serial = await askYubikey(opened.value, (delayMs) => waits.begin(delayMs).done);
    await release(slot);
    if (isCurrent(slot)) tellSerial(slot, serial);
  }

  function attach(slot: Slot, handle: HidHandle, layout: ReaderInfo['layout']): void {
    const { readerKey } = slot;
    slot.phase = 'reading';
    slot.problem = null;
    slot.toldTrouble = null;
    // After the computer slept it is the same reader, and nobody pulled it.
    if (!slot.isAnnounced) listener.onAttached({ ...readerOf(slot), layout });
    slot.isAnnounced = true;
    handle.on('data', (bytes) => {
      if (slot.handle === handle) listener.onReport({ readerKey, bytes: new Uint8Array(bytes), atMs: clock.nowMs() });
    });
    // A handle may fail twice; by then another one may be in its place.
    handle.on('error', () => {
      if (slot.handle === handle) lose(slot);
    });
    onChanged();
  }

  function tellSerial(slot: Slot, serial: Result<string>): void {
    const { readerKey, device } = slot;
    slot.phase = 'done';
    slot.problem = serial.ok ? null : serial.problem;
    if (!serial.ok) tellTrouble(slot, serial.problem);
    else {
      if (slot.toldTrouble) listener.onDetached(readerKey);
      slot.toldTrouble = null;
      listener.onSerialNumber({ readerKey, name: device.name }, serial.value, clock.nowMs());
    }
    onChanged();
  }

  function block(slot: Slot, problem: Problem): void {
    const tryAgainMs = problem.code === 'reader-permission-denied' ? TRY_AGAIN_MS[slot.failures] : undefined;
    // Whoever gives the rights may be about to: the first refusal of a device that has just come is not told.
    const mayPass = tryAgainMs !== undefined && slot.failures === 0 && !slot.isFromStart && !slot.isAnnounced;
    slot.phase = 'blocked';
    slot.problem = problem;
    slot.failures += 1;
    takeBack(slot);
    if (tryAgainMs !== undefined) {
      slot.retryAtMs = clock.nowMs() + tryAgainMs;
      lookWithin(tryAgainMs);
    }
    if (!mayPass) tellTrouble(slot, problem);
    onChanged();
  }

  function tellSlow(slot: Slot): void {
    takeBack(slot);
    slot.problem = { code: 'reader-unavailable', detail: `no answer to opening for ${OPENING_LIMIT_MS} ms` };
    tellTrouble(slot, slot.problem);
    onChanged();
  }

  /** What was announced and cannot be read any more is no reader. */
  function takeBack(slot: Slot): void {
    if (slot.isAnnounced) listener.onDetached(slot.readerKey);
    slot.isAnnounced = false;
  }

  /** Once, however often it is tried. What only types is no trouble: its keys come through the window. */
  function tellTrouble(slot: Slot, problem: Problem): void {
    const { readerKey, device } = slot;
    if (device.use.kind === 'keys' || slot.toldTrouble === problem.code) return;
    slot.toldTrouble = problem.code;
    listener.onTrouble({ readerKey, name: device.name }, problem);
  }

  function lose(slot: Slot): void {
    drop(slot);
    onChanged();
    const times = losses.get(slot.readerKey) ?? 0;
    losses.set(slot.readerKey, times + 1);
    const lookAgainMs = TRY_AGAIN_MS[times];
    if (lookAgainMs !== undefined) lookWithin(lookAgainMs);
  }

  function drop(slot: Slot): void {
    slots.delete(slot.device.path);
    void release(slot);
    if (slot.isAnnounced || slot.toldTrouble) listener.onDetached(slot.readerKey);
  }

  function closeToReopen(slot: Slot): void {
    if (slot.phase !== 'reading') return;
    slot.phase = 'new';
    void release(slot);
  }

  async function release(slot: Slot): Promise<void> {
    const { handle } = slot;
    slot.handle = null;
    if (handle) await close(slot.device.path, handle);
  }

  async function close(path: string, handle: HidHandle): Promise<void> {
    const closing = opener.close(path, handle);
    closings.add(closing);
    await closing;
    closings.delete(closing);
  }

  function isCurrent(slot: Slot): boolean {
    return slots.get(slot.device.path) === slot;
  }

  return {
    bring,
    drop,
    closeToReopen,
    forgetFailures: () => {
      losses.clear();
      for (const slot of slots.values()) slot.failures = 0;
    },
    settled: async () => {
      await Promise.all(openings);
    },
    end: async () => {
      waits.end();
      // An open handle with a listener keeps the process alive.
      for (const slot of slots.values()) void release(slot);
      slots.clear();
      await Promise.all(closings);
    },
  };
}

function usbSerial(serialNumber: string | null): Result<string> {
  if (serialNumber !== null) return ok(serialNumber);
  return refuse('token-serial-unreadable', { detail: 'no serial number in its USB descriptor' });
}

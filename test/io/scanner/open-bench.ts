import type { DevicesPort, ReaderPort } from '../../../electron/core/ports.ts';
import { createHidScanners, type HidScannerParts } from '../../../electron/io/scanner/hid-scanners.ts';
import { createFakeHid, type FakeHid } from '../../fakes/fake-hid.ts';
import { createHandClock, type HandClock } from '../../fakes/hand-clock.ts';
import { takeNotes, type ReaderNotes } from '../../fakes/reader-notes.ts';
import { createHandPlugEvents, type HandPlugEvents } from '../../fakes/hand-plug-events.ts';

export type ScannerBench = {
  readonly hid: FakeHid;
  readonly hand: HandClock;
  readonly events: HandPlugEvents;
  readonly port: ReaderPort & DevicesPort;
  readonly notes: ReaderNotes;
  readonly start: () => Promise<void>;
  /** The system says that something was plugged in or pulled, and the port looks. */
  readonly change: () => Promise<void>;
  readonly moveBy: (byMs: number) => Promise<void>;
};

/** Sockets are named after the paths, so that a test can put a device with another path into the same one. */
export function openBench(more: Partial<HidScannerParts> = {}): ScannerBench {
  const hid = createFakeHid();
  const hand = createHandClock();
  const events = createHandPlugEvents();
  const port = createHidScanners({
    hid: hid.library,
    clock: hand.clock,
    plugEvents: events.plugEvents,
    describe: () => null,
    socketOf: (path) => path,
    platform: 'linux',
    ...more,
  });
  const notes = takeNotes();
  const moveBy = async (byMs: number): Promise<void> => {
    hand.moveBy(byMs);
    await turn();
  };
  return {
    hid,
    hand,
    events,
    port,
    notes,
    moveBy,
    start: () => port.start(notes.listener),
    change: async () => {
      events.tell('devices');
      await moveBy(50);
    },
  };
}

/** Lets everything happen that needs no time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

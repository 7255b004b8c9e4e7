import { createHidScanners } from '../../../electron/io/scanner/hid-scanners.ts';
import type { ReaderPort } from '../../../electron/core/ports.ts';
import { createFakeHid, type FakeHid } from '../../fakes/fake-hid.ts';
import { createHandClock, type HandClock } from '../../fakes/hand-clock.ts';
import { takeNotes, type ReaderNotes } from '../../fakes/reader-notes.ts';

export type ScannerBench = {
  readonly hid: FakeHid;
  readonly hand: HandClock;
  readonly port: ReaderPort;
  readonly notes: ReaderNotes;
  readonly start: () => Promise<void>;
  /** Lets the port look at the sockets again. */
  readonly lookAgain: () => Promise<void>;
};

export function openBench(): ScannerBench {
  const hid = createFakeHid();
  const hand = createHandClock();
  const port = createHidScanners(hid.library, hand.clock);
  const notes = takeNotes();
  return {
    hid,
    hand,
    port,
    notes,
    start: () => port.start(notes.listener),
    lookAgain: async () => {
      hand.moveBy(1_500);
      await turn();
    },
  };
}

/** Lets everything happen that needs no time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

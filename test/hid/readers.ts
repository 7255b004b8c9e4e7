import type { Event } from '../../electron/core/event.ts';
import type { RawReport, ReaderListener } from '../../electron/core/ports.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { type HidLibrary, loadHidLibrary } from '../../electron/io/scanner/hid-library.ts';
import { createHidScanners } from '../../electron/io/scanner/hid-scanners.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import { takeNotes, type ReaderNotes } from '../fakes/reader-notes.ts';
import { type Changes, createChanges } from './changes.ts';
import { watchHid, type WatchedHid } from './watch-hid.ts';

/** The app's own way from the kernel to events: node-hid, the scanner port, the scan line. */
export type Readers = Pick<ReaderNotes, 'lines' | 'attached' | 'reports' | 'troubles'> &
  Omit<WatchedHid, 'library'> & {
    readonly until: Changes['until'];
    readonly events: readonly Event[];
    readonly stop: () => Promise<void>;
  };

export async function startReaders(onEvent: (event: Event) => void = () => undefined): Promise<Readers> {
  const changes = createChanges();
  const { library, ...watched } = watchHid(await loadHid(), changes.tell);
  const notes = takeNotes();
  const events: Event[] = [];
  const scanLine = createScanLine();
  const read = (report: RawReport): void => {
    for (const event of scanLine.read(report)) {
      events.push(event);
      onEvent(event);
    }
  };
  const port = createHidScanners(library, systemClock);
  await port.start(
    join([
      notes.listener,
      { onAttached: scanLine.attach, onDetached: scanLine.detach, onReport: read, onTrouble: () => undefined },
      { onAttached: changes.tell, onDetached: changes.tell, onReport: changes.tell, onTrouble: changes.tell },
    ]),
  );
  return { ...notes, ...watched, events, until: changes.until, stop: port.stop };
}

export async function loadHid(): Promise<HidLibrary> {
  const hid = await loadHidLibrary();
  if (!hid.ok) throw new Error(hid.problem.detail);
  return hid.value;
}

/** One listener that tells each of several, in their order. */
function join(listeners: readonly ReaderListener[]): ReaderListener {
  return {
    onAttached: (reader) => {
      for (const listener of listeners) listener.onAttached(reader);
    },
    onDetached: (readerKey) => {
      for (const listener of listeners) listener.onDetached(readerKey);
    },
    onReport: (report) => {
      for (const listener of listeners) listener.onReport(report);
    },
    onTrouble: (reader, problem) => {
      for (const listener of listeners) listener.onTrouble(reader, problem);
    },
  };
}

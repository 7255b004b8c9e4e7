import { decideScan, decideTrouble } from '../../electron/core/decide-scan.ts';
import type { Event } from '../../electron/core/event.ts';
import type { DevicesPort, ReaderListener } from '../../electron/core/ports.ts';
import { EMPTY_STATE } from '../../electron/core/state.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { type HidLibrary, loadHidLibrary } from '../../electron/io/scanner/hid-library.ts';
import { createHidScanners } from '../../electron/io/scanner/hid-scanners.ts';
import type { HeardScan } from '../../electron/main/heard-scan.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import { takeNotes, type ReaderNotes } from '../fakes/reader-notes.ts';
import { type Changes, createChanges } from './changes.ts';
import { watchHid, type WatchedHid } from './watch-hid.ts';

/** The app's own way from the kernel to events: node-hid, the scanner port, the scan line. */
export type Readers = Pick<ReaderNotes, 'lines' | 'attached' | 'reports' | 'troubles' | 'serialNumbers' | 'devices'> &
  DevicesPort &
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
  const onScan = (heard: HeardScan): void => {
    const event = eventOf(heard);
    events.push(event);
    onEvent(event);
    changes.tell();
  };
  const scanLine = createScanLine({ clock: systemClock, siteRules: () => [], onScan });
  const port = createHidScanners({ hid: library, clock: systemClock });
  const reading = { ...tellAll(() => undefined), onAttached: scanLine.attach, onDetached: scanLine.detach };
  await port.start(join([notes.listener, { ...reading, onReport: scanLine.read }, tellAll(changes.tell)]));
  return { ...notes, ...watched, ...port, events, until: changes.until };
}

/** The same and nothing beside it, for what is measured. Answers the way to stop. */
export async function readScans(
  hid: HidLibrary,
  { onReport, onScan }: { readonly onReport?: () => void; readonly onScan?: (heard: HeardScan) => void },
): Promise<() => Promise<void>> {
  const clock = systemClock;
  const scanLine = createScanLine({ clock, siteRules: () => [], onScan: (heard) => onScan?.(heard) });
  const port = createHidScanners({ hid, clock });
  await port.start({
    ...tellAll(() => undefined),
    onAttached: scanLine.attach,
    onDetached: scanLine.detach,
    onReport: (report) => {
      onReport?.();
      scanLine.read(report);
    },
  });
  return async () => {
    await port.stop();
    scanLine.stop();
  };
}

export async function loadHid(): Promise<HidLibrary> {
  const hid = await loadHidLibrary();
  if (!hid.ok) throw new Error(hid.problem.detail);
  return hid.value;
}

function eventOf(heard: HeardScan): Event {
  if (heard.kind === 'trouble') return decideTrouble(EMPTY_STATE, heard, heard.problem);
  return decideScan(EMPTY_STATE, heard, heard.meaning, heard.rawText);
}

function tellAll(tell: () => void): ReaderListener {
  return {
    onAttached: tell,
    onDetached: tell,
    onReport: tell,
    onTrouble: tell,
    onSerialNumber: tell,
    onDevices: tell,
  };
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
    onSerialNumber: (reader, serialNumber, atMs) => {
      for (const listener of listeners) listener.onSerialNumber(reader, serialNumber, atMs);
    },
    onDevices: (devices) => {
      for (const listener of listeners) listener.onDevices(devices);
    },
  };
}

import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import type { ClockPort, RawReport, ReaderListener, ReaderPort } from '../../core/ports.ts';
import { ok } from '../../core/result.ts';
import { findScanners, type FoundScanner } from './find-scanners.ts';
import type { HidHandle, HidLibrary } from './hid-library.ts';
import { readDescriptor } from './read-descriptor.ts';

/** Chosen: a listing costs 4 to 8 ms, and a reader must be usable within two seconds of plugging in. */
const LOOK_AGAIN_MS = 1_500;

type Plugged = { readonly scanner: FoundScanner; readonly handle: HidHandle };

/**
 * The HID Point-of-Sale scanners on the USB sockets. Two equal scanners are two readers: the key is the path and the
 * serial number, never vendor and product.
 */
export function createHidScanners(hid: HidLibrary, clock: ClockPort, describe = readDescriptor): ReaderPort {
  const plugged = new Map<string, Plugged>();
  const troubled = new Set<string>();
  let stopLooking: (() => void) | null = null;
  let running = false;

  async function look(listener: ReaderListener): Promise<void> {
    // A listing that fails says nothing about the readers that are open.
    const present = await findScanners(hid, describe).catch(() => [...plugged.values()].map(({ scanner }) => scanner));
    const keys = new Set(present.map(({ reader }) => reader.readerKey));
    for (const key of plugged.keys()) if (!keys.has(key)) await unplug(key, listener);
    for (const key of troubled) if (!keys.has(key)) forgetTrouble(key, listener);
    for (const scanner of present) {
      if (running && !plugged.has(scanner.reader.readerKey)) await plug(scanner, listener);
    }
    if (running) stopLooking = clock.at(clock.nowMs() + LOOK_AGAIN_MS, () => void look(listener));
  }

  async function plug(scanner: FoundScanner, listener: ReaderListener): Promise<void> {
    const { path, reader, finding } = scanner;
    // Its bytes would have to be guessed at, and a wrong guess is a wrong serial number.
    if (finding.kind === 'unknown') {
      return tellTrouble(reader, { code: 'reader-layout-unknown', detail: finding.detail }, listener);
    }
    const opened = await openDevice(hid, path);
    if (!opened.ok) return tellTrouble(reader, opened.problem, listener);
    const handle = opened.value;
    if (!running) return closeQuietly(handle);
    plugged.set(reader.readerKey, { scanner, handle });
    troubled.delete(reader.readerKey);
    listener.onAttached({ ...reader, layout: finding.layout });
    const isOurs = (): boolean => plugged.get(reader.readerKey)?.handle === handle;
    handle.on('data', (bytes) => {
      if (isOurs())
        handOver(listener, { readerKey: reader.readerKey, bytes: Uint8Array.from(bytes), atMs: clock.nowMs() });
    });
    // A handle may fail twice; by then another one may be in its place.
    handle.on('error', () => {
      if (isOurs()) void unplug(reader.readerKey, listener);
    });
  }

  /** Once, however often it is looked for again. */
  function tellTrouble(reader: FoundScanner['reader'], problem: Problem, listener: ReaderListener): void {
    if (!troubled.has(reader.readerKey)) listener.onTrouble(reader, problem);
    troubled.add(reader.readerKey);
  }

  async function unplug(key: string, listener: ReaderListener): Promise<void> {
    const gone = plugged.get(key);
    if (!gone) return;
    plugged.delete(key);
    listener.onDetached(key);
    await closeQuietly(gone.handle);
  }

  function forgetTrouble(key: string, listener: ReaderListener): void {
    troubled.delete(key);
    listener.onDetached(key);
  }

  return {
    start: (listener) => {
      running = true;
      return look(listener);
    },
    stop: async () => {
      running = false;
      stopLooking?.();
      // An open handle with a listener keeps the process alive.
      const handles = [...plugged.values()].map(({ handle }) => handle);
      plugged.clear();
      await Promise.all(handles.map(closeQuietly));
    },
  };
}

/** Stands in where the HID library cannot be loaded: the window shows why no scanner is there. */
export function createMissingScanners(problem: Problem): ReaderPort {
  return {
    start: (listener) => {
      listener.onTrouble({ readerKey: 'hid', name: '' }, problem);
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  };
}

async function openDevice(hid: HidLibrary, path: string): Promise<Result<HidHandle>> {
  try {
    return ok(await hid.open(path));
  } catch (error) {
    return { ok: false, problem: openProblem(error) };
  }
}

/** node-hid takes an exception in its callback for a broken device. A bug of ours is told as what it is. */
function handOver(listener: ReaderListener, report: RawReport): void {
  try {
    listener.onReport(report);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

function openProblem(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: /permission|denied|access/i.test(detail) ? 'reader-permission-denied' : 'reader-unavailable', detail };
}

/** Closing a device that is gone already fails, and that is no news. */
async function closeQuietly(handle: HidHandle): Promise<void> {
  try {
    await handle.close();
  } catch {
    // Gone with the cable.
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { scannerOf } from './device/scanner.ts';
import { plugDevice } from './kernel-test.ts';
import { type Readers, startReaders } from './readers.ts';

/** A scanner that is pulled and plugged in again a thousand times: what of it is left in the process? */
const CYCLES = 1_000;
const SHOWN_EACH = 500;
/** Chosen: after these the compiler and the allocator have settled; a leak would go on. */
const WARM_UP = 500;

type Held = Readonly<Record<string, number>>;

const readers = await startReaders();
let scanner = await plugDevice(scannerOf('BENCH'));
const table: Record<string, Held> = {};
for (let cycle = 0; cycle <= WARM_UP + CYCLES; cycle++) {
  const done = cycle - WARM_UP;
  if (done >= 0 && done % SHOWN_EACH === 0) table[done === 0 ? 'before' : `after ${done} times`] = hold(readers);
  scanner.unplug();
  await readers.until(() => readers.openHandles() === 0);
  scanner = await plugDevice(scannerOf('BENCH'));
  const before = readers.events.length;
  await readers.until(() => readers.openHandles() === 1);
  // Another label each time: the same one a moment later would be the one that is still in view.
  scanner.scan(`GALT1142${String(cycle).padStart(4, '0')}`);
  await readers.until(() => readers.events.length > before);
}
console.log('\nWhat is held with one scanner plugged in, before and after it was pulled and plugged in again');
console.table(table);
console.log(`${readers.events.length} scans came, one for each time; this record of them is part of the heap.`);
await readers.stop();
scanner.unplug();

function hold({ openHandles, kept }: Readers): Held {
  globalThis.gc?.();
  const { handles, listeners } = kept();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    'handles open': openHandles(),
    'handles in memory': handles,
    'listeners on them': listeners,
    'open files': readdirSync('/proc/self/fd').length,
    threads: Number(/^Threads:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]),
    'timers and the like': process.getActiveResourcesInfo().length,
    'heap MB': inMegabytes(heapUsed),
    'RSS MB': inMegabytes(rss),
  };
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}

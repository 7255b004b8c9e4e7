import HID from 'node-hid';
import { percentile, printSeries, round, type Series } from '../bench/measure.ts';
import { startDeviceProcess } from './device-process.ts';
import { scannerOf } from './device/scanner.ts';
import { loadHid, readScans } from './readers.ts';

/**
 * From the write of a report in the device's process to what a program hears of it: node-hid alone, and the app's way.
 * In turns, so that both find the same compiled code, caches and heap.
 */
const ROUNDS = 8;
const COUNT = 250;
/** What comes first in each turn is not counted: the handle has only just been opened. */
const LEFT_OUT = 50;
/** Chosen: by then the compiler has done with both. */
const WARM_UP = 2_500;
/** Chosen: the reports stand apart, so that each finds an idle process. */
const GAP_MS = 5;

const hid = await loadHid();
const device = await startDeviceProcess(scannerOf('BENCH'));
const bare: number[] = [];
const arrivals: number[] = [];
const scans: number[] = [];
await measureBare(WARM_UP);
const first = (await measureOurs(WARM_UP)).scanned.slice(0, COUNT);
for (let count = 0; count < ROUNDS; count++) {
  bare.push(...(await measureBare(COUNT)));
  const { reported, scanned } = await measureOurs(COUNT);
  arrivals.push(...reported);
  scans.push(...scanned);
}
const named = {
  'bare node-hid: data': bare,
  'ours: report at the port': arrivals,
  'ours: scan event': scans,
  'ours: scan event, the first ones of all': first,
};
printSeries(
  `From the write of a report to what is heard of it, in ${ROUNDS} turns of ${COUNT}, ${GAP_MS} ms apart`,
  named,
);
for (const [what, series] of Object.entries(named).slice(1))
  console.log(`${what}: ${more(series)} % more than node-hid alone`);
await device.kill();

async function measureBare(count: number): Promise<Series> {
  const times: number[] = [];
  const handle = await HID.HIDAsync.open(device.path);
  handle.on('data', (bytes: Buffer) => {
    const atNs = process.hrtime.bigint();
    times.push(since(bytes.toString('latin1', 5, 5 + (bytes[1] ?? 0)), atNs));
  });
  await send(count);
  await handle.close();
  return counted(times, count);
}

async function measureOurs(count: number): Promise<{ readonly reported: Series; readonly scanned: Series }> {
  const reported: number[] = [];
  const scanned: number[] = [];
  let reportedAtNs = 0n;
  const stop = await readScans(hid, {
    onReport: () => {
      reportedAtNs = process.hrtime.bigint();
    },
    onScan: (heard) => {
      const atNs = process.hrtime.bigint();
      if (heard.kind !== 'scan') return;
      reported.push(since(heard.rawText, reportedAtNs));
      scanned.push(since(heard.rawText, atNs));
    },
  });
  await send(count);
  await stop();
  return { reported: counted(reported, count), scanned: counted(scanned, count) };
}

async function send(count: number): Promise<void> {
  await device.send({ count: LEFT_OUT + count, gapMs: GAP_MS });
}

/** Milliseconds from the moment that a label names. */
function since(label: string, atNs: bigint): number {
  return Number(atNs - BigInt(label.split('-')[1] ?? 0)) / 1e6;
}

function counted(times: Series, count: number): Series {
  if (times.length !== LEFT_OUT + count) throw new Error(`${times.length} of ${LEFT_OUT + count} reports came`);
  return times.slice(LEFT_OUT);
}

/** In per cent, in the median. */
function more(series: Series): number {
  return round((percentile(series, 0.5) / percentile(bare, 0.5) - 1) * 100);
}

import { setTimeout as pause } from 'node:timers/promises';
import HID from 'node-hid';
import { round } from '../bench/measure.ts';
import { scannerOf } from './device/scanner.ts';
import { plugDevice } from './kernel-test.ts';
import { loadHid, readScans } from './readers.ts';

/** What a station costs that waits: processor time of this process in a minute with four readers and no scan. */
const MINUTE_MS = 60_000;
/** Chosen: the looks that come twice a minute are then ten, and a stray one does not count. */
const MINUTES = 5;
/** Chosen: what is under way after the start has settled. */
const SETTLED_MS = 5_000;
/** A program that asks again and again, to see what was plugged in within the same two seconds. */
const ASKED_EACH_MS = 1_500;

type Stop = () => Promise<void>;

const hid = await loadHid();
const devices = await Promise.all(['A', 'B', 'C', 'D'].map((serialNumber) => plugDevice(scannerOf(serialNumber))));
// Not counted: after the start the runtime tidies up for a while.
await measure('nothing open', openNothing);
console.log(`\nProcessor time of a minute with ${devices.length} readers and no scan, out of ${MINUTES}`);
console.table([
  await measure('nothing open', openNothing),
  await measure('bare node-hid, open', openBare),
  await measure('ours: readers and scan line', () => readScans(hid, {})),
  await measure(`bare node-hid, listing each ${ASKED_EACH_MS} ms`, openAndAsk),
]);
for (const { unplug } of devices) unplug();

async function measure(what: string, start: () => Promise<Stop>) {
  const stop = await start();
  await pause(SETTLED_MS);
  globalThis.gc?.();
  const before = process.cpuUsage();
  await pause(MINUTES * MINUTE_MS);
  const { user, system } = process.cpuUsage(before);
  await stop();
  const [userMs, systemMs] = [user / 1_000 / MINUTES, system / 1_000 / MINUTES];
  return {
    what,
    'user ms a minute': round(userMs),
    'system ms a minute': round(systemMs),
    'both ms a minute': round(userMs + systemMs),
    '%': round(((userMs + systemMs) / MINUTE_MS) * 100),
  };
}

function openNothing(): Promise<Stop> {
  return Promise.resolve(() => Promise.resolve());
}

async function openBare(): Promise<Stop> {
  const handles = await Promise.all(devices.map(({ path }) => HID.HIDAsync.open(path)));
  for (const handle of handles) handle.on('data', () => undefined);
  return async () => {
    for (const handle of handles) await handle.close();
  };
}

async function openAndAsk(): Promise<Stop> {
  const close = await openBare();
  const asking = setInterval(() => void HID.devicesAsync(), ASKED_EACH_MS);
  return async () => {
    clearInterval(asking);
    await close();
  };
}

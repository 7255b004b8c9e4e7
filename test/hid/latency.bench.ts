import HID from 'node-hid';
import { printSeries, type Series } from '../bench/measure.ts';
import { startDeviceProcess, type DeviceProcess } from './device-process.ts';
import { scannerOf } from './device/scanner.ts';
import { startReaders } from './readers.ts';

/** From the write of a report in the device's process to what a program hears of it: node-hid alone, and the app's way. */
const COUNT = 1_000;
const WARM_UP = 200;
/** Chosen: the reports stand apart, so that each finds an idle process. */
const GAP_MS = 5;

const device = await startDeviceProcess(scannerOf('BENCH'));
const series = { 'bare node-hid: data': await measureBare(device), 'ours: scan event': await measureOurs(device) };
printSeries(`From the write of a report to what is heard of it, ${COUNT} reports ${GAP_MS} ms apart`, series);
await device.kill();

async function measureBare({ path, send }: DeviceProcess): Promise<Series> {
  const times: number[] = [];
  const handle = await HID.HIDAsync.open(path);
  handle.on('data', (bytes: Buffer) => times.push(sinceSent(bytes.toString('latin1', 5, 5 + (bytes[1] ?? 0)))));
  await send({ count: WARM_UP + COUNT, gapMs: GAP_MS });
  await handle.close();
  return measured(times);
}

async function measureOurs({ send }: DeviceProcess): Promise<Series> {
  const times: number[] = [];
  const { stop } = await startReaders((event) => {
    if (event.kind === 'scanned') times.push(sinceSent(event.serialNumber));
  });
  await send({ count: WARM_UP + COUNT, gapMs: GAP_MS });
  await stop();
  return measured(times);
}

/** Milliseconds since the moment that a label names. */
function sinceSent(label: string): number {
  return Number(process.hrtime.bigint() - BigInt(label.split('-')[1] ?? 0)) / 1e6;
}

function measured(times: Series): Series {
  if (times.length !== WARM_UP + COUNT) throw new Error(`${times.length} of ${WARM_UP + COUNT} reports came`);
  return times.slice(WARM_UP);
}

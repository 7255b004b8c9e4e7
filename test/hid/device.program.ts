import { setTimeout as pause } from 'node:timers/promises';
import type { SendOrder } from './device-process.ts';
import { reportsOf } from './device/scanner.ts';
import { createUhidDevice } from './device/uhid.ts';

/** The process that is a scanner: it makes the device and sends what it is told to. */
const [, , identity = '{}', socket = ''] = process.argv;
const { descriptor, ...rest } = JSON.parse(identity);
const device = createUhidDevice({ ...rest, descriptor: Buffer.from(descriptor, 'hex') }, socket);

process.on('message', (order: SendOrder) => void send(order));
process.on('disconnect', () => process.exit());

async function send({ count, gapMs }: SendOrder): Promise<void> {
  for (let index = 0; index < count; index++) {
    const [report] = reportsOf(`${index}-${process.hrtime.bigint()}`);
    if (report) device.send(report);
    await pause(gapMs);
  }
  process.send?.(String(process.hrtime.bigint()));
}

import assert from 'node:assert/strict';
import { scannerOf, switchableOf } from './device/scanner.ts';
import { kernelTest } from './kernel-test.ts';
import type { Readers } from './readers.ts';
import { keyOf } from './station-desk.ts';

/** Source: as `POS_COMMAND`. */
const TO_POS = [0xfe, 1];

function deviceKeyOf({ devices }: Readers, serialNumber: string): string {
  return devices().find(({ readerKey }) => readerKey === keyOf(serialNumber))?.deviceKey ?? '';
}

kernelTest('a Honeywell scanner is told to report when it is opened, and again when it is asked for', async (bench) => {
  const { commands, until } = await bench.plugProcess(switchableOf('A'), { kind: 'takesCommands' });
  const readers = await bench.read();
  await until(() => commands.length === 1);
  assert.deepEqual(await readers.switchToHidPos(deviceKeyOf(readers, 'A')), { ok: true, value: null });
  await until(() => commands.length === 2);
  assert.deepEqual(commands, [TO_POS, TO_POS]);
  assert.deepEqual([readers.openings.length, readers.openHandles()], [1, 1]);
});

kernelTest('a scanner that refuses the command is read all the same, and the refusal is told', async (bench) => {
  const device = await bench.plugProcess(switchableOf('A'), { kind: 'refusesCommands' });
  const readers = await bench.read();
  const switched = await readers.switchToHidPos(deviceKeyOf(readers, 'A'));
  assert.equal(!switched.ok && switched.problem.code, 'reader-mode-not-switched');
  assert.match((!switched.ok && switched.problem.detail) || '', /Input\/output error/);
  await device.send({ count: 1, gapMs: 0 });
  await readers.until(() => readers.events.length === 1);
  assert.deepEqual(readers.troubles, []);
});

kernelTest('a scanner without such a report is sent nothing', async (bench) => {
  const { commands } = await bench.plugProcess(scannerOf('A'), { kind: 'takesCommands' });
  const readers = await bench.read();
  const switched = await readers.switchToHidPos(deviceKeyOf(readers, 'A'));
  assert.equal(!switched.ok && switched.problem.code, 'reader-mode-not-switched');
  assert.deepEqual(commands, []);
});

kernelTest('a scanner that was pulled is gone', async ({ plug, read }) => {
  const { unplug } = await plug(switchableOf('A'));
  const readers = await read();
  const deviceKey = deviceKeyOf(readers, 'A');
  unplug();
  await readers.until(() => readers.devices().length === 0);
  const switched = await readers.switchToHidPos(deviceKey);
  assert.equal(!switched.ok && switched.problem.code, 'reader-gone');
});

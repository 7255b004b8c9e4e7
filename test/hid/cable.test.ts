import assert from 'node:assert/strict';
import { reportsOf, scannerOf } from './device/scanner.ts';
import { kernelTest, nextTurn } from './kernel-test.ts';
import { startReaders } from './readers.ts';

const LONG = 'S/N: GALT11420104'.padStart(120, ' ');

kernelTest('a cable that is pulled in the middle of a scan drops the half', async ({ plug, read }) => {
  const scanner = await plug(scannerOf('A'));
  const { attached, reports, events, openHandles, until } = await read();
  const [first, second] = reportsOf(LONG);
  assert.ok(first && second);
  scanner.send(first);
  scanner.send(second);
  await until(() => reports.length === 2);
  scanner.unplug();
  await until(() => openHandles() === 0);
  const again = await plug(scannerOf('A'));
  await until(() => attached.length === 2);
  again.scan('8659623852751');
  await until(() => events.length > 0);
  assert.deepEqual(
    events.map((event) => event.kind === 'scanned' && event.scannedText),
    ['8659623852751'],
  );
});

kernelTest(
  'plugged in again a scanner has its path and its key again, is announced once and reads',
  async ({ plug, read }) => {
    const { lines, attached, events, openHandles, until } = await read();
    for (const round of [1, 2, 3]) {
      const scanner = await plug(scannerOf('A'));
      await until(() => attached.length === round);
      scanner.scan(`GALT1142010${round}`);
      await until(() => events.length === round);
      scanner.unplug();
      await until(() => lines.filter((line) => line.startsWith('detached')).length === round);
      // The kernel gives the path to the next device once nobody has it open.
      await until(() => openHandles() === 0);
    }
    assert.equal(new Set(attached.map(({ readerKey }) => readerKey)).size, 1);
    assert.equal(attached.length, 3);
    assert.deepEqual(
      events.map((event) => event.kind === 'scanned' && event.serialNumber),
      ['GALT11420101', 'GALT11420102', 'GALT11420103'],
    );
  },
);

kernelTest('a device that dies by itself is a pulled cable, told once', async ({ plugProcess, read }) => {
  const device = await plugProcess(scannerOf('A'));
  const { lines, until } = await read();
  const key = '0c2e:0b87:A';
  assert.deepEqual(lines, [`attached ${key}`]);
  await device.kill();
  await until(() => lines.length > 1);
  assert.deepEqual(lines, [`attached ${key}`, `detached ${key}`]);
});

kernelTest('the other scanner goes on reading while one is pulled', async ({ plug, read }) => {
  const [gone, stays] = [await plug(scannerOf('A')), await plug(scannerOf('B'))];
  const { lines, events, until } = await read();
  const [first, second, third] = reportsOf(LONG);
  assert.ok(first && second && third);
  stays.send(first);
  gone.unplug();
  stays.send(second);
  await until(() => lines.includes('detached 0c2e:0b87:A'));
  stays.send(third);
  const event = await until(() => events[0]);
  assert.equal(event.kind === 'scanned' && event.serialNumber, 'GALT11420104');
});

kernelTest('a stop right after the start closes the scanner, and nothing breaks', async ({ plug }) => {
  await plug(scannerOf('A'));
  const { attached, openHandles, stop } = await startReaders();
  assert.equal(attached.length, 1);
  await stop();
  await nextTurn();
  assert.equal(openHandles(), 0);
});

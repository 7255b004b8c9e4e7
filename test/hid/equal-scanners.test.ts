import assert from 'node:assert/strict';
import type { Event } from '../../electron/core/event.ts';
import { reportsOf, scannerOf } from './device/scanner.ts';
import { kernelTest, type PluggedDevice } from './kernel-test.ts';
import { keyOf } from './station-desk.ts';

const FIRST = 'S/N: GALT11420104'.padStart(120, ' ');
const SECOND = 'S/N: GALT11420105'.padStart(120, ' ');

/** Two that have no number of their own are told by their sockets. */
function keyAt({ socket }: PluggedDevice, serial: string, isShared: boolean): string {
  if (serial === '') return `0c2e:0b87@${socket}`;
  return isShared ? `${keyOf(serial)}@${socket}` : keyOf(serial);
}

for (const [what, serials] of [
  ['with serial numbers of their own', ['ONE', 'TWO']],
  ['with one serial number', ['SAME', 'SAME']],
  ['without serial numbers', ['', '']],
] as const) {
  kernelTest(`two equal scanners ${what} are two readers, and their scans never merge`, async ({ plug, read }) => {
    const [left, right] = [await plug(scannerOf(serials[0])), await plug(scannerOf(serials[1]))];
    const { attached, events, until } = await read();
    const isShared = serials[0] === serials[1];
    const keys = [keyAt(left, serials[0], isShared), keyAt(right, serials[1], isShared)] as const;
    assert.deepEqual(attached.map(({ readerKey }) => readerKey).toSorted(), keys.toSorted());
    // Report by report, as two people would scan at the same moment.
    const others = reportsOf(SECOND);
    for (const [index, report] of reportsOf(FIRST).entries()) {
      left.send(report);
      right.send(others[index] ?? report);
    }
    await until(() => events.length === 2);
    assert.deepEqual(serialsByReader(events), { [keys[0]]: 'GALT11420104', [keys[1]]: 'GALT11420105' });
  });
}

kernelTest('three scanners plugged in again in another order are told by serial number', async ({ plug, read }) => {
  const { attached, events, openHandles, until } = await read();
  const before = [await plug(scannerOf('A')), await plug(scannerOf('B')), await plug(scannerOf('C'))];
  await until(() => attached.length === 3);
  for (const scanner of before) scanner.unplug();
  await until(() => openHandles() === 0);
  const [c, a, b] = [await plug(scannerOf('C')), await plug(scannerOf('A')), await plug(scannerOf('B'))];
  assert.deepEqual(
    [c, a, b].map(({ path }) => path),
    before.map(({ path }) => path),
  );
  await until(() => attached.length === 6);
  assert.deepEqual(
    attached
      .slice(3)
      .map(({ readerKey }) => readerKey)
      .toSorted(),
    ['A', 'B', 'C'].map(keyOf),
  );
  a.scan('GALT11420101');
  b.scan('GALT11420102');
  c.scan('GALT11420103');
  await until(() => events.length === 3);
  assert.deepEqual(serialsByReader(events), {
    [keyOf('A')]: 'GALT11420101',
    [keyOf('B')]: 'GALT11420102',
    [keyOf('C')]: 'GALT11420103',
  });
});

kernelTest('another scanner in the place of a pulled one is another reader', async ({ plug, read }) => {
  const first = await plug(scannerOf('A'));
  const { lines, openHandles, until } = await read();
  first.unplug();
  await until(() => openHandles() === 0);
  const second = await plug(scannerOf('B'));
  assert.equal(second.path, first.path);
  await until(() => lines.includes(`attached ${keyOf('B')}`));
  assert.deepEqual(lines, [`attached ${keyOf('A')}`, `detached ${keyOf('A')}`, `attached ${keyOf('B')}`]);
});

function serialsByReader(events: readonly Event[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    events.map((event) => (event.kind === 'scanned' ? [event.readerKey, event.serialNumber] : ['', event.kind])),
  );
}

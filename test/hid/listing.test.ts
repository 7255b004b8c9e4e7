import assert from 'node:assert/strict';
import { scannerOf, scannerWithSettingsOf } from './device/scanner.ts';
import { kernelTest } from './kernel-test.ts';
import { loadHid } from './readers.ts';

kernelTest('a scanner is found by its usage page, with its name and its serial number', async ({ plug, read }) => {
  await plug(scannerOf('16100B4A21'));
  const { attached } = await read();
  const [reader] = attached;
  assert.equal(attached.length, 1);
  assert.equal(reader?.readerKey, '0c2e:0b87:16100B4A21');
  assert.equal(reader.name, 'Honeywell Voyager 1602g');
  assert.deepEqual([reader.vendorId, reader.productId, reader.serialNumber], [0x0c2e, 0x0b87, '16100B4A21']);
  assert.ok(reader.layout !== 'keys');
  assert.deepEqual([reader.layout.aimOffsetBytes, reader.layout.dataOffsetBytes], [2, 5]);
});

kernelTest('a device with two top-level collections is one reader and is opened once', async ({ plug, read }) => {
  const { path, scan } = await plug(scannerWithSettingsOf('TWO'));
  const listed = (await (await loadHid()).listDevices()).filter((device) => device.path === path);
  assert.deepEqual(new Set(listed.map(({ usagePage }) => usagePage)), new Set([0x8c, 0xff8c]));
  const { attached, openings, events, until } = await read();
  assert.deepEqual(openings, [path]);
  assert.equal(attached.length, 1);
  scan('GALT11420104');
  await until(() => events.length > 0);
  assert.equal(events.length, 1);
});

kernelTest('a scanner that is plugged in later is found by the next look', async ({ plug, read }) => {
  const { attached, listings, until } = await read();
  assert.equal(attached.length, 0);
  await plug(scannerOf('LATE'));
  const looksBefore = listings();
  await until(() => attached.length === 1);
  assert.equal(attached[0]?.readerKey, '0c2e:0b87:LATE');
  // A look may have been under way while the device came.
  assert.ok(listings() - looksBefore <= 1, `${listings() - looksBefore} looks`);
});

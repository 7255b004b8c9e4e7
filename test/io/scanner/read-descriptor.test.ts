import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHidScanners } from '../../../electron/io/scanner/hid-scanners.ts';
import { readDescriptor } from '../../../electron/io/scanner/read-descriptor.ts';
import { createFakeHid, fakeScanner } from '../../fakes/fake-hid.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { takeNotes } from '../../fakes/reader-notes.ts';
import { descriptorFixture } from '../../fixtures/hid/descriptors/read-descriptor-fixture.ts';

const DESCRIPTOR = descriptorFixture('pos-other-order');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hidraw-class-'));
  await mkdir(join(folder, 'hidraw3', 'device'), { recursive: true });
  await writeFile(join(folder, 'hidraw3', 'device', 'report_descriptor'), DESCRIPTOR);
});

afterAll(() => rm(folder, { recursive: true }));

describe('the descriptor of a device', () => {
  test('is read where Linux lays it open', () => {
    expect(readDescriptor('/dev/hidraw3', folder)).toEqual(DESCRIPTOR);
  });

  test.each([
    ['a device that has just gone', '/dev/hidraw4'],
    ['a path of the libusb driver', '1-1:1.0'],
    [
      'a path of Windows',
      String.raw`\\?\HID#VID_0C2E&PID_0B87&MI_00#7&1&0&0000#{4d1e55b2-f16f-11cf-88cb-001111000030}`,
    ],
    ['a path of macOS', 'DevSrvsID:4294970133'],
    ['a path that leads elsewhere', '/dev/hidraw3/../hidraw3'],
    ['a name within another', '/dev/hidraw3 '],
    ['an event device', '/dev/input/event3'],
    ['nothing', ''],
  ])('of %s cannot be had', (_, path) => {
    expect(readDescriptor(path, folder)).toBeNull();
  });
});

test('a scanner is announced with the layout that it describes, before what is known of its maker', async () => {
  const hid = createFakeHid();
  const notes = takeNotes();
  hid.plug(fakeScanner('/dev/hidraw3'));
  hid.plug(fakeScanner('/dev/hidraw4', { vendorId: 0x1eab }));
  const scanners = createHidScanners({
    hid: hid.library,
    clock: createHandClock().clock,
    plugEvents: { watch: () => () => undefined },
    describe: (path) => readDescriptor(path, folder),
    platform: 'linux',
  });
  await scanners.start(notes.listener);
  expect(notes.attached.map(({ layout }) => layout)).toMatchObject([
    { name: 'descriptor', reportId: 7, dataOffsetBytes: 2 },
    { name: 'B', reportId: 2 },
  ]);
  await scanners.stop();
});

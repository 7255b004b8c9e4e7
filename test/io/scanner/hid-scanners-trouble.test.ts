import { describe, expect, test } from 'vitest';
import { createMissingScanners } from '../../../electron/io/scanner/hid-scanners.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { takeNotes } from '../../fakes/reader-notes.ts';
import { openBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';

test('a scanner of which nobody knows how it reports is told and not opened: nothing is guessed', async () => {
  const { hid, notes, start, lookAgain } = openBench();
  hid.plug(fakeScanner(ONE, { vendorId: 0xffff }));
  await start();
  await lookAgain();
  expect(notes.troubles).toEqual([{ code: 'reader-layout-unknown', detail: 'no descriptor and no profile' }]);
  expect(hid.openings(ONE)).toBe(0);
});

describe('a scanner that cannot be opened', () => {
  test.each([
    ['cannot open device with path /dev/hidraw0: Permission denied', 'reader-permission-denied'],
    ['Access is denied.', 'reader-permission-denied'],
    ['hid_open_path: failed to open IOHIDDevice: (0xE00002C5) exclusive', 'reader-unavailable'],
    ['could not open HID device', 'reader-unavailable'],
  ])('"%s" is told as %s with these words', async (words, code) => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, words);
    await start();
    expect(notes.lines).toEqual([`trouble ${ONE}# ${code}`]);
    expect(notes.troubles).toEqual([{ code, detail: words }]);
  });

  test('is told once however often it is tried, and does not keep the others from being found', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    for (let count = 0; count < 3; count++) await lookAgain();
    expect(notes.lines).toEqual([`trouble ${ONE}# reader-permission-denied`, `attached ${TWO}#`]);
    expect(hid.openings(ONE)).toBe(4);
  });

  test('is announced once it can be opened, and its next trouble is told again', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    hid.refuseOpening(ONE, null);
    await lookAgain();
    hid.unplug(ONE);
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, 'Permission denied');
    await lookAgain();
    expect(notes.lines).toEqual([
      `trouble ${ONE}# reader-permission-denied`,
      `attached ${ONE}#`,
      `detached ${ONE}#`,
      `trouble ${ONE}# reader-permission-denied`,
    ]);
  });

  test('leaves the window once it is pulled, and is told anew when it comes back', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    hid.unplug(ONE);
    await lookAgain();
    await lookAgain();
    hid.plug(fakeScanner(ONE));
    await lookAgain();
    const trouble = `trouble ${ONE}# reader-permission-denied`;
    expect(notes.lines).toEqual([trouble, `detached ${ONE}#`, trouble]);
  });
});

describe('a list that cannot be had', () => {
  test('says nothing about the scanners that are open', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.failNextListing();
    await lookAgain();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines).toEqual([`attached ${ONE}#`, `report ${ONE}#`]);
    expect(hid.openings(ONE)).toBe(1);
  });

  test('at the start is made up for by the next look', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.failNextListing();
    await start();
    expect(notes.lines).toEqual([]);
    await lookAgain();
    expect(notes.lines).toEqual([`attached ${ONE}#`]);
  });
});

describe('a handle that cannot be closed', () => {
  test('is no news when its scanner is pulled', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.failClosing(ONE);
    await start();
    hid.unplug(ONE);
    await lookAgain();
    expect(notes.lines).toEqual([`attached ${ONE}#`, `detached ${ONE}#`]);
  });

  test('does not keep the port from stopping and the others from being closed', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    hid.failClosing(ONE);
    await start();
    await expect(port.stop()).resolves.toBeUndefined();
    expect(hid.openCount(TWO)).toBe(0);
  });
});

test('where the library is missing, the window is told why no scanner is there', async () => {
  const notes = takeNotes();
  const port = createMissingScanners({ code: 'reader-library-missing', detail: 'libusb-1.0.so.0' });
  await port.start(notes.listener);
  await port.stop();
  expect(notes.lines).toEqual(['trouble hid reader-library-missing']);
  expect(notes.troubles).toEqual([{ code: 'reader-library-missing', detail: 'libusb-1.0.so.0' }]);
});

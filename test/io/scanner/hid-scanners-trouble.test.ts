import { describe, expect, test } from 'vitest';
import { createMissingScanners } from '../../../electron/io/scanner/hid-scanners.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { takeNotes } from '../../fakes/reader-notes.ts';
import { openBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const KEY_ONE = `0c2e:0b87@${ONE}`;
const KEY_TWO = `0c2e:0b87@${TWO}`;
const DENIED =
  "cannot open device with path /dev/hidraw0: Failed to open a device with path '/dev/hidraw0': Permission denied";

test('a scanner of which nobody knows how it reports is told and not opened: nothing is guessed', async () => {
  const { hid, notes, start, change, port } = openBench();
  hid.plug(fakeScanner(ONE, { vendorId: 0xffff }));
  await start();
  await change();
  await port.lookAgain();
  expect(notes.troubles).toEqual([{ code: 'reader-layout-unknown', detail: 'no descriptor and no profile' }]);
  expect(hid.openings(ONE)).toBe(0);
});

describe('a scanner that cannot be opened', () => {
  test('is told once however often it is tried, with the words of the system', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    hid.refuseOpening(ONE, DENIED);
    await start();
    for (let count = 0; count < 3; count++) await change();
    expect(notes.lines).toEqual([`trouble ${KEY_ONE} reader-permission-denied`, `attached ${KEY_TWO}`]);
    expect(notes.troubles).toEqual([{ code: 'reader-permission-denied', detail: DENIED }]);
    expect(hid.openings(ONE)).toBe(4);
  });

  test('is told again when it is another trouble', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await start();
    hid.refuseOpening(ONE, 'Device or resource busy');
    await change();
    expect(notes.troubles.map(({ code }) => code)).toEqual(['reader-permission-denied', 'reader-claimed']);
  });

  test('is announced once it can be opened, and its next trouble is told again', async () => {
    const { hid, notes, port, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await start();
    hid.refuseOpening(ONE, null);
    await change();
    hid.refuseOpening(ONE, DENIED);
    await port.lookAgain();
    const trouble = `trouble ${KEY_ONE} reader-permission-denied`;
    expect(notes.lines).toEqual([trouble, `attached ${KEY_ONE}`, `detached ${KEY_ONE}`, trouble]);
  });

  test('leaves the window once it is pulled, and is told anew when it comes back', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, 'could not open HID device');
    await start();
    hid.unplug(ONE);
    await change();
    await change();
    hid.plug(fakeScanner(ONE));
    await change();
    const trouble = `trouble ${KEY_ONE} reader-unavailable`;
    expect(notes.lines).toEqual([trouble, `detached ${KEY_ONE}`, trouble]);
  });
});

describe('rights that come after the node', () => {
  test('are waited for: a scanner that gets them within half a second is announced without a word of trouble', async () => {
    const { hid, notes, start, change, events, moveBy } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await change();
    hid.refuseOpening(ONE, null);
    events.tell('rights');
    await moveBy(50);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
  });

  test('are tried for after a half, one and two seconds, and then no more until something changes', async () => {
    const { hid, hand, notes, start, change, moveBy } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await change();
    expect(notes.lines).toEqual([]);
    const triedAfterMs: number[] = [];
    const fromMs = hand.clock.nowMs();
    let toldAfterMs: number | undefined;
    for (let tried = hid.openings(ONE); hand.clock.nowMs() < fromMs + 100_000; await moveBy(250)) {
      if (hid.openings(ONE) > tried) triedAfterMs.push(hand.clock.nowMs() - fromMs);
      tried = hid.openings(ONE);
      if (notes.lines.length > 0) toldAfterMs ??= hand.clock.nowMs() - fromMs;
    }
    expect(triedAfterMs).toEqual([500, 1_500, 3_500]);
    expect(notes.lines).toEqual([`trouble ${KEY_ONE} reader-permission-denied`]);
    expect(toldAfterMs).toBe(500);
    await change();
    expect(hid.openings(ONE)).toBe(5);
    await moveBy(500);
    expect(hid.openings(ONE)).toBe(6);
  });

  test('are taken up at once when they change, or when it is looked again', async () => {
    const { hid, notes, start, events, moveBy, port } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    hid.refuseOpening(ONE, DENIED);
    hid.refuseOpening(TWO, DENIED);
    await start();
    await moveBy(10_000);
    hid.refuseOpening(ONE, null);
    events.tell('rights');
    await moveBy(50);
    expect(notes.lines.slice(2)).toEqual([`attached ${KEY_ONE}`]);
    hid.refuseOpening(TWO, null);
    await port.lookAgain();
    expect(notes.lines.slice(3)).toEqual([`attached ${KEY_TWO}`]);
  });

  test('are not lost where the regular look comes before the moment of quiet is over', async () => {
    const { hid, notes, start, events, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await start();
    for (const byMs of [500, 1_000, 2_000, 29_990]) await moveBy(byMs);
    hid.refuseOpening(ONE, null);
    events.tell('rights');
    await moveBy(10);
    expect(notes.lines.slice(1)).toEqual([`attached ${KEY_ONE}`]);
  });

  test('are tried for at their own times, and not when another reader is', async () => {
    const { hid, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    hid.refuseOpening(ONE, DENIED);
    await start();
    await moveBy(500);
    await moveBy(1_000);
    await moveBy(2_000);
    expect(hid.openings(ONE)).toBe(4);
    hid.breakHandles(TWO);
    await moveBy(500);
    expect([hid.openings(ONE), hid.openings(TWO)]).toEqual([4, 2]);
  });

  test('do not matter while every reader is open: no list is asked for', async () => {
    const { hid, start, events, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    events.tell('rights');
    await moveBy(1_000);
    expect(hid.listings()).toBe(1);
  });

  test('are tried for with every look where the system tells of no changes', async () => {
    const { hid, notes, start, events, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, DENIED);
    await start();
    events.fail();
    for (let count = 0; count < 8; count++) await moveBy(1_500);
    hid.refuseOpening(ONE, null);
    await moveBy(1_500);
    expect(notes.lines.at(-1)).toBe(`attached ${KEY_ONE}`);
  });
});

test('a scanner that another program has is used once that program lets go of it', async () => {
  const { hid, notes, start, moveBy } = openBench({ platform: 'win32' });
  hid.plug(fakeScanner(ONE));
  hid.refuseOpening(ONE, 'open_device: (0x00000020) Der Prozess kann nicht auf die Datei zugreifen.');
  await start();
  expect(notes.troubles.map(({ code }) => code)).toEqual(['reader-claimed']);
  hid.refuseOpening(ONE, null);
  await moveBy(30_000);
  expect(notes.lines.slice(1)).toEqual([`attached ${KEY_ONE}`]);
});

describe('a list that cannot be had', () => {
  test('says nothing about the scanners that are open', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.failNextListing();
    await change();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`, `report ${KEY_ONE}`]);
    expect([hid.openings(ONE), hid.listings()]).toEqual([1, 2]);
  });

  test('at the start is made up for a second and a half later', async () => {
    const { hid, notes, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.failNextListing();
    await start();
    expect(notes.lines).toEqual([]);
    await moveBy(1_500);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
  });
});

describe('a handle that cannot be closed', () => {
  test('is no news when its scanner is pulled', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.failClosing(ONE);
    await start();
    hid.unplug(ONE);
    await change();
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`, `detached ${KEY_ONE}`]);
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

test('where the library is missing, the window is told why no scanner is there, and of no devices', async () => {
  const notes = takeNotes();
  const port = createMissingScanners({ code: 'reader-library-missing', detail: 'libusb-1.0.so.0' });
  await port.start(notes.listener);
  await port.lookAgain();
  await port.configure({ typingScanners: ['0c2e:0b87'], readerProfiles: [] });
  expect(await port.switchToHidPos('any')).toEqual({ ok: false, problem: { code: 'reader-gone' } });
  await port.stop();
  expect(notes.lines).toEqual(['trouble hid reader-library-missing']);
  expect(notes.troubles).toEqual([{ code: 'reader-library-missing', detail: 'libusb-1.0.so.0' }]);
  expect(notes.deviceLists).toEqual([[]]);
});

import { describe, expect, test } from 'vitest';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { takeNotes } from '../../fakes/reader-notes.ts';
import { openBench, turn } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const KEY_ONE = `0c2e:0b87@${ONE}`;
const KEY_TWO = `0c2e:0b87@${TWO}`;

describe('which devices are scanners', () => {
  test('a Point-of-Sale scanner is announced with its name, its numbers and its layout', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: '16100B4A21' }));
    await start();
    expect(notes.attached).toEqual([
      {
        readerKey: '0c2e:0b87:16100B4A21',
        name: 'Honeywell Voyager 1602g',
        vendorId: 0x0c2e,
        productId: 0x0b87,
        serialNumber: '16100B4A21',
        layout: expect.objectContaining({ name: 'A' }),
      },
    ]);
  });

  test('a scanner of a maker that sends no AIM identifier has the layout without it', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { vendorId: 0x1eab }));
    await start();
    expect(notes.attached[0]?.layout).toMatchObject({ name: 'B', aimOffsetBytes: null });
  });

  test.each([
    ['a keyboard', { usagePage: 0x01, usage: 0x06, vendorId: 0x046d, productId: 0xc31c }],
    ['a mouse', { usagePage: 0x01, usage: 0x02 }],
    ["a maker's own page beside the scanner", { usagePage: 0xff8c, usage: 0x02 }],
    ['another usage of the scanner page', { usagePage: 0x8c, usage: 0x01 }],
    ['a device whose usages the driver does not tell', { usagePage: undefined, usage: undefined }],
    ['a device without a path', { path: '' }],
  ])('%s is left alone', async (_what, device) => {
    const { hid, notes, start } = openBench();
    hid.plug({ ...fakeScanner(ONE), ...device });
    await start();
    expect(notes.lines).toEqual([]);
    expect(hid.openings(ONE)).toBe(0);
  });

  test.each([
    [{ manufacturer: '', product: 'Voyager' }, 'Voyager'],
    [{ manufacturer: 'Honeywell', product: undefined }, 'Honeywell'],
    [{ manufacturer: 'Honeywell', product: 'Honeywell Voyager' }, 'Honeywell Voyager'],
    [{ manufacturer: ' ', product: '' }, 'Honeywell scanner'],
  ])('%j is called %s', async (device, name) => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, device));
    await start();
    expect(notes.attached[0]?.name).toBe(name);
  });

  test('one device that is listed once for each of its collections is one reader, opened once', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { usagePage: 0xff8c }));
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(ONE));
    await start();
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
    expect(hid.openings(ONE)).toBe(1);
  });
});

describe('plugging in and pulling', () => {
  test('a scanner that is plugged in is announced once, and usable within two seconds', async () => {
    const { hid, notes, start, hand, change } = openBench();
    await start();
    const pluggedAtMs = hand.clock.nowMs();
    hid.plug(fakeScanner(ONE));
    await change();
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
    expect(hand.clock.nowMs() - pluggedAtMs).toBeLessThan(2_000);
    for (let count = 0; count < 5; count++) await change();
    expect(notes.lines).toHaveLength(1);
    expect(hid.openings(ONE)).toBe(1);
  });

  test('a scanner that is gone from the list without a word is detached and closed', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    hid.vanish(ONE);
    await change();
    expect(notes.lines.slice(2)).toEqual([`detached ${KEY_ONE}`]);
    expect([hid.openCount(ONE), hid.openCount(TWO)]).toEqual([0, 1]);
  });

  test('a pulled cable is told at once, the handle is closed, and the next look says no more', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.unplug(ONE);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`, `detached ${KEY_ONE}`]);
    await change();
    expect(notes.lines).toHaveLength(2);
    expect(hid.handlesOpen()).toBe(0);
  });

  test('on the same socket again it is announced again, with a handle of its own', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.unplug(ONE);
    hid.plug(fakeScanner(ONE));
    await change();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines.slice(2)).toEqual([`attached ${KEY_ONE}`, `report ${KEY_ONE}`]);
    expect([hid.openings(ONE), hid.openCount(ONE)]).toEqual([2, 1]);
  });

  test('another scanner on the same socket, told by its serial number, is another reader', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: '1' }));
    await start();
    hid.vanish(ONE);
    hid.plug(fakeScanner(ONE, { serialNumber: '2' }));
    await change();
    expect(notes.lines).toEqual(['attached 0c2e:0b87:1', 'detached 0c2e:0b87:1', 'attached 0c2e:0b87:2']);
    expect(hid.handlesOpen()).toBe(1);
  });

  test('a scanner with a keyboard in the same descriptor is read as a scanner, whichever is listed first', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { productId: 0x0be1, usagePage: 0x01, usage: 0x06 }));
    hid.plug(fakeScanner(ONE, { productId: 0x0be1 }));
    await start();
    expect(notes.attached).toMatchObject([{ layout: { name: 'A' } }]);
    expect(hid.openings(ONE)).toBe(1);
  });

  test('a report is handed over as it came: too short, too long or empty', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    const lengths = [0, 1, 63, 64];
    for (const length of lengths) hid.send(ONE, new Uint8Array(length).fill(length));
    expect(notes.reports.map(({ bytes }) => bytes.length)).toEqual(lengths);
    expect(notes.reports.every(({ bytes }) => bytes.every((byte) => byte === bytes.length))).toBe(true);
  });
});

describe('stopping', () => {
  test('closes every handle and leaves no timer, no watcher and no further list', async () => {
    const { hid, hand, port, events, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    await port.stop();
    expect([hid.handlesOpen(), hand.timerCount(), events.watcherCount()]).toEqual([0, 0, 0]);
    await moveBy(60_000);
    expect(hid.listings()).toBe(1);
  });

  test('while scanners are being opened: they are closed again and never announced', async () => {
    const { hid, hand, port, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    const slow = hid.holdOpening();
    const started = start();
    await turn();
    await port.stop();
    slow.release();
    await started;
    await turn();
    expect(notes.lines).toEqual([]);
    expect([hid.openings(ONE), hid.handlesOpen(), hand.timerCount()]).toEqual([1, 0, 0]);
  });

  test('while the devices are being listed: nothing is opened', async () => {
    const { hid, hand, port, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    const slow = hid.holdListing();
    const started = start();
    await turn();
    await port.stop();
    slow.release();
    await started;
    expect([hid.openings(ONE), hand.timerCount(), notes.lines]).toEqual([0, 0, []]);
  });

  test('while the devices are being listed: nothing is said of those that need no opening either', async () => {
    const { hid, port, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { vendorId: 0xffff }));
    const slow = hid.holdListing();
    const started = start();
    await turn();
    await port.stop();
    slow.release();
    await started;
    expect([notes.lines, notes.deviceLists]).toEqual([[], []]);
  });

  test('while another look waits its turn: that one is not taken', async () => {
    const { hid, port, events, start, moveBy } = openBench();
    const slow = hid.holdListing();
    const started = start();
    await turn();
    events.tell('devices');
    await moveBy(50);
    await port.stop();
    slow.release();
    await started;
    await turn();
    expect(hid.listings()).toBe(1);
  });

  test('twice while one scanner is being opened: it is opened no second time', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    const slow = hid.holdOpening();
    const first = start();
    await turn();
    await port.stop();
    const second = start();
    await turn();
    await port.stop();
    slow.release();
    await Promise.all([first, second]);
    await turn();
    expect([hid.openings(ONE), hid.handlesOpen()]).toEqual([1, 0]);
  });

  test('is done when the handles are closed, and not before', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    const slow = hid.holdClosing();
    let isDone = false;
    const stopped = port.stop().then(() => {
      isDone = true;
    });
    await turn();
    expect(isDone).toBe(false);
    slow.release();
    await stopped;
    expect(hid.handlesOpen()).toBe(0);
  });

  test.each(['holdOpening', 'holdListing'] as const)(
    'and starting anew during a %s: one handle at a time, and only the second start hears of it',
    async (hold) => {
      const { hid, port, notes, start } = openBench();
      hid.plug(fakeScanner(ONE));
      const slow = hid[hold]();
      const first = start();
      await turn();
      await port.stop();
      const second = takeNotes();
      const started = port.start(second.listener);
      await turn();
      slow.release();
      await Promise.all([first, started]);
      expect([notes.lines, second.lines]).toEqual([[], [`attached ${KEY_ONE}`]]);
      expect([hid.handlesOpen(), hid.mostHandlesAtOnce()]).toEqual([1, 1]);
      hid.send(ONE, Uint8Array.of(2, 0));
      expect([notes.reports.length, second.reports.length]).toEqual([0, 1]);
      await port.stop();
      expect(hid.handlesOpen()).toBe(0);
    },
  );

  test('a second start without a stop between them takes over from the first', async () => {
    const { hid, port, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    const second = takeNotes();
    await port.start(second.listener);
    hid.send(ONE, Uint8Array.of(2, 0));
    expect([notes.reports.length, second.reports.length, hid.mostHandlesAtOnce()]).toEqual([0, 1, 1]);
  });

  test('before the start is no trouble', async () => {
    const { port } = openBench();
    await expect(port.stop()).resolves.toBeUndefined();
  });
});

test('two scanners are told apart by their keys', async () => {
  const { hid, notes, start } = openBench();
  hid.plug(fakeScanner(ONE));
  hid.plug(fakeScanner(TWO));
  await start();
  hid.send(TWO, Uint8Array.of(2, 0));
  hid.unplug(ONE);
  hid.send(TWO, Uint8Array.of(2, 0));
  expect(notes.lines.slice(2)).toEqual([`report ${KEY_TWO}`, `detached ${KEY_ONE}`, `report ${KEY_TWO}`]);
});

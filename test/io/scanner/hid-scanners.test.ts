import { describe, expect, test } from 'vitest';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench, turn } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';

describe('which devices are scanners', () => {
  test('a Point-of-Sale scanner is announced with its name, its numbers and its layout', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: '16100B4A21' }));
    await start();
    expect(notes.attached).toEqual([
      {
        readerKey: '/dev/hidraw0#16100B4A21',
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
    ['a keyboard', { usagePage: 0x01, usage: 0x06 }],
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
    [{ manufacturer: undefined, product: '' }, 'Bar code scanner'],
  ])('%j is called %s', async (device, name) => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, device));
    await start();
    expect(notes.attached[0]?.name).toBe(name);
  });

  test('one device that is listed once for each of its collections is one reader, opened once', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(ONE, { usagePage: 0xff8c }));
    hid.plug(fakeScanner(ONE));
    await start();
    expect(notes.lines).toEqual([`attached ${ONE}#`]);
    expect(hid.openings(ONE)).toBe(1);
  });

  test.each([
    ['with serial numbers', '1001', '1002'],
    ['with the same serial number', '1001', '1001'],
    ['without serial numbers', undefined, ''],
  ])('two equal scanners %s are two readers', async (_what, first, second) => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: first }));
    hid.plug(fakeScanner(TWO, { serialNumber: second }));
    await start();
    const keys = notes.attached.map(({ readerKey }) => readerKey);
    expect(keys).toEqual([`${ONE}#${first ?? ''}`, `${TWO}#${second ?? ''}`]);
    hid.send(TWO, Uint8Array.of(2, 0));
    expect(notes.reports.map(({ readerKey }) => readerKey)).toEqual([keys[1]]);
    hid.unplug(ONE);
    hid.send(TWO, Uint8Array.of(2, 0));
    expect(notes.lines.slice(-2)).toEqual([`detached ${keys[0]}`, `report ${keys[1]}`]);
  });
});

describe('looking at the sockets', () => {
  test('a scanner that is plugged in is found within two seconds, and is announced once', async () => {
    const { hid, notes, start, hand, lookAgain } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    hand.moveBy(1_499);
    await turn();
    expect(notes.lines).toEqual([]);
    hand.moveBy(1);
    await turn();
    expect(notes.lines).toEqual([`attached ${ONE}#`]);
    for (let count = 0; count < 5; count++) await lookAgain();
    expect(notes.lines).toHaveLength(1);
    expect(hid.openings(ONE)).toBe(1);
    expect(hid.listings()).toBe(7);
  });

  test('one look ends before the next begins', async () => {
    const { hid, hand, start, notes, lookAgain } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    const slow = hid.holdListing();
    await lookAgain();
    hand.moveBy(60_000);
    await turn();
    expect([hid.listings(), hand.timerCount()]).toEqual([2, 0]);
    slow.release();
    await turn();
    expect(notes.lines).toEqual([`attached ${ONE}#`]);
    expect(hand.timerCount()).toBe(1);
  });

  test('a scanner that is gone from the list without a word is detached and closed', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    hid.vanish(ONE);
    await lookAgain();
    expect(notes.lines.slice(2)).toEqual([`detached ${ONE}#`]);
    expect([hid.openCount(ONE), hid.openCount(TWO)]).toEqual([0, 1]);
  });

  test('a pulled cable is told at once, the handle is closed, and the next look says no more', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.unplug(ONE);
    expect(notes.lines).toEqual([`attached ${ONE}#`, `detached ${ONE}#`]);
    await lookAgain();
    expect(notes.lines).toHaveLength(2);
    expect(hid.openCount(ONE)).toBe(0);
  });

  test('on the same socket again it is announced again, with a handle of its own', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.unplug(ONE);
    hid.plug(fakeScanner(ONE));
    await lookAgain();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines.slice(2)).toEqual([`attached ${ONE}#`, `report ${ONE}#`]);
    expect([hid.openings(ONE), hid.openCount(ONE)]).toEqual([2, 1]);
  });

  test('another scanner on the same socket, told by its serial number, is another reader', async () => {
    const { hid, notes, start, lookAgain } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: '1' }));
    await start();
    hid.vanish(ONE);
    hid.plug(fakeScanner(ONE, { serialNumber: '2' }));
    await lookAgain();
    expect(notes.lines).toEqual([`attached ${ONE}#1`, `detached ${ONE}#1`, `attached ${ONE}#2`]);
    expect(hid.openCount(ONE)).toBe(1);
  });
});

describe('stopping', () => {
  test('closes every handle and leaves no timer', async () => {
    const { hid, hand, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    await port.stop();
    expect([hid.openCount(ONE), hid.openCount(TWO), hand.timerCount()]).toEqual([0, 0, 0]);
    hand.moveBy(60_000);
    await turn();
    expect(hid.listings()).toBe(1);
  });

  test('while a scanner is being opened: it is closed again and never announced', async () => {
    const { hid, hand, port, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    const slow = hid.holdOpening();
    const started = start();
    await turn();
    await port.stop();
    slow.release();
    await started;
    expect(notes.lines).toEqual([]);
    expect([hid.openings(ONE), hid.openCount(ONE), hid.openings(TWO)]).toEqual([1, 0, 0]);
    expect(hand.timerCount()).toBe(0);
  });

  test('while the sockets are being listed: nothing is opened', async () => {
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

  test('before the start is no trouble', async () => {
    const { port } = openBench();
    await expect(port.stop()).resolves.toBeUndefined();
  });
});

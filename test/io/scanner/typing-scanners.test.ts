import { describe, expect, test } from 'vitest';
import { fakeScanner, type FakeDevice } from '../../fakes/fake-hid.ts';
import { openBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const MARKED = { typingScanners: ['05fe:1010'], readerProfiles: [] };
const UNMARKED = { typingScanners: [], readerProfiles: [] };

/** A scanner of which nobody has written down that it is one. */
function cheapScanner(path: string): FakeDevice {
  const keyboard = { usagePage: 0x01, usage: 0x06, manufacturer: '', product: 'USB Keyboard' };
  return fakeScanner(path, { vendorId: 0x05fe, productId: 0x1010, ...keyboard });
}

function zebraScanner(path: string): FakeDevice {
  return fakeScanner(path, { vendorId: 0x05e0, productId: 0x1200, usagePage: 0x01, usage: 0x06, serialNumber: 'Z1' });
}

describe('a scanner that types', () => {
  test('is read as keys where it is written down as a scanner', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(zebraScanner(ONE));
    await start();
    hid.send(ONE, Uint8Array.of(0, 0, 4, 0, 0, 0, 0, 0));
    expect(notes.attached).toMatchObject([{ readerKey: '05e0:1200:Z1', layout: 'keys' }]);
    expect(notes.reports).toHaveLength(1);
    expect(notes.devices()).toMatchObject([{ state: { kind: 'readingKeys', isMarked: false } }]);
  });

  test('that nobody knows is an ordinary keyboard: it is never opened', async () => {
    const { hid, notes, start, change, port } = openBench();
    hid.plug(cheapScanner(ONE));
    await start();
    await change();
    await port.lookAgain();
    expect([hid.openings(ONE), notes.lines]).toEqual([0, []]);
    expect(notes.devices()).toMatchObject([{ readerKey: null, state: { kind: 'left' } }]);
  });

  test('is read once it is marked, and let go of once it is not, both at once', async () => {
    const { hid, notes, start, port } = openBench();
    hid.plug(cheapScanner(ONE));
    await start();
    await port.configure(MARKED);
    expect(notes.lines).toEqual([`attached 05fe:1010@${ONE}`]);
    expect(notes.devices()).toMatchObject([{ state: { kind: 'readingKeys', isMarked: true } }]);
    await port.configure(UNMARKED);
    expect(notes.lines.slice(1)).toEqual([`detached 05fe:1010@${ONE}`]);
    expect(hid.handlesOpen()).toBe(0);
    hid.send(ONE, Uint8Array.of(0, 0, 4, 0, 0, 0, 0, 0));
    expect(notes.reports).toEqual([]);
  });

  test('may call itself a keypad', async () => {
    const { hid, notes, start, port } = openBench();
    await port.configure(MARKED);
    hid.plug({ ...cheapScanner(ONE), usage: 0x07 });
    await start();
    expect(notes.attached).toMatchObject([{ layout: 'keys' }]);
  });

  test('is read from the start where it was marked before', async () => {
    const { hid, notes, start, port } = openBench();
    hid.plug(cheapScanner(ONE));
    await port.configure(MARKED);
    expect(hid.listings()).toBe(0);
    await start();
    expect(notes.lines).toEqual([`attached 05fe:1010@${ONE}`]);
  });

  test('that is marked has its keyboard read, and not the mouse that it also calls itself', async () => {
    const { hid, notes, start, port } = openBench();
    await port.configure(MARKED);
    hid.plug({ ...cheapScanner(ONE), usage: 0x02 });
    hid.plug({ ...cheapScanner(TWO), usagePage: 0x0c, usage: 0x01 });
    await start();
    expect(notes.lines).toEqual([]);
  });

  test.each(['win32', 'darwin'] as const)('is left to the window on %s, marked or not', async (platform) => {
    const { hid, notes, start, port } = openBench({ platform });
    await port.configure(MARKED);
    hid.plug(zebraScanner(ONE));
    hid.plug(cheapScanner(TWO));
    await start();
    expect([hid.openings(ONE), hid.openings(TWO), notes.lines]).toEqual([0, 0, []]);
  });

  test('without rights on it is no trouble, because its keys come through the window; the list says so', async () => {
    const { hid, notes, start, moveBy } = openBench();
    hid.plug(zebraScanner(ONE));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    expect(notes.lines).toEqual([]);
    expect(notes.devices()).toMatchObject([
      { readerKey: '05e0:1200:Z1', state: { kind: 'blocked', problem: { code: 'reader-permission-denied' } } },
    ]);
    hid.refuseOpening(ONE, null);
    await moveBy(500);
    expect(notes.lines).toEqual(['attached 05e0:1200:Z1']);
  });

  test('beside a Point-of-Sale interface of its own is one reader, unless it is marked', async () => {
    const { hid, notes, start, port } = openBench({ socketOf: (path) => `usb-1/input${path.at(-1)}` });
    const scanner = { vendorId: 0x0c2e, productId: 0x0be1, serialNumber: 'G1' };
    hid.plug(fakeScanner(ONE, { ...scanner, usagePage: 0x01, usage: 0x06 }));
    hid.plug(fakeScanner(TWO, scanner));
    await start();
    expect(notes.attached).toMatchObject([{ readerKey: '0c2e:0be1:G1', layout: { name: 'A' } }]);
    await port.configure({ ...UNMARKED, typingScanners: ['0c2e:0be1'] });
    expect(notes.attached).toMatchObject([{}, { layout: 'keys' }]);
  });
});

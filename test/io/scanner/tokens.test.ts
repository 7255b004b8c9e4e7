import { describe, expect, test } from 'vitest';
import type { SiteReaderProfile } from '../../../electron/core/bench-settings.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { createFakeYubikey, fakeYubikeyDevice } from '../../fakes/fake-yubikey.ts';
import { openBench, type ScannerBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const KEY_ONE = `1050:0407@${ONE}`;
const DENIED = 'Permission denied';

type Manner = Parameters<typeof createFakeYubikey>[0];

function plugYubikey({ hid }: ScannerBench, manner: Manner, path = ONE) {
  const yubikey = createFakeYubikey(manner);
  hid.plug(fakeYubikeyDevice(path));
  hid.answerFeatures(path, yubikey);
  return yubikey;
}

/** Lets the talk with a key go on, which waits a little now and then. */
async function letTalk({ moveBy }: ScannerBench): Promise<void> {
  for (let count = 0; count < 110; count++) await moveBy(10);
}

describe('a YubiKey', () => {
  test.each([
    ['at once', {}],
    ['when it is slow', { busyTimes: 3 }],
    ['after somebody else has asked and not listened', { hasOldAnswer: true }],
    ['on a system that leaves out the report id', { leavesOutReportId: true }],
  ])('tells its serial number %s, and nothing stays open', async (_, manner) => {
    const bench = openBench();
    await bench.start();
    const yubikey = plugYubikey(bench, { serialNumber: 12_345_678, ...manner });
    await bench.change();
    await letTalk(bench);
    expect(bench.notes.lines).toEqual([`serial ${KEY_ONE} 12345678`]);
    expect([yubikey.timesAsked(), bench.hid.openings(ONE), bench.hid.handlesOpen()]).toEqual([1, 1, 0]);
    expect(yubikey.isAtRest()).toBe(true);
    expect(bench.notes.devices()).toMatchObject([{ readerKey: KEY_ONE, state: { kind: 'askedOnce' } }]);
  });

  test('with a high number is not read as a negative one', async () => {
    const bench = openBench();
    await bench.start();
    plugYubikey(bench, { serialNumber: 0xfedc_ba98 });
    await bench.change();
    await letTalk(bench);
    expect(bench.notes.serialNumbers).toEqual(['4275878552']);
  });

  test('that was there before the start is the operator’s own, and is asked when it is plugged in again', async () => {
    const bench = openBench();
    const yubikey = plugYubikey(bench, { serialNumber: 1 });
    await bench.start();
    await bench.port.lookAgain();
    expect([yubikey.timesAsked(), bench.hid.openings(ONE)]).toEqual([0, 0]);
    expect(bench.notes.devices()).toMatchObject([{ state: { kind: 'left' } }]);
    bench.hid.unplug(ONE);
    await bench.change();
    plugYubikey(bench, { serialNumber: 1 });
    await bench.change();
    await letTalk(bench);
    expect(bench.notes.serialNumbers).toEqual(['1']);
  });

  test('is asked once for each time it is plugged in, whatever else changes', async () => {
    const bench = openBench();
    await bench.start();
    const yubikey = plugYubikey(bench, { serialNumber: 1 });
    for (let count = 0; count < 3; count++) await bench.change();
    await bench.port.lookAgain();
    await bench.moveBy(60_000);
    expect(yubikey.timesAsked()).toBe(1);
    bench.hid.unplug(ONE);
    await bench.change();
    bench.hid.plug(fakeYubikeyDevice(ONE));
    await bench.change();
    expect(yubikey.timesAsked()).toBe(2);
    expect(bench.notes.serialNumbers).toEqual(['1', '1']);
    expect(bench.notes.lines).toHaveLength(2);
  });

  test.each([
    ['does not show it to programs', { serialNumber: null }, /does not tell/],
    ['gives a damaged answer', { serialNumber: 1, damagesAnswer: true }, /damaged/],
    ['takes no question', { serialNumber: 1, busyTimes: 10_000 }, /takes no question/],
  ])(
    'that %s is told within two seconds, asked no more, and leaves the window when pulled',
    async (_, manner, words) => {
      const bench = openBench();
      await bench.start();
      const yubikey = plugYubikey(bench, manner);
      await bench.change();
      await letTalk(bench);
      const trouble = `trouble ${KEY_ONE} token-serial-unreadable`;
      expect(bench.notes.lines).toEqual([trouble]);
      expect(bench.notes.troubles[0]?.detail).toMatch(words);
      expect(bench.notes.devices()).toMatchObject([{ state: { kind: 'blocked', problem: bench.notes.troubles[0] } }]);
      expect([bench.hid.handlesOpen(), bench.hand.timerCount()]).toEqual([0, 1]);
      const asked = yubikey.timesAsked();
      await bench.change();
      expect(yubikey.timesAsked()).toBe(asked);
      bench.hid.unplug(ONE);
      await bench.change();
      expect(bench.notes.lines).toEqual([trouble, `detached ${KEY_ONE}`]);
    },
  );

  test('that is pulled while it is asked is not told, and leaves nothing behind', async () => {
    const bench = openBench();
    await bench.start();
    plugYubikey(bench, { serialNumber: 1, busyTimes: 50 });
    await bench.change();
    bench.hid.unplug(ONE);
    await bench.change();
    await letTalk(bench);
    expect(bench.notes.lines).toEqual([]);
    expect([bench.hid.handlesOpen(), bench.hand.timerCount()]).toEqual([0, 1]);
  });

  test('that is being asked when the port stops is let go of', async () => {
    const bench = openBench();
    await bench.start();
    plugYubikey(bench, { serialNumber: 1, busyTimes: 50 });
    await bench.change();
    await bench.port.stop();
    expect([bench.hid.handlesOpen(), bench.hand.timerCount()]).toEqual([0, 0]);
    await letTalk(bench);
    expect(bench.notes.lines).toEqual([]);
  });

  test('without rights on it is tried again, and its trouble is over once it has told its number', async () => {
    const bench = openBench();
    await bench.start();
    plugYubikey(bench, { serialNumber: 7 });
    bench.hid.refuseOpening(ONE, DENIED);
    await bench.change();
    await bench.moveBy(500);
    bench.hid.refuseOpening(ONE, null);
    await bench.moveBy(1_000);
    await letTalk(bench);
    expect(bench.notes.lines).toEqual([
      `trouble ${KEY_ONE} reader-permission-denied`,
      `detached ${KEY_ONE}`,
      `serial ${KEY_ONE} 7`,
    ]);
  });

  test.each([
    ['its FIDO interface', { usagePage: 0xf1d0, usage: 0x01 }],
    ['a Security Key, which has no serial number to tell', { productId: 0x0120 }],
    ['a keyboard of somebody else', { vendorId: 0x1051 }],
  ])('%s is left alone', async (_, device) => {
    const bench = openBench();
    await bench.start();
    bench.hid.plug(fakeYubikeyDevice(ONE, device));
    await bench.change();
    expect([bench.hid.openings(ONE), bench.notes.lines]).toEqual([0, []]);
  });
});

describe('a token with its serial number in its USB descriptor', () => {
  const profile: SiteReaderProfile = {
    name: 'Desk token',
    vendorId: '1209',
    productId: 'beex',
    usagePage: 'xxxx',
    usage: 'xxxx',
    mode: 'token',
    layout: null,
    serialFrom: 'usb',
  };
  const token = { vendorId: 0x1209, productId: 0xbeef, usagePage: 0xf1d0, usage: 0x01, serialNumber: 'T-77' };

  async function openWithTokens(): Promise<ScannerBench> {
    const bench = openBench({ socketOf: (path) => `usb-1/input${path.at(-1)}` });
    await bench.port.configure({ typingScanners: [], readerProfiles: [profile] });
    await bench.start();
    return bench;
  }

  test('tells it once for all of its interfaces, and is never opened', async () => {
    const bench = await openWithTokens();
    bench.hid.plug(fakeScanner(ONE, token));
    bench.hid.plug(fakeScanner(TWO, { ...token, usagePage: 0x01, usage: 0x06 }));
    await bench.change();
    expect(bench.notes.lines).toEqual(['serial 1209:beef:T-77 T-77']);
    expect(bench.hid.openings(ONE) + bench.hid.openings(TWO)).toBe(0);
  });

  test('that has none is told once', async () => {
    const bench = await openWithTokens();
    bench.hid.plug(fakeScanner(ONE, { ...token, serialNumber: '' }));
    bench.hid.plug(fakeScanner(TWO, { ...token, serialNumber: '' }));
    await bench.change();
    expect(bench.notes.lines).toEqual([`trouble 1209:beef@usb-1/input0 token-serial-unreadable`]);
  });

  test('is asked at once when its profile is written down', async () => {
    const bench = openBench();
    bench.hid.plug(fakeScanner(ONE, token));
    await bench.start();
    expect(bench.notes.lines).toEqual([]);
    await bench.port.configure({ typingScanners: [], readerProfiles: [profile] });
    expect(bench.notes.serialNumbers).toEqual(['T-77']);
  });
});

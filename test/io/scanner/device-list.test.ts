import { describe, expect, test } from 'vitest';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { descriptorFixture } from '../../fixtures/hid/descriptors/read-descriptor-fixture.ts';
import { openBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const MOUSE = '/dev/hidraw1';

describe('the list of all HID devices', () => {
  test('has those that are not used, too, with what is known of them', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { serialNumber: '16100B4A21' }));
    hid.plug({ path: MOUSE, vendorId: 0x046d, productId: 0xc077, product: 'USB Optical Mouse' });
    await start();
    expect(notes.devices()).toEqual([
      {
        deviceKey: `${ONE}#008c:0002`,
        readerKey: '0c2e:0b87:16100B4A21',
        name: 'Honeywell Voyager 1602g',
        vendorId: 0x0c2e,
        productId: 0x0b87,
        usagePage: 0x8c,
        usage: 2,
        serialNumber: '16100B4A21',
        profile: {
          name: 'Honeywell scanner',
          mode: 'pos',
          canSwitchToPos: true,
          posMark: { text: 'PAP131.', fnc3: true, source: expect.any(String) },
        },
        state: { kind: 'reading', layoutName: 'A', layoutFrom: 'profile' },
      },
      {
        deviceKey: `${MOUSE}#0000:0000`,
        readerKey: null,
        name: 'USB Optical Mouse',
        vendorId: 0x046d,
        productId: 0xc077,
        usagePage: null,
        usage: null,
        serialNumber: null,
        profile: null,
        state: { kind: 'left' },
      },
    ]);
  });

  test('has one entry for each collection of a device, and says which one is read', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE, { usagePage: 0xff8c }));
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(ONE));
    await start();
    expect(notes.devices().map(({ deviceKey, state }) => [deviceKey, state.kind])).toEqual([
      [`${ONE}#ff8c:0002`, 'left'],
      [`${ONE}#008c:0002`, 'reading'],
    ]);
  });

  test('is told once at the start, even if it is empty, and then only when something is different', async () => {
    const { hid, notes, start, change, moveBy } = openBench();
    await start();
    expect(notes.deviceLists).toEqual([[]]);
    await change();
    await moveBy(60_000);
    expect(notes.deviceLists).toHaveLength(1);
    hid.plug(fakeScanner(ONE));
    await change();
    expect(notes.deviceLists).toHaveLength(2);
    hid.unplug(ONE);
    await change();
    expect(notes.devices()).toEqual([]);
  });

  test('says why a device is not read, and when it is', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    const problem = { code: 'reader-permission-denied', detail: 'Permission denied' };
    expect(notes.devices()).toMatchObject([{ readerKey: `0c2e:0b87@${ONE}`, state: { kind: 'blocked', problem } }]);
    hid.refuseOpening(ONE, null);
    await change();
    expect(notes.devices()).toMatchObject([{ state: { kind: 'reading' } }]);
  });

  test('is told anew after a stop and a start', async () => {
    const { port, notes, start } = openBench();
    await start();
    await port.stop();
    await start();
    expect(notes.deviceLists).toEqual([[], []]);
  });

  test('says where a layout comes from that the device describes itself', async () => {
    const { hid, notes, start } = openBench({ describe: () => descriptorFixture('pos-64') });
    hid.plug(fakeScanner(ONE, { vendorId: 0xffff }));
    await start();
    expect(notes.devices()).toMatchObject([{ state: { layoutName: 'descriptor', layoutFrom: 'descriptor' } }]);
  });
});

import { describe, expect, test } from 'vitest';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench, turn } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const KEY_ONE = `0c2e:0b87@${ONE}`;

describe('the list of devices is asked for', () => {
  test('once for a burst of changes, when it has been quiet for a moment', async () => {
    const { hid, events, start, moveBy } = openBench();
    await start();
    for (let count = 0; count < 10; count++) {
      events.tell('devices');
      await moveBy(10);
    }
    expect(hid.listings()).toBe(1);
    await moveBy(39);
    expect(hid.listings()).toBe(1);
    await moveBy(1);
    expect(hid.listings()).toBe(2);
    await moveBy(20_000);
    expect(hid.listings()).toBe(2);
  });

  test('after a quarter of a second at the latest, where the changes do not end', async () => {
    const { hid, events, start, moveBy } = openBench();
    await start();
    for (let count = 0; count < 30; count++) {
      events.tell('devices');
      await moveBy(40);
    }
    expect(hid.listings()).toBeGreaterThanOrEqual(1 + Math.floor(1_200 / 290));
    expect(hid.listings()).toBeLessThan(8);
  });

  test('twice a minute while nothing changes, and never more', async () => {
    const { hid, hand, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    await moveBy(29_999);
    expect(hid.listings()).toBe(1);
    for (let count = 0; count < 10; count++) await moveBy(30_000);
    expect([hid.listings(), hid.openings(ONE), hand.timerCount()]).toEqual([11, 1, 1]);
  });

  test('every second and a half where the system cannot tell, be it from the start or later', async () => {
    const { hid, events, notes, start, moveBy } = openBench();
    await start();
    await moveBy(10_000);
    events.fail();
    hid.plug(fakeScanner(ONE));
    await moveBy(1_500);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
    for (let count = 0; count < 4; count++) await moveBy(1_500);
    expect(hid.listings()).toBe(6);

    const other = openBench({ plugEvents: { watch: (_, onFailed) => (onFailed(), () => undefined) } });
    await other.start();
    other.hid.plug(fakeScanner(ONE));
    await other.moveBy(1_500);
    expect(other.notes.lines).toEqual([`attached ${KEY_ONE}`]);
  });

  test('by one look at a time: what changes meanwhile is seen by one that follows', async () => {
    const { hid, events, start, notes, moveBy } = openBench();
    await start();
    const slow = hid.holdListing();
    hid.plug(fakeScanner(ONE));
    events.tell('devices');
    await moveBy(50);
    for (let count = 0; count < 5; count++) {
      events.tell('devices');
      await moveBy(60_000);
    }
    expect(hid.listings()).toBe(2);
    slow.release();
    await turn();
    await turn();
    expect(hid.listings()).toBe(3);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
    expect(hid.openings(ONE)).toBe(1);
  });

  test('after the watch has begun, so that nothing is missed between them', async () => {
    const order: string[] = [];
    const bench = openBench();
    const { library } = bench.hid;
    const { start } = openBench({
      hid: {
        ...library,
        listDevices: () => {
          order.push('list');
          return library.listDevices();
        },
      },
      plugEvents: { watch: () => (order.push('watch'), () => undefined) },
    });
    await start();
    expect(order).toEqual(['watch', 'list']);
  });
});

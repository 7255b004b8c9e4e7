import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { ReaderListener } from '../../../electron/core/ports.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench, turn, type ScannerBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const KEY_ONE = `0c2e:0b87@${ONE}`;
const KEY_TWO = `0c2e:0b87@${TWO}`;

function boom(): never {
  throw new Error('a bug of the listener');
}

async function startWith(listener: ReaderListener, bench: ScannerBench): Promise<void> {
  bench.hid.plug(fakeScanner(ONE));
  await bench.port.start(listener);
}

describe("a listener's exception does not look like a broken device", () => {
  test('thrown at a report: the reader stays, and the bug is told as what it is', async () => {
    const bench = openBench();
    await startWith({ ...bench.notes.listener, onReport: boom }, bench);
    const warned = once(process, 'warning');
    bench.hid.send(ONE, Uint8Array.of(2, 0));
    expect(await warned).toMatchObject([{ message: 'a bug of the listener' }]);
    expect(bench.notes.lines).toEqual([`attached ${KEY_ONE}`]);
    expect(bench.hid.openCount(ONE)).toBe(1);
  });

  test.each(['onAttached', 'onDevices'] as const)('thrown by %s: the start is done and reports come', async (name) => {
    const bench = openBench();
    const warned = once(process, 'warning');
    await startWith({ ...bench.notes.listener, [name]: boom }, bench);
    expect(await warned).toMatchObject([{ message: 'a bug of the listener' }]);
    bench.hid.send(ONE, Uint8Array.of(2, 0));
    expect([bench.notes.troubles, bench.notes.reports.length]).toEqual([[], 1]);
  });
});

describe('a handle that fails', () => {
  test('twice does not take down the reader that is in its place by then', async () => {
    const { hid, notes, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.unplug(ONE);
    hid.plug(fakeScanner(ONE));
    await change();
    hid.repeatError(ONE);
    await turn();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines.slice(2)).toEqual([`attached ${KEY_ONE}`, `report ${KEY_ONE}`]);
  });

  test('while its device stays in the list is opened again half a second later', async () => {
    const { hid, notes, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.breakHandles(ONE);
    await moveBy(499);
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`, `detached ${KEY_ONE}`]);
    await moveBy(1);
    expect(notes.lines.slice(2)).toEqual([`attached ${KEY_ONE}`]);
  });

  test('again and again is given up for a while, and tried once something has changed', async () => {
    const { hid, start, moveBy, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    for (let count = 0; count < 6; count++) {
      hid.breakHandles(ONE);
      await moveBy(2_000);
    }
    expect(hid.openings(ONE)).toBe(4);
    await change();
    expect(hid.openings(ONE)).toBe(5);
    hid.breakHandles(ONE);
    await moveBy(500);
    expect(hid.openings(ONE)).toBe(6);
  });

  test('is opened again in time although another one that fails often has to wait', async () => {
    const { hid, start, moveBy } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    hid.breakHandles(TWO);
    await moveBy(500);
    hid.breakHandles(ONE);
    hid.breakHandles(TWO);
    await moveBy(500);
    expect(hid.openCount(ONE)).toBe(1);
  });

  test('on closing, too, says nothing after the stop', async () => {
    const { hid, notes, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.failClosing(ONE);
    await start();
    await port.stop();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines).toEqual([`attached ${KEY_ONE}`]);
  });
});

describe('an opening that hangs', () => {
  test('does not keep the others waiting, is told after a second and a half, and is used when it comes through', async () => {
    const { hid, notes, start, moveBy, change } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    const slow = hid.holdOpening();
    await change();
    const other = hid.holdOpening();
    other.release();
    hid.plug(fakeScanner(TWO));
    await change();
    expect(notes.lines).toEqual([`attached ${KEY_TWO}`]);
    await moveBy(1_450);
    expect(notes.lines.slice(1)).toEqual([`trouble ${KEY_ONE} reader-unavailable`]);
    expect(notes.devices().map(({ state }) => state.kind)).toEqual(['blocked', 'reading']);
    slow.release();
    await turn();
    expect(notes.lines.slice(2)).toEqual([`attached ${KEY_ONE}`]);
    expect(notes.devices().map(({ state }) => state.kind)).toEqual(['reading', 'reading']);
    expect(hid.openings(ONE)).toBe(1);
  });

  test('does not keep the start from being done', async () => {
    const { hid, hand, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.holdOpening();
    const started = start();
    await turn();
    hand.moveBy(1_500);
    await started;
    expect(notes.lines).toEqual([`trouble ${KEY_ONE} reader-unavailable`]);
  });

  test('is not begun a second time by another look, and is closed if its device has gone by then', async () => {
    const { hid, notes, start, change } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    const slow = hid.holdOpening();
    await change();
    await change();
    hid.vanish(ONE);
    await change();
    slow.release();
    await turn();
    expect([hid.openings(ONE), hid.handlesOpen(), notes.lines]).toEqual([1, 0, []]);
  });
});

describe('looking again, as after the computer slept', () => {
  test('readers that are there have new handles, and nobody hears that they were gone', async () => {
    const { hid, notes, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO));
    await start();
    hid.deafen();
    hid.send(ONE, Uint8Array.of(2, 0));
    await port.lookAgain();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines.slice(2)).toEqual([`report ${KEY_ONE}`]);
    expect([hid.openings(ONE), hid.handlesOpen(), hid.mostHandlesAtOnce()]).toEqual([2, 2, 1]);
  });

  test('one that was pulled meanwhile is told as gone', async () => {
    const { hid, notes, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.vanish(ONE);
    await port.lookAgain();
    expect(notes.lines.slice(1)).toEqual([`detached ${KEY_ONE}`]);
  });

  test('one that cannot be opened any more is told, and announced when it can', async () => {
    const { hid, notes, port, start, change } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.refuseOpening(ONE, 'Permission denied');
    await port.lookAgain();
    hid.refuseOpening(ONE, null);
    await change();
    expect(notes.lines.slice(1)).toEqual([
      `detached ${KEY_ONE}`,
      `trouble ${KEY_ONE} reader-permission-denied`,
      `attached ${KEY_ONE}`,
    ]);
  });

  test('one that was plugged in after the start and cannot be opened any more is told at once', async () => {
    const { hid, notes, port, start, change } = openBench();
    await start();
    hid.plug(fakeScanner(ONE));
    await change();
    hid.refuseOpening(ONE, 'Permission denied');
    await port.lookAgain();
    expect(notes.lines.slice(1)).toEqual([`detached ${KEY_ONE}`, `trouble ${KEY_ONE} reader-permission-denied`]);
  });

  test('one whose opening hangs is told as gone and why, and announced when it comes through', async () => {
    const { hid, hand, notes, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    const slow = hid.holdOpening();
    const looked = port.lookAgain();
    await turn();
    hand.moveBy(1_500);
    await looked;
    slow.release();
    await turn();
    expect(notes.lines.slice(1)).toEqual([
      `detached ${KEY_ONE}`,
      `trouble ${KEY_ONE} reader-unavailable`,
      `attached ${KEY_ONE}`,
    ]);
  });

  test('opens what was open also where the list fails', async () => {
    const { hid, notes, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    hid.failNextListing();
    await port.lookAgain();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect(notes.lines.slice(1)).toEqual([`report ${KEY_ONE}`]);
    expect(hid.handlesOpen()).toBe(1);
  });

  test('before the start or after the stop opens nothing', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await port.lookAgain();
    await start();
    await port.stop();
    await port.lookAgain();
    expect([hid.listings(), hid.handlesOpen()]).toEqual([1, 0]);
  });
});

test('a thousand replugs leave one handle, the listeners on it, one timer and one watcher', async () => {
  const { hid, hand, events, notes, start, change } = openBench();
  hid.plug(fakeScanner(ONE));
  await start();
  for (let count = 0; count < 1_000; count++) {
    hid.unplug(ONE);
    await change();
    hid.plug(fakeScanner(ONE));
    await change();
  }
  expect([hid.openings(ONE), hid.handlesOpen(), hid.listenersOn(ONE)]).toEqual([1_001, 1, 2]);
  expect([hand.timerCount(), events.watcherCount()]).toEqual([1, 1]);
  expect(new Set(notes.lines)).toEqual(new Set([`attached ${KEY_ONE}`, `detached ${KEY_ONE}`]));
});

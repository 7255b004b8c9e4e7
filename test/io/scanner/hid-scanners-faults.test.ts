import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { ReaderListener } from '../../../electron/core/ports.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench, turn, type ScannerBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';

function boom(): never {
  throw new Error('a bug of the listener');
}

/** Lets the bug out wherever it likes: only what is said about the device counts here. */
async function startWith(listener: ReaderListener, bench: ScannerBench): Promise<void> {
  bench.hid.plug(fakeScanner(ONE));
  await bench.port.start(listener).catch(() => undefined);
}

describe("a listener's exception does not look like a broken device", () => {
  test('thrown at a report: the reader stays, and the bug is told as what it is', async () => {
    const bench = openBench();
    await startWith({ ...bench.notes.listener, onReport: boom }, bench);
    const warned = once(process, 'warning');
    bench.hid.send(ONE, Uint8Array.of(2, 0));
    expect(await warned).toMatchObject([{ message: 'a bug of the listener' }]);
    expect(bench.notes.lines).toEqual([`attached ${ONE}#`]);
    expect(bench.hid.openCount(ONE)).toBe(1);
  });

  test('thrown at the announcement: it is not told as trouble', async () => {
    const bench = openBench();
    await startWith({ ...bench.notes.listener, onAttached: boom }, bench);
    expect(bench.notes.troubles).toEqual([]);
  });
});

test('a second error of a handle that is gone does not take down the reader that is in its place now', async () => {
  const { hid, notes, start, lookAgain } = openBench();
  hid.plug(fakeScanner(ONE));
  await start();
  hid.unplug(ONE);
  hid.plug(fakeScanner(ONE));
  await lookAgain();
  hid.repeatError(ONE);
  await turn();
  hid.send(ONE, Uint8Array.of(2, 0));
  expect(notes.lines.slice(2)).toEqual([`attached ${ONE}#`, `report ${ONE}#`]);
});

test('a handle that cannot be closed says nothing after the stop', async () => {
  const { hid, notes, port, start } = openBench();
  hid.plug(fakeScanner(ONE));
  hid.failClosing(ONE);
  await start();
  await port.stop();
  hid.send(ONE, Uint8Array.of(2, 0));
  expect(notes.lines).toEqual([`attached ${ONE}#`]);
});

import { expect, test } from 'vitest';
import { createDeviceOpener } from '../../../electron/io/scanner/device-opener.ts';
import { createFakeHid, fakeScanner } from '../../fakes/fake-hid.ts';
import { turn } from './open-bench.ts';

const ONE = '/dev/hidraw0';

test('a device is opened and closed by one at a time, in the order in which they came', async () => {
  const hid = createFakeHid();
  hid.plug(fakeScanner(ONE));
  const { open, close } = createDeviceOpener(hid.library, 'linux');
  const isWanted = (): boolean => true;
  const first = await open(ONE, isWanted);
  if (!first?.ok) throw new Error('The fake device does not open.');
  const slowClosing = hid.holdClosing();
  const closed = close(ONE, first.value);
  const slowOpening = hid.holdOpening();
  const second = open(ONE, isWanted);
  await turn();
  expect(hid.openings(ONE)).toBe(1);
  slowClosing.release();
  await closed;
  await turn();
  expect(hid.openings(ONE)).toBe(2);
  const third = open(ONE, isWanted);
  await turn();
  expect(hid.openings(ONE)).toBe(2);
  slowOpening.release();
  expect([(await second)?.ok, (await third)?.ok]).toEqual([true, true]);
});

import { describe, expect, test } from 'vitest';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { descriptorFixture } from '../../fixtures/hid/descriptors/read-descriptor-fixture.ts';
import { openBench, turn } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const TWO = '/dev/hidraw1';
const KEYBOARD = { usagePage: 0x01, usage: 0x06 };
const MAINTENANCE = { usagePage: 0xff8c, usage: 0x02 };

/** Notes what a scanner is told. */
function createCommands() {
  const sent: (readonly number[])[] = [];
  return { sent, features: { set: (bytes: readonly number[]) => void sent.push(bytes), get: () => [] } };
}

function keyOf(path: string, page: string): string {
  return `${path}#${page}`;
}

describe('switching a Honeywell scanner to its Point-of-Sale reports', () => {
  test('is asked of the interface that is read, through the handle that is open', async () => {
    const { hid, port, start } = openBench();
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE));
    hid.answerFeatures(ONE, features);
    await start();
    sent.length = 0;
    expect(await port.switchToHidPos(keyOf(ONE, '008c:0002'))).toEqual({ ok: true, value: null });
    expect([sent, hid.openings(ONE), hid.handlesOpen()]).toEqual([[[0xfe, 1]], 1, 1]);
  });

  test.each([
    ['on the same socket', {}, 'usb-1'],
    ['with the same serial number', { serialNumber: 'S' }, 'any'],
  ])(
    'is asked of the maintenance interface beside the keyboard %s, which is opened for it alone',
    async (_, more, socket) => {
      const { hid, port, start } = openBench({
        socketOf: (path) => (socket === 'any' ? path : `${socket}/input${path.at(-1)}`),
      });
      const { sent, features } = createCommands();
      hid.plug(fakeScanner(ONE, { ...KEYBOARD, ...more }));
      hid.plug(fakeScanner(TWO, { ...MAINTENANCE, ...more }));
      hid.answerFeatures(TWO, features);
      await start();
      const before = hid.handlesOpen();
      expect(await port.switchToHidPos(keyOf(ONE, '0001:0006'))).toEqual({ ok: true, value: null });
      expect([sent, hid.openings(TWO), hid.handlesOpen()]).toEqual([[[0xfe, 1]], 1, before]);
    },
  );

  test.each([
    ['a device that is not there', keyOf('/dev/hidraw9', '008c:0002'), 'reader-gone'],
    ['a scanner of a maker without such a command', keyOf(TWO, '008c:0002'), 'reader-mode-not-switched'],
    ['a scanner that refuses it', keyOf(ONE, '008c:0002'), 'reader-mode-not-switched'],
  ])('%s: %s is told as %s', async (_, deviceKey, code) => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.plug(fakeScanner(TWO, { vendorId: 0x1eab }));
    await start();
    const outcome = await port.switchToHidPos(deviceKey);
    expect(outcome.ok ? null : outcome.problem.code).toBe(code);
    expect(hid.openCount(ONE)).toBe(1);
  });

  test('tells the one that is meant, and not its equal', async () => {
    const { hid, port, start } = openBench();
    const [one, two] = [createCommands(), createCommands()];
    hid.plug(fakeScanner(ONE, { serialNumber: 'SAME' }));
    hid.plug(fakeScanner(TWO, { serialNumber: 'SAME' }));
    hid.answerFeatures(ONE, one.features);
    hid.answerFeatures(TWO, two.features);
    await start();
    one.sent.length = 0;
    two.sent.length = 0;
    await port.switchToHidPos(keyOf(TWO, '008c:0002'));
    expect([one.sent, two.sent]).toEqual([[], [[0xfe, 1]]]);
  });

  test('tells nothing to a scanner of another maker, whatever it would take', async () => {
    const { hid, port, start } = openBench();
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE, { vendorId: 0x1eab }));
    hid.answerFeatures(ONE, features);
    await start();
    expect(await port.switchToHidPos(keyOf(ONE, '008c:0002'))).toMatchObject({ ok: false });
    expect(sent).toEqual([]);
  });

  test('tells nothing to one that says of itself that it has no such command', async () => {
    const { hid, port, start } = openBench({ describe: () => descriptorFixture('pos-and-maintenance') });
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE));
    hid.answerFeatures(ONE, features);
    await start();
    expect(await port.switchToHidPos(keyOf(ONE, '008c:0002'))).toMatchObject({ ok: false });
    expect(sent).toEqual([]);
  });

  test('tells nothing to an equal one in another socket', async () => {
    const { hid, port, start } = openBench();
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE, KEYBOARD));
    hid.plug(fakeScanner(TWO, MAINTENANCE));
    hid.answerFeatures(TWO, features);
    await start();
    expect(await port.switchToHidPos(keyOf(ONE, '0001:0006'))).toMatchObject({ ok: false });
    expect(sent).toEqual([]);
  });

  test('is over with the stop', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    await port.stop();
    const outcome = await port.switchToHidPos(keyOf(ONE, '008c:0002'));
    expect(outcome).toEqual({ ok: false, problem: { code: 'reader-gone' } });
  });

  test.each([
    ['has no interface for it', undefined],
    ['has one of another scanner beside it', { ...MAINTENANCE, productId: 0x0b88 }],
  ])('a keyboard that %s is told so', async (_, beside) => {
    const { hid, port, start } = openBench({ socketOf: (path) => `usb-1/input${path.at(-1)}` });
    hid.plug(fakeScanner(ONE, { ...KEYBOARD, productId: 0x0b61 }));
    if (beside) hid.plug(fakeScanner(TWO, beside));
    await start();
    const outcome = await port.switchToHidPos(keyOf(ONE, '0001:0006'));
    expect(outcome).toMatchObject({
      problem: { code: 'reader-mode-not-switched', detail: 'no interface of it takes the command' },
    });
  });

  test('an interface that cannot be opened is told with its words', async () => {
    const { hid, port, start } = openBench();
    hid.plug(fakeScanner(ONE, MAINTENANCE));
    hid.refuseOpening(ONE, 'Permission denied');
    await start();
    const outcome = await port.switchToHidPos(keyOf(ONE, 'ff8c:0002'));
    expect(outcome).toMatchObject({ problem: { code: 'reader-mode-not-switched', detail: 'Permission denied' } });
  });

  test('one that is still being opened is not waited for', async () => {
    const { hid, hand, port, start } = openBench();
    hid.plug(fakeScanner(ONE));
    hid.holdOpening();
    const started = start();
    await turn();
    hand.moveBy(1_500);
    await started;
    expect(await port.switchToHidPos(keyOf(ONE, '008c:0002'))).toMatchObject({ ok: false });
  });
});

describe('a Honeywell scanner that is opened', () => {
  test.each([
    ['is told to report, where nobody knows better', null, [[0xfe, 1]]],
    ['is told to report, where it says that it has such a command', descriptorFixture('pos-64'), [[0xfe, 1]]],
    ['is told nothing, where it says that it has none', descriptorFixture('pos-and-maintenance'), []],
  ])('%s', async (_, descriptor, expected) => {
    const { hid, start } = openBench({ describe: () => descriptor });
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE));
    hid.answerFeatures(ONE, features);
    await start();
    expect(sent).toEqual(expected);
  });

  test('and refuses the command is read all the same', async () => {
    const { hid, notes, start } = openBench();
    hid.plug(fakeScanner(ONE));
    await start();
    await turn();
    hid.send(ONE, Uint8Array.of(2, 0));
    expect([notes.reports.length, notes.troubles]).toEqual([1, []]);
  });

  test('of another maker is told nothing', async () => {
    const { hid, start } = openBench();
    const { sent, features } = createCommands();
    hid.plug(fakeScanner(ONE, { vendorId: 0x1eab }));
    hid.answerFeatures(ONE, features);
    await start();
    expect(sent).toEqual([]);
  });
});

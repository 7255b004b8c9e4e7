import assert from 'node:assert/strict';
import type { Event } from '../../electron/core/event.ts';
import { DESK_KEYBOARD, wedgeOf } from './device/keyboard.ts';
import { kernelTest } from './kernel-test.ts';

/** Down and up. */
const REPORTS_A_KEY = 2;
const MARKED = { typingScanners: ['413c:2113'], readerProfiles: [] };
const UNMARKED = { typingScanners: [], readerProfiles: [] };

function scansOf(events: readonly Event[]): readonly (readonly [readerName: string, text: string])[] {
  return events.map((event) => (event.kind === 'scanned' ? [event.readerName, event.serialNumber] : ['', event.kind]));
}

for (const [end, text] of [
  ['with Enter behind it', 'GALT-11420104\r'],
  ['with nothing behind it', 'GALT-11420104'],
  ['in capitals and small letters', 'gAlT-11420104\r'],
] as const) {
  kernelTest(
    `a scanner in keyboard mode is read from the device itself and is one scan ${end}`,
    async ({ plug, read }) => {
      const { type } = await plug(wedgeOf('KB1'));
      const { attached, devices, events, reports, until } = await read();
      assert.deepEqual(
        attached.map(({ readerKey, layout }) => [readerKey, layout]),
        [['05e0:1200:KB1', 'keys']],
      );
      assert.deepEqual(
        devices().map(({ state }) => state),
        [{ kind: 'readingKeys', isMarked: false }],
      );
      type(text);
      await until(() => events.length > 0 && reports.length === text.length * REPORTS_A_KEY);
      assert.deepEqual(scansOf(events), [['Zebra DS2208', text.trim()]]);
    },
  );
}

kernelTest('two scanners that type at the same time never merge', async ({ plug, read }) => {
  const [left, right] = [await plug(wedgeOf('L')), await plug({ ...wedgeOf('R'), name: 'Zebra DS9308' })];
  const { events, until } = await read();
  for (const [index, sign] of Array.from('GALT11420104\r').entries()) {
    left.type(sign);
    right.type('8659623852751\r'.charAt(index));
  }
  right.type('\r');
  await until(() => events.length === 2);
  assert.deepEqual(
    new Map(scansOf(events)),
    new Map([
      ['Zebra DS2208', 'GALT11420104'],
      ['Zebra DS9308', '8659623852751'],
    ]),
  );
});

kernelTest('an ordinary keyboard is listed, left alone and never opened', async ({ plug, read }) => {
  await plug(DESK_KEYBOARD);
  const { devices, lines, lookAgain, openings } = await read();
  await lookAgain();
  assert.deepEqual(
    devices().map(({ name, usagePage, usage, readerKey, state }) => [name, usagePage, usage, readerKey, state]),
    [['Dell KB216', 1, 6, null, { kind: 'left' }]],
  );
  assert.deepEqual([openings, lines], [[], []]);
});

kernelTest('a keyboard that is marked as a scanner is read at once, and let go of at once', async ({ plug, read }) => {
  const { socket, type } = await plug(DESK_KEYBOARD);
  const { configure, devices, events, lines, openHandles, reports, until } = await read();
  const key = `413c:2113@${socket}`;
  type('before\r');
  await configure(MARKED);
  assert.deepEqual(lines, [`attached ${key}`]);
  assert.deepEqual(devices()[0]?.state, { kind: 'readingKeys', isMarked: true });
  type('GALT11420104\r');
  const reportsOfScan = 13 * REPORTS_A_KEY;
  await until(() => reports.length === reportsOfScan);
  await configure(UNMARKED);
  assert.equal(lines.at(-1), `detached ${key}`);
  await until(() => openHandles() === 0);
  type('8659623852751\r');
  await configure(UNMARKED);
  assert.deepEqual(devices()[0]?.state, { kind: 'left' });
  assert.deepEqual([events.length, reports.length], [1, reportsOfScan]);
});

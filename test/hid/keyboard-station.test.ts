import assert from 'node:assert/strict';
import { DESK_KEYBOARD, wedgeOf } from './device/keyboard.ts';
import { kernelTest, passTime } from './kernel-test.ts';
import { startPracticeStation } from './practice-station.ts';
import { awaitReaderNamed, OTHER_TOKEN, rowOf, TOKEN } from './station-desk.ts';

const WEDGE = 'Zebra DS2208';
/** Longer than the window may take to hear what a reader has typed. */
const PAST_AN_ECHO_MS = 1_100;

kernelTest('what a scanner in keyboard mode typed is one item, though the window hears it too', async (bench) => {
  const { type } = await bench.plug(wedgeOf('KB1'));
  const station = await startPracticeStation(bench.whenOver);
  await awaitReaderNamed(station, WEDGE);
  type(`${TOKEN}\r`);
  const row = await station.until((snapshot) => rowOf(snapshot, TOKEN));
  assert.deepEqual([row.readerName, row.laneId], [WEDGE, '05e0:1200:KB1']);
  assert.deepEqual(await station.send({ kind: 'wedgeScan', text: TOKEN }), { ok: true, value: null });
  const { notices, queue } = station.snapshot();
  assert.equal(queue.counts.all, 1);
  assert.ok(notices.every(({ kind }) => kind !== 'scanDuplicate'));
  await passTime(PAST_AN_ECHO_MS);
  await station.send({ kind: 'wedgeScan', text: TOKEN });
  await station.until(({ notices: later }) => later.some(({ kind }) => kind === 'scanDuplicate'));
});

kernelTest('what the window hears first is not heard again from the reader', async ({ plug, whenOver }) => {
  const { type } = await plug(wedgeOf('KB1'));
  const station = await startPracticeStation(whenOver);
  await awaitReaderNamed(station, WEDGE);
  await station.send({ kind: 'wedgeScan', text: TOKEN });
  type(`${TOKEN}\r${OTHER_TOKEN}\r`);
  await station.until((snapshot) => rowOf(snapshot, OTHER_TOKEN));
  const { notices, queue } = station.snapshot();
  assert.equal(queue.counts.all, 2);
  assert.ok(notices.every(({ kind }) => kind !== 'scanDuplicate'));
});

kernelTest('six digits that a reader types are no item, and are neither shown nor kept', async ({ plug, whenOver }) => {
  const { type } = await plug(wedgeOf('KB1'));
  const station = await startPracticeStation(whenOver);
  await awaitReaderNamed(station, WEDGE);
  type('038817\r');
  const notice = await station.until(({ notices }) => notices.find(({ kind }) => kind === 'scanRefused'));
  assert.deepEqual([notice.problem?.code, notice.text, notice.readerName], ['scan-not-a-serial', '', WEDGE]);
  assert.equal(station.snapshot().queue.counts.all, 0);
  assert.ok(!JSON.stringify(station.snapshot()).includes('038817'));
  await station.stop();
  assert.ok(!station.storedText().includes('038817'));
});

kernelTest('a keyboard that the operator calls a scanner is one, until they say otherwise', async (bench) => {
  const { type } = await bench.plug(DESK_KEYBOARD);
  const station = await startPracticeStation(bench.whenOver);
  await station.send({ kind: 'openDoctor' });
  const { deviceKey, use } = await station.until(({ doctor }) =>
    doctor?.devices.find(({ name }) => name === DESK_KEYBOARD.name),
  );
  assert.deepEqual(use, { kind: 'throughWindow' });
  await station.send({ kind: 'closeDoctor' });
  await station.send({ kind: 'useAsScanner', deviceKey, isScanner: true });
  await awaitReaderNamed(station, DESK_KEYBOARD.name);
  type(`${TOKEN}\r`);
  const row = await station.until((snapshot) => rowOf(snapshot, TOKEN));
  assert.equal(row.readerName, DESK_KEYBOARD.name);
  await station.send({ kind: 'useAsScanner', deviceKey, isScanner: false });
  await station.until(({ readers }) => readers.every(({ name }) => name !== DESK_KEYBOARD.name));
});

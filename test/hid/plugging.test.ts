import assert from 'node:assert/strict';
import { reportsOf, scannerOf } from './device/scanner.ts';
import { wedgeOf } from './device/keyboard.ts';
import { kernelTest, passTime } from './kernel-test.ts';
import { startPracticeStation } from './practice-station.ts';
import { awaitReader, OTHER_TOKEN, rowOf, TOKEN } from './station-desk.ts';

kernelTest('a scanner is usable within two seconds of being plugged in', async ({ plug, read }) => {
  const { attached, events, until } = await read();
  const pluggedAtMs = performance.now();
  const scanner = await plug(scannerOf('A'));
  await until(() => attached.length === 1);
  scanner.scan(TOKEN);
  await until(() => events.length === 1);
  const tookMs = performance.now() - pluggedAtMs;
  assert.ok(tookMs < 2_000, `${tookMs} ms`);
});

kernelTest('while nothing changes nobody looks, but for the one look in half a minute', async ({ plug, read }) => {
  const { attached, listings, until } = await read();
  await plug(scannerOf('A'));
  await plug(wedgeOf('KB1'));
  await until(() => attached.length === 2);
  const before = listings();
  await passTime(20_000);
  assert.ok(listings() - before <= 1, `${listings() - before} looks`);
});

kernelTest('five scanners that are plugged in at once are found with a few looks', async ({ plug, read }) => {
  const { attached, listings, until } = await read();
  const before = listings();
  await Promise.all(['A', 'B', 'C', 'D', 'E'].map((serialNumber) => plug(scannerOf(serialNumber))));
  await until(() => attached.length === 5);
  assert.ok(listings() - before <= 3, `${listings() - before} looks`);
  assert.equal(new Set(attached.map(({ readerKey }) => readerKey)).size, 5);
});

kernelTest('a look from the beginning keeps the readers, says nothing of it and goes on reading', async (bench) => {
  const [left, right] = [await bench.plug(scannerOf('L')), await bench.plug(wedgeOf('R'))];
  const { events, lines, lookAgain, openHandles, openings, until } = await bench.read();
  const before = [...lines];
  await lookAgain();
  await lookAgain();
  assert.deepEqual(lines, before);
  assert.deepEqual([openings.length, openHandles()], [6, 2]);
  left.scan(TOKEN);
  right.type(`${OTHER_TOKEN}\r`);
  await until(() => events.length === 2);
  assert.deepEqual(
    new Set(events.map((event) => event.kind === 'scanned' && event.serialNumber)),
    new Set([TOKEN, OTHER_TOKEN]),
  );
});

kernelTest('a station that looks again says neither gone nor ready', async ({ plug, whenOver }) => {
  const { scan } = await plug(scannerOf('A'));
  const station = await startPracticeStation(whenOver);
  await awaitReader(station, 'A');
  const before = station.snapshot().notices;
  assert.deepEqual(await station.send({ kind: 'lookAgain' }), { ok: true, value: null });
  assert.deepEqual(station.snapshot().notices, before);
  scan(TOKEN);
  await station.until((snapshot) => rowOf(snapshot, TOKEN));
});

/**
 * Observed: Linux 6.12.117 keeps reports that are shorter than described to itself; older ones pass them on.
 */
kernelTest('a device that lies about the length of its reports does no harm', async ({ plug, read }) => {
  const { scan, send } = await plug(scannerOf('A'));
  const { events, lines, until } = await read();
  const [whole] = reportsOf(TOKEN);
  assert.ok(whole);
  for (const length of [1, 5, 63, 65, 500, 4_096]) {
    const lie = new Uint8Array(length);
    lie.set(whole.subarray(0, length));
    send(lie);
  }
  scan(OTHER_TOKEN);
  const serialNumbers = (): readonly string[] =>
    events.flatMap((event) => (event.kind === 'scanned' ? [event.serialNumber] : []));
  await until(() => serialNumbers().includes(OTHER_TOKEN));
  // Of what is too long, the part that was described is the scan, and the same one each time.
  assert.deepEqual(serialNumbers(), [TOKEN, OTHER_TOKEN]);
  const refusals = events.flatMap((event) => (event.kind === 'scanRefused' ? [event.problem.code] : []));
  assert.ok(refusals.every((code) => code === 'report-malformed'));
  assert.ok(!lines.some((line) => line.startsWith('detached')));
});

import assert from 'node:assert/strict';
import { reportsOf, scannerOf } from './device/scanner.ts';
import { kernelTest } from './kernel-test.ts';
import { startPracticeStation } from './practice-station.ts';
import { ANNA, awaitReader, chooseUser, OTHER_TOKEN, rowOf, TOKEN } from './station-desk.ts';

kernelTest('a scan in the kernel becomes an activated token, and every step is in the journal', async (bench) => {
  const scanner = await bench.plug(scannerOf('DESK'));
  const station = await startPracticeStation(bench.whenOver);
  await awaitReader(station, 'DESK');
  scanner.scan(`S/N: ${TOKEN}\r`);
  const row = await chooseUser(station, TOKEN);
  assert.equal(row.readerName, 'Honeywell Voyager 1602g');
  assert.equal(row.scannedText, `S/N: ${TOKEN}`);
  const { practice } = station.snapshot();
  const code = practice?.tokens.find(({ serialNumber }) => serialNumber === TOKEN)?.code ?? '';
  assert.deepEqual(await station.send({ kind: 'enterCode', itemId: row.id, code }), { ok: true, value: null });
  const issued = await station.until((snapshot) => {
    const changed = rowOf(snapshot, TOKEN);
    return changed?.state.kind === 'activated' && changed;
  });
  assert.equal(issued.user?.userPrincipalName, ANNA);
  await station.stop();
  const kinds = ['restarted', 'scanned', 'userChosen', 'activationIntended', 'activationDone', 'methodRead'];
  assert.deepEqual(await station.storedKinds(), kinds);
});

kernelTest('a token that is scanned twice is one item, and the second time is said', async ({ plug, whenOver }) => {
  const [left, right] = [await plug(scannerOf('L')), await plug(scannerOf('R'))];
  const station = await startPracticeStation(whenOver);
  await awaitReader(station, 'L');
  await awaitReader(station, 'R');
  left.scan(TOKEN);
  await station.until((snapshot) => rowOf(snapshot, TOKEN));
  right.scan(TOKEN.toLowerCase());
  await station.until(({ notices }) => notices.some(({ kind }) => kind === 'scanDuplicate'));
  assert.equal(station.snapshot().queue.counts.all, 1);
});

kernelTest('a shop bar code is refused with its reason and is no item', async ({ plug, whenOver }) => {
  const scanner = await plug(scannerOf('DESK'));
  const station = await startPracticeStation(whenOver);
  await awaitReader(station, 'DESK');
  scanner.scan('4006381333931', ']E0');
  const notice = await station.until(({ notices }) => notices.find(({ kind }) => kind === 'scanRefused'));
  assert.deepEqual(notice.problem, { code: 'scan-retail-code' });
  assert.equal(notice.text, '4006381333931');
  assert.equal(station.snapshot().queue.counts.all, 0);
});

kernelTest('a pulled scanner is said, the queue stays, and plugged in again it goes on', async ({ plug, whenOver }) => {
  const scanner = await plug(scannerOf('DESK'));
  const station = await startPracticeStation(whenOver);
  await awaitReader(station, 'DESK');
  scanner.scan(TOKEN);
  const [half] = reportsOf(OTHER_TOKEN.padStart(60, ' '));
  assert.ok(half);
  scanner.send(half);
  await station.until((snapshot) => rowOf(snapshot, TOKEN));
  scanner.unplug();
  await station.until(({ notices }) => notices.some(({ kind }) => kind === 'readerGone'));
  assert.equal(station.snapshot().queue.counts.all, 1);
  const again = await plug(scannerOf('DESK'));
  await awaitReader(station, 'DESK');
  again.scan(OTHER_TOKEN);
  await station.until((snapshot) => rowOf(snapshot, OTHER_TOKEN));
  const { queue, open } = station.snapshot();
  assert.deepEqual(
    queue.rows.map(({ serialNumber }) => serialNumber),
    [OTHER_TOKEN, TOKEN],
  );
  assert.equal(open?.serialNumber, TOKEN);
});

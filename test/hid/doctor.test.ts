import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { DESK_KEYBOARD } from './device/keyboard.ts';
import { newlandOf, scannerOf } from './device/scanner.ts';
import { type Bench, kernelTest, type PluggedDevice } from './kernel-test.ts';
import { type PracticeStation, startPracticeStation } from './practice-station.ts';
import { awaitReader, rowOf, TOKEN } from './station-desk.ts';
import { startStationProcess } from './station-process.ts';

const SOMEBODY = 1000;
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

async function openDoctor({ plug, whenOver }: Bench) {
  const scanner = await plug(scannerOf('DESK'));
  const station = await startPracticeStation(whenOver);
  await awaitReader(station, 'DESK');
  await station.send({ kind: 'openDoctor' });
  return { scanner, station };
}

/** Scans, and waits until the doctor has tried it out. */
async function tryOut({ until }: PracticeStation, { scan }: PluggedDevice, text: string): Promise<DoctorView> {
  scan(text);
  return until(({ doctor }) => doctor?.tests.length === 1 && doctor);
}

kernelTest('the doctor lists what is read, what is blocked and how to free it, and keyboards', async (bench) => {
  const { path } = await bench.plug(scannerOf('DESK'));
  chmodSync(path, 0o666);
  await bench.plug(newlandOf('NL1'));
  await bench.plug(DESK_KEYBOARD);
  const dataPath = join(tmpdir(), 'somebodys-doctor');
  const station = startStationProcess({ dataPath, userId: SOMEBODY }, bench.whenOver);
  await awaitReader(station, 'DESK');
  await station.send({ kind: 'openDoctor' });
  const { devices } = await station.until(({ doctor }) => doctor?.devices.length === 3 && doctor);
  const [blocked, read, keyboard] = devices;
  assert.deepEqual([blocked?.name, blocked?.kind], ['Newland NLS-FM430', 'scanner']);
  assert.equal(blocked?.use.kind === 'blocked' && blocked.use.problem.code, 'reader-permission-denied');
  const rule = 'KERNEL=="hidraw*", ATTRS{idVendor}=="1eab", TAG+="uaccess"';
  assert.deepEqual(blocked?.fixes, [{ kind: 'udevRule', rule, fileName: '70-token-station-1eab.rules' }]);
  assert.equal(read?.name, 'Honeywell Voyager 1602g');
  assert.equal(read.use.kind === 'reading' && read.use.layoutFrom, 'descriptor');
  assert.deepEqual([keyboard?.name, keyboard?.kind, keyboard?.use.kind], ['Dell KB216', 'keyboard', 'throughWindow']);
  assert.deepEqual(keyboard?.fixes, [{ kind: 'useAsScanner' }]);
});

kernelTest('a scan is tried out in the doctor with its bytes, and enters nothing', async (bench) => {
  const { scanner, station } = await openDoctor(bench);
  const { reports, tests } = await tryOut(station, scanner, `S/N: ${TOKEN}`);
  assert.deepEqual([tests[0]?.scannedText, tests[0]?.used, tests[0]?.symbology], [`S/N: ${TOKEN}`, TOKEN, 'code128']);
  assert.equal(reports[0]?.lengthBytes, 64);
  assert.ok(reports[0].bytesHex?.startsWith(`02115D4330${Buffer.from(`S/N: ${TOKEN}`).toString('hex').toUpperCase()}`));
  assert.equal(station.snapshot().queue.counts.all, 0);
  await station.stop();
  assert.deepEqual(await station.storedKinds(), ['restarted']);
});

kernelTest('no byte of a secret is shown in the doctor', async (bench) => {
  const { scanner, station } = await openDoctor(bench);
  const { reports, tests } = await tryOut(station, scanner, `otpauth://totp/Example:ann?secret=${SECRET}`);
  assert.deepEqual([tests[0]?.scannedText, tests[0]?.problem?.code], ['', 'scan-holds-secret']);
  assert.deepEqual(
    reports.map(({ bytesHex }) => bytesHex),
    [null, null],
  );
  const shown = JSON.stringify(station.snapshot()).toUpperCase();
  assert.ok(!shown.includes(SECRET));
  assert.ok(!shown.includes(Buffer.from(SECRET).toString('hex').toUpperCase()));
});

kernelTest('once the doctor is closed a scan is an item again, and the bytes are forgotten', async (bench) => {
  const { scanner, station } = await openDoctor(bench);
  await tryOut(station, scanner, '8659623852751');
  await station.send({ kind: 'closeDoctor' });
  assert.equal(station.snapshot().doctor, null);
  scanner.scan(TOKEN);
  await station.until((snapshot) => rowOf(snapshot, TOKEN));
  await station.send({ kind: 'openDoctor' });
  const { reports, tests } = await station.until(({ doctor }) => doctor);
  assert.deepEqual([reports, tests], [[], []]);
});

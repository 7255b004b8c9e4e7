import assert from 'node:assert/strict';
import { chmodSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scannerOf } from './device/scanner.ts';
import { kernelTest } from './kernel-test.ts';
import { awaitReader, keyOf, rowOf, TOKEN } from './station-desk.ts';
import { startStationProcess } from './station-process.ts';

const LIBUSB = '/lib/x86_64-linux-gnu/libusb-1.0.so.0';
const SOMEBODY = 1000;

kernelTest('without rights on its node a scanner is shown with the reason; with them it is read', async (bench) => {
  const { path, scan } = await bench.plug(scannerOf('DESK'));
  chmodSync(path, 0o600);
  const dataPath = join(tmpdir(), 'somebodys-data');
  const station = startStationProcess({ dataPath, userId: SOMEBODY }, bench.whenOver);
  const troubled = await station.until(({ readers }) => readers.find(({ readerKey }) => readerKey === keyOf('DESK')));
  assert.equal(troubled.name, 'Honeywell Voyager 1602g');
  assert.equal(troubled.problem?.code, 'reader-permission-denied');
  // As a udev rule does it.
  chmodSync(path, 0o666);
  await awaitReader(station, 'DESK');
  scan(TOKEN);
  await station.until((snapshot) => rowOf(snapshot, TOKEN));
});

kernelTest(
  'without libusb no scanner is read, the station says why and takes serial numbers by hand',
  async (bench) => {
    const hidden = `${LIBUSB}.hidden`;
    renameSync(LIBUSB, hidden);
    bench.whenOver(() => {
      renameSync(hidden, LIBUSB);
    });
    const station = startStationProcess({ dataPath: join(tmpdir(), 'without-libusb') }, bench.whenOver);
    const problem = await station.until(({ readers }) => readers.find(({ readerKey }) => readerKey === 'hid')?.problem);
    assert.equal(problem.code, 'reader-library-missing');
    assert.match(problem.detail ?? '', /libusb-1\.0\.so\.0/);
    await station.send({ kind: 'enterSerial', serialNumber: TOKEN, repeated: TOKEN });
    await station.until((snapshot) => rowOf(snapshot, TOKEN));
  },
);

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneView } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { scannerOf } from './device/scanner.ts';
import { type Bench, kernelTest, type PluggedDevice } from './kernel-test.ts';
import { makeDataFolder, startPracticeStation } from './practice-station.ts';
import { awaitReader, type Desk, keyOf, OTHER_TOKEN, rowOf, TOKEN } from './station-desk.ts';
import { startStationProcess, type StationProcess } from './station-process.ts';

const LEFT = 'L';
const RIGHT = 'R';

/** Two people at one bench, each with a token in hand; the one on the right was faster. */
async function fillHands({ plug }: Bench, start: () => Desk | Promise<Desk>) {
  const [left, right] = [await plug(scannerOf(LEFT)), await plug(scannerOf(RIGHT))];
  const desk = await start();
  await awaitReader(desk, LEFT);
  await awaitReader(desk, RIGHT);
  right.scan(OTHER_TOKEN);
  await desk.until((snapshot) => rowOf(snapshot, OTHER_TOKEN));
  left.scan(TOKEN);
  const hands = await desk.until((snapshot) => rowOf(snapshot, TOKEN) && handsOf(snapshot));
  return { left, right, desk, hands };
}

function laneOf({ lanes }: Snapshot, serialNumber: string): LaneView | undefined {
  return lanes.find(({ laneId }) => laneId === keyOf(serialNumber));
}

/** What is in each hand and in which colour, and whether its reader is there. */
function handsOf(snapshot: Snapshot) {
  return [LEFT, RIGHT].map((serialNumber) => {
    const lane = laneOf(snapshot, serialNumber);
    return { token: lane?.open?.serialNumber, color: lane?.color, isPlugged: lane?.isPlugged };
  });
}

async function pullAndPlug({ plug }: Bench, desk: Desk, device: PluggedDevice, serialNumber: string): Promise<void> {
  device.unplug();
  await desk.until((snapshot) => laneOf(snapshot, serialNumber)?.isPlugged === false);
  await plug(scannerOf(serialNumber));
  await awaitReader(desk, serialNumber);
}

kernelTest('two scanners hand over one token each, in places of their own', async (bench) => {
  const { hands } = await fillHands(bench, () => startPracticeStation(bench.whenOver));
  assert.deepEqual(
    hands.map(({ token }) => token),
    [TOKEN, OTHER_TOKEN],
  );
  assert.equal(new Set(hands.map(({ color }) => color)).size, 2);
});

kernelTest('a scanner that is pulled with a token in hand has its place and its colour again', async (bench) => {
  const { left, right, desk, hands } = await fillHands(bench, () => startPracticeStation(bench.whenOver));
  await pullAndPlug(bench, desk, left, LEFT);
  await pullAndPlug(bench, desk, right, RIGHT);
  assert.deepEqual(await desk.until(handsOf), hands);
});

function remembers(dataPath: string, serialNumber: string): boolean {
  const path = join(dataPath, 'bench.json');
  return existsSync(path) && readFileSync(path, 'utf8').includes(keyOf(serialNumber));
}

/** Kills a station with two tokens in hand and plugs its scanners in again in the other order. */
async function restart(bench: Bench) {
  const dataPath = makeDataFolder(bench.whenOver);
  const environment = { TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:9/beta', TOKEN_STATION_ACCESS_TOKEN: 'none' };
  const start = (): StationProcess => startStationProcess({ dataPath, environment }, bench.whenOver);
  const first = start();
  const { left, right, hands } = await fillHands(bench, () => first);
  // The bench's file is written beside the work, not before it.
  await first.until(() => [LEFT, RIGHT].every((serialNumber) => remembers(dataPath, serialNumber)));
  await first.kill();
  left.unplug();
  right.unplug();
  await bench.plug(scannerOf(RIGHT));
  await bench.plug(scannerOf(LEFT));
  const second = start();
  await awaitReader(second, LEFT);
  await awaitReader(second, RIGHT);
  return { hands, later: await second.until(handsOf) };
}

kernelTest('after a kill each token is in the hand that it was in', async (bench) => {
  const { hands, later } = await restart(bench);
  assert.deepEqual(
    later.map(({ token, isPlugged }) => [token, isPlugged]),
    hands.map(({ token, isPlugged }) => [token, isPlugged]),
  );
});

kernelTest('after a kill each place has the colour that it had', async (bench) => {
  const { hands, later } = await restart(bench);
  assert.deepEqual(
    later.map(({ color }) => color),
    hands.map(({ color }) => color),
  );
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PRACTICE_DATA, PRACTICE_OPERATOR, PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { createPracticeTenant } from '../../electron/practice/tenant.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';
import { type LoopbackTenant, startLoopbackTenant } from '../fakes/loopback-tenant.ts';
import { scannerOf } from './device/scanner.ts';
import { type Bench, kernelTest } from './kernel-test.ts';
import { makeDataFolder, storedKinds } from './practice-station.ts';
import { awaitReader, chooseUser, OTHER_TOKEN, rowOf, TOKEN } from './station-desk.ts';
import { startStationProcess } from './station-process.ts';

const WRITE = 'assignAndActivateBySerialNumber';

kernelTest('a station killed in the middle finds out by reading, with one write and the queue kept', async (bench) => {
  const { plug, whenOver } = bench;
  const scanner = await plug(scannerOf('DESK'));
  const served = await serveTenant(whenOver);
  const dataPath = makeDataFolder(whenOver);
  const environment = {
    TOKEN_STATION_GRAPH_URL: `${served.baseUrl}/beta`,
    TOKEN_STATION_ACCESS_TOKEN: PRACTICE_OPERATOR.accessToken,
  };
  const first = startStationProcess({ dataPath, environment }, whenOver);
  await awaitReader(first, 'DESK');
  scanner.scan(TOKEN);
  scanner.scan(OTHER_TOKEN);
  const row = await chooseUser(first, TOKEN);
  const held = served.holdNextAnswer(WRITE);
  await first.send({ kind: 'enterCode', itemId: row.id, code: displayOf(TOKEN) });
  await held.reached;
  await first.kill();
  held.release();

  const second = startStationProcess({ dataPath, environment }, whenOver);
  await second.until((snapshot) => rowOf(snapshot, TOKEN)?.state.kind === 'activated');
  assert.equal(await second.until((snapshot) => rowOf(snapshot, OTHER_TOKEN)?.state.kind), 'needsUser');
  await awaitReader(second, 'DESK');
  scanner.scan(TOKEN);
  await second.until(({ notices }) => notices.some(({ kind }) => kind === 'scanDuplicate'));
  assert.equal(served.countPosts(WRITE), 1);
  await second.kill();
  assert.deepEqual(await storedKinds(join(dataPath, 'journals', 'served', 'journal.sqlite')), [
    'restarted',
    'scanned',
    'scanned',
    'userChosen',
    'activationIntended',
    'restarted',
    'methodRead',
    'scanned',
  ]);
});

kernelTest(
  'a station that quits lets its scanner and its journal go, and its process ends',
  async ({ plug, whenOver }) => {
    const scanner = await plug(scannerOf('DESK'));
    const dataPath = makeDataFolder(whenOver);
    const station = startStationProcess({ dataPath }, whenOver);
    await awaitReader(station, 'DESK');
    scanner.scan(TOKEN);
    await station.until((snapshot) => rowOf(snapshot, TOKEN));
    assert.equal(await station.quit(), 0);
    assert.deepEqual(readdirSync(join(dataPath, 'journals', 'practice')), ['journal.sqlite']);
  },
);

async function serveTenant(whenOver: Bench['whenOver']): Promise<LoopbackTenant> {
  const tenant = createPracticeTenant({
    nowMs: Date.now,
    delay: (delayMs) => pause(delayMs),
    newId: randomUUID,
    data: PRACTICE_DATA,
  });
  const served = await startLoopbackTenant(tenant);
  whenOver(served.close);
  return served;
}

function displayOf(serialNumber: string): string {
  const token = PRACTICE_TOKENS.find((candidate) => candidate.serialNumber === serialNumber);
  return token ? readDisplay(token, Date.now()).code : '';
}

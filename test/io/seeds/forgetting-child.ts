import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import { logEvent, openLog } from '../../../electron/main/log.ts';
import { PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { computeCode } from '../../../electron/practice/totp.ts';
import { buildBench, nextTurn } from '../../main/build-bench.ts';

/** Kept on purpose: whoever looks through the picture of the memory must find this, or has looked at the wrong one. */
export const kept = { word: Buffer.from('PLANTED canary of the test').toString('latin1') };

const [, , folder = '', serialNumber = ''] = process.argv;

/** A bench in a process of its own: opens the file of the folder, proves a code, puts the box into the tenant, and forgets. */
async function main(): Promise<void> {
  const bench = await buildBench({
    as: PRACTICE_OPERATORS.trainee,
    chooseFile: () => Promise.resolve({ name: 'box.csv', bytes: readFileSync(join(folder, 'box.csv')) }),
  });
  await bench.send({ kind: 'openSeedFile', password: '', again: false });
  await bench.send({ kind: 'checkInventory' });
  await settle();
  const nowMs = bench.hand.clock.nowMs();
  const key = { secret: readFileSync(join(folder, 'seed.bin')), hash: 'sha1', periodSeconds: 30 } as const;
  await bench.send({ kind: 'proveInventory', code: computeCode(key, Math.floor(nowMs / 30_000)) });
  await bench.send({ kind: 'seekToken', code: computeCode(key, Math.floor(nowMs / 30_000)) });
  await bench.send({ kind: 'importInventory' });
  await settle();
  key.secret.fill(0);
  const { inventory } = bench.station.snapshot();
  await bench.send({ kind: 'forgetSeeds' });
  await bench.station.idle();
  const log = openLog(join(folder, 'station.log'));
  for (const event of bench.events) logEvent(log, event);
  const told = [bench.station.snapshot(), bench.published, bench.events, bench.journal.stored()];
  writeFileSync(join(folder, 'told.json'), JSON.stringify(told));
  writeFileSync(
    join(folder, 'came-to.json'),
    JSON.stringify({ inventory, has: bench.tenant.findAssignment(serialNumber) }),
  );
  globalThis.gc?.();
  await settle();
  globalThis.gc?.();
  writeHeapSnapshot(join(folder, 'memory.heapsnapshot'));
  console.log(kept.word.length);
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await nextTurn();
}

await main();

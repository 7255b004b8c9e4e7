import { createHmac, randomBytes } from 'node:crypto';
import { hotpOf, totpStep } from '../../electron/core/oath-code.ts';
import type { SeedPort } from '../../electron/core/ports.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createSeedBox } from '../../electron/io/seeds/seed-box.ts';
import { printSeries, timeEach } from './measure.ts';

const NOW_MS = 1_790_000_010_000;
const ROUNDS = 30;
const WINDOW_MS = 10 * 60_000;

/** No token shows it, so that every seed is tried in every step: the longest way. */
const CODE = new Secret('000000');

type Row = { readonly seed: Buffer; readonly periodSeconds: 30 | 60 };

function makeRows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, place) => ({ seed: randomBytes(20), periodSeconds: place % 2 ? 30 : 60 }));
}

function toFile(rows: readonly Row[]) {
  const lines = rows.map(({ seed, periodSeconds }, place) => `S${place},${seed.toString('hex')},${periodSeconds}`);
  const bytes = Buffer.from(`serial,seed,interval\n${lines.join('\n')}\n`);
  return { name: 'bench', bytes, password: new Secret('') };
}

async function open(rows: readonly Row[]): Promise<SeedPort> {
  const box = createSeedBox();
  await box.load(toFile(rows));
  return box;
}

/** As the station did it before: a new HMAC of the system for each code. */
function findWithSystemHmac(rows: readonly Row[]): number {
  let found = 0;
  for (const { seed, periodSeconds } of rows) {
    const present = totpStep(periodSeconds, NOW_MS);
    const farthest = WINDOW_MS / (periodSeconds * 1_000);
    for (let step = present - farthest; step <= present + farthest; step++) {
      const code = hotpOf((message) => createHmac('sha1', seed).update(message).digest(), step, 6);
      if (code === CODE.reveal()) found += 1;
    }
  }
  return found;
}

/** Checks one code against one seed, a thousand and ten thousand. */
async function main(): Promise<void> {
  const thousand = makeRows(1_000);
  const tenThousand = makeRows(10_000);
  const one = await open(thousand.slice(1, 2));
  const box = await open(thousand);
  const big = await open(tenThousand);
  const sightings = [{ code: CODE, atMs: NOW_MS }];
  printSeries('Seeds in memory', {
    'read a list of 1,000 seeds': await timeEach(ROUNDS, () => createSeedBox().load(toFile(thousand))),
    'read a list of 10,000 seeds': await timeEach(ROUNDS, () => createSeedBox().load(toFile(tenThousand))),
    'one code against one seed, 20 minutes and 10 again': await timeEach(ROUNDS, async () =>
      one.prove('S0', CODE, NOW_MS),
    ),
    'one code against 1,000 seeds, 10 minutes, with the HMAC of the system': await timeEach(5, async () =>
      findWithSystemHmac(thousand),
    ),
    'one code against 1,000 seeds, 10 minutes': await timeEach(ROUNDS, async () => box.find(sightings)),
    'one code against 10,000 seeds, 10 minutes': await timeEach(ROUNDS, async () => big.find(sightings)),
  });
}

await main();

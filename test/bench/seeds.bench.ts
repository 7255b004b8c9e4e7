import { randomBytes } from 'node:crypto';
import { Secret } from '../../electron/core/secret.ts';
import { createSeedBox } from '../../electron/io/seeds/seed-box.ts';
import { printSeries, timeEach } from './measure.ts';

const NOW_MS = 1_790_000_010_000;
const TOKENS = 1_000;
const ROUNDS = 30;

/** Checks one code against one seed and against a thousand; a code that fits none is the longest way. */
async function main(): Promise<void> {
  const rows = Array.from(
    { length: TOKENS },
    (_, place) => `S${place},${randomBytes(20).toString('hex')},${place % 2 ? 30 : 60}`,
  );
  const box = createSeedBox();
  const text = `serial,seed,interval\n${rows.join('\n')}\n`;
  const file = { name: 'bench', bytes: Buffer.from(text), password: new Secret('') };
  const load = await timeEach(ROUNDS, () => box.load(file));
  const code = new Secret('a code that no token shows');
  const single = createSeedBox();
  await single.load({
    name: 'one',
    bytes: Buffer.from(`serial,seed,interval\n${rows[1] ?? ''}\n`),
    password: new Secret(''),
  });
  const own = await timeEach(ROUNDS, async () => single.prove('S1', code, NOW_MS));
  const all = await timeEach(ROUNDS, async () => box.find([{ code, atMs: NOW_MS }]));
  printSeries('Seeds in memory', {
    [`read a list of ${TOKENS} seeds`]: load,
    'one code against one seed, 20 minutes and 10 again': own,
    [`one code against ${TOKENS} seeds, 10 minutes`]: all,
  });
}

await main();

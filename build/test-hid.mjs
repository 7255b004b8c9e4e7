import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGuest } from './hid-guest.mjs';
import { buildImage } from './hid-image.mjs';
import { ensureKernel } from './hid-kernel.mjs';
import { createTapReader } from './hid-tap.mjs';
import { ensureHidTools } from './hid-tools.mjs';
import { giveUp } from './run-command.mjs';
import { runTool } from './run-tool.mjs';
import { setUpTools } from './set-up.mjs';

// In one process, because starting Node takes a second or two on the emulated processor. A test that waits in vain is ended.
const TESTS =
  'node --test --test-reporter=tap --test-isolation=none --test-concurrency=1 --test-timeout=60000 --test-force-exit *.test.mjs';
const BENCHES = 'for bench in *.bench.mjs; do node --expose-gc "$bench" || exit 1; done';

const isBench = process.argv.includes('--bench');
// Chosen: six times what a run takes on two quiet processors; the benchmarks do thousands of rounds.
const limitMs = isBench ? 900_000 : 180_000;
const cache = process.env.TOKEN_STATION_HID_CACHE ?? join(homedir(), '.cache/token-station-hid');
const work = mkdtempSync(join(tmpdir(), 'token-station-hid-'));

const tap = createTapReader();
const { counts } = tap;

// The closing line stands last whatever happens: a set-up that gives up is a failure like any other.
process.on('exit', (status) => {
  rmSync(work, { recursive: true, force: true });
  if (isBench) return;
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (process.env.TOKEN_STATION_COUNTS) writeFileSync(process.env.TOKEN_STATION_COUNTS, JSON.stringify(counts));
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
});

await setUpTools();
const missing = await ensureHidTools();
if (missing) giveUp(missing);
const kernel = await ensureKernel(cache);
await bundle();
const image = await buildImage({ cache, kernel, work, command: isBench ? BENCHES : TESTS });
console.log(`Booting ${kernel.package} in QEMU…`);
process.exitCode = isBench ? await runBenches() : await runTests();

/** Makes JavaScript of the tests and the app's sources, with all packages in it but node-hid. */
async function bundle() {
  const args = ['build', '--config', 'test/hid/vite.config.ts', '--logLevel', 'warn'];
  const { status, output } = await runTool('vite', args);
  if (status !== 0)
    giveUp(`${output}The tests of test/hid could not be bundled. Mend the error above and run this again.`);
}

async function runTests() {
  const end = await runGuest({
    kernel: kernel.image,
    image,
    work,
    limitMs,
    onLine: (line) => {
      const shown = tap.take(line);
      if (shown !== null) console.log(shown);
    },
  });
  if (end.status === 0 && counts.failed === 0 && counts.passed > 0) return 0;
  explain(end, counts.passed + counts.failed === 0 ? 'No test ran.' : '');
  return 1;
}

async function runBenches() {
  console.log('Times are those of the emulated processor, 4 ns for an instruction: compare them, they are no promise.');
  const end = await runGuest({ kernel: kernel.image, image, work, limitMs, onLine: console.log });
  if (end.status === 0) return 0;
  explain(end, 'The benchmarks did not end well.');
  return 1;
}

/** @param {Awaited<ReturnType<typeof runGuest>>} end @param {string} words */
function explain({ status, late, console: lines }, words) {
  console.log('The last lines of the guest’s console:');
  for (const line of lines) console.log(`  ${line}`);
  if (words) console.log(words);
  if (late) console.log(`The guest did not come to its end within ${limitMs / 1000} s and was stopped.`);
  else if (status === null) console.log('The guest went down in the middle of its work.');
}

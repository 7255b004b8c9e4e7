import { buildIfStale } from './ensure-build.mjs';
import { withElectron } from './ensure-electron-binary.mjs';
import { ensureHidTools } from './hid-tools.mjs';
import { runKernelLane, runPlaywright, runVitest } from './run-tests.mjs';
import { setUpApp } from './set-up.mjs';
import { runSteps, steps } from './steps.mjs';

/** @type {import('./run-tests.mjs').Counts} */
const total = { passed: 0, failed: 0, skipped: [] };

// The closing line stands last whatever happens: a set-up that gives up is a failure like any other.
process.on('exit', (status) => {
  for (const { title, reason } of total.skipped) console.log(`skipped: ${title} (${reason})`);
  if (total.failed === 0 && (status !== 0 || total.passed === 0)) total.failed = 1;
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
});

const { runsOn, missing } = await setUpApp();
const failedSteps = await runSteps(steps);
add({ passed: steps.length - failedSteps, failed: failedSteps, skipped: [] });
add(await runVitest());
await testApp();
const noLane = await ensureHidTools();
if (noLane) leaveOut('test/hid', noLane);
else add(await runKernelLane());

/** The built app; and the specs of the stand-in, which hold on Electron too. */
async function testApp() {
  if (missing) return leaveOut('test/e2e and test/standin', `${missing} is missing`);
  const trouble = await buildIfStale();
  if (trouble === null) {
    add(await runPlaywright('test/e2e/playwright.config.ts', withElectron(runsOn)));
  } else {
    console.log(`${trouble.trimEnd()}\ntest/e2e did not run: the app could not be built.`);
    total.failed += 1;
  }
  add(await runPlaywright('test/standin/playwright.config.ts', withElectron(runsOn)));
}

function add({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped);
}

/** CI has all it needs: there a part that cannot run is a failure. */
function leaveOut(part, reason) {
  console.log(`${part} did not run: ${reason}.`);
  if (process.env.CI === 'true') total.failed += 1;
}

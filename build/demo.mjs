import { ensureBuild } from './ensure-build.mjs';
import { runDemo } from './run-demo.mjs';
import { setUpApp } from './set-up.mjs';

const { runsOn, missing } = await setUpApp();
if (missing) process.exit(1);
await ensureBuild();
process.exitCode = await runDemo(runsOn, process.argv.slice(2));

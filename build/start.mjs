import { join } from 'node:path';
import { withElectron } from './ensure-electron-binary.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { root } from './run-command.mjs';
import { runDemo } from './run-demo.mjs';
import { runNode } from './run-tool.mjs';
import { hasDisplay, setUpApp } from './set-up.mjs';

const { runsOn, missing } = await setUpApp();
if (missing) process.exit(1);
await ensureBuild();
if (hasDisplay(runsOn)) {
  process.exitCode = await runApp();
} else {
  console.log('No display here, so nobody would see the window: running the demo instead, as `npm run demo` does.');
  process.exitCode = await runDemo(runsOn);
}

async function runApp() {
  // Source: Electron refuses to run as root with its sandbox; only containers and test benches are run so.
  const forRoot = runsOn === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const cli = join(root, 'node_modules/electron/cli.js');
  const args = [cli, ...forRoot, '.', ...process.argv.slice(2)];
  const { status } = await runNode(args, { env: withElectron(runsOn), show: true, isTheApp: true });
  return status;
}

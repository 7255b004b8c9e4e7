import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withElectron } from './ensure-electron-binary.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { giveUp, root } from './run-command.mjs';
import { runNode } from './run-tool.mjs';
import { setUpApp } from './set-up.mjs';

const { runsOn } = await setUpApp();
await ensureBuild();
const wanted = process.argv.slice(2);
const files = readdirSync(join(root, 'test/bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .toSorted();
if (files.length === 0)
  giveUp(`No test/bench/*.bench.ts${wanted.length ? ` has ${wanted.join(' or ')} in its name` : ''}.`);
for (const name of files) {
  console.log(`\n${name}`);
  // One after the other and each in a process of its own: none may slow or warm another.
  const { status } = await runNode([join('test/bench', name)], { env: withElectron(runsOn), show: true });
  if (status !== 0) process.exitCode = status;
}

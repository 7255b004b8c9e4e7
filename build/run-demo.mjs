import { withElectron } from './ensure-electron-binary.mjs';
import { runNode } from './run-tool.mjs';

/** Plays the demo on the built app and answers its exit status. */
export async function runDemo(runsOn, args = []) {
  const { status } = await runNode(['test/e2e/demo.ts', ...args], { env: withElectron(runsOn), show: true });
  return status;
}

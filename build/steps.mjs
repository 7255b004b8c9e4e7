import { performance } from 'node:perf_hooks';
import { runNode, runTool } from './run-tool.mjs';

/** The checks of the sources. Each answers `{status, output}`. The longest stands first, so that two at once end early. */
export const steps = [
  // --force: the compiler's notes of an earlier run miss changes of JSON files and of global declarations.
  { name: 'types', run: () => runTool('typescript', ['-b', '--force', '--pretty', 'false']) },
  { name: 'lint', run: () => runTool('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: () => runTool('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'rooms', run: () => runNode(['test/house/rooms-step.ts']) },
];

const FAST_PROJECTS = ['unit', 'renderer', 'house'];

/** Everything that vitest runs in seconds. `npm test` runs it with the slow ones, and counts each test. */
export const unitStep = {
  name: 'unit',
  run: () =>
    runTool('vitest', [
      'run',
      '--reporter=default',
      '--no-color',
      ...FAST_PROJECTS.flatMap((name) => ['--project', name]),
    ]),
};

/** Runs steps, two at a time, and prints one line for each, with its output where it failed. Answers how many did. */
export async function runSteps(chosen) {
  const waiting = [...chosen];
  let failed = 0;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { status, seconds, output } = await timeStep(step);
      if (status !== 0) failed += 1;
      console.log(`${step.name.padEnd(8)} ${status === 0 ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s`);
      if (status !== 0) console.log(output.trimEnd());
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

async function timeStep(step) {
  const startedAtMs = performance.now();
  const result = await step.run();
  return { ...result, seconds: (performance.now() - startedAtMs) / 1000 };
}

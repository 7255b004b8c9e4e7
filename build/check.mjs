import { giveUp } from './run-command.mjs';
import { setUpTools } from './set-up.mjs';
import { runSteps, steps, unitStep } from './steps.mjs';

const all = [unitStep, ...steps];
const chosen = chooseSteps(process.argv.slice(2));
await setUpTools();
const failed = await runSteps(chosen);
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** `--only types,format` runs these alone. */
function chooseSteps(args) {
  const [option, list = ''] = args;
  if (option === undefined) return all;
  const names = list.split(',');
  const known = all.map((step) => step.name);
  if (option !== '--only' || !names.every((name) => known.includes(name))) {
    giveUp(`npm run check takes nothing, or: npm run check -- --only ${known.join(',')}`);
  }
  return all.filter((step) => names.includes(step.name));
}

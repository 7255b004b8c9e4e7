import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, root, runCommand } from './run-command.mjs';

const binFolder = join(root, 'node_modules', '.bin');
// An npm package brings Node 24 to Linux on x64, so that an older Node can stay on the machine.
const ownNode = join(binFolder, 'node');

/** The Node that runs the tools, the tests and the stand-in. */
export function findNode() {
  return existsSync(ownNode) ? ownNode : process.execPath;
}

/** An environment in which `node` is that Node, also for what the tools start. */
export function withNode24(env = process.env) {
  // Windows spells it Path, and a copied environment no longer ignores case.
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [binFolder, env[name]].filter(Boolean).join(delimiter) };
}

/** Source: module.registerHooks came with Node 22.15; TypeScript without a flag with 22.18 (Node's changelogs). */
export function requireNode24() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (existsSync(ownNode) || major > 22 || (major === 22 && minor >= 18)) return;
  giveUp(
    `Token Station's tools need Node 22.18 or newer; this is ${process.version}. Install Node 24 and run this again.`,
  );
}

/**
 * Runs the command of an installed package, such as vitest's. Takes the options of `runCommand`.
 * @param {string} packageName @param {string[]} args @param {import('./run-command.mjs').Options} options
 */
export function runTool(packageName, args, options = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // By way of node and the script itself: Windows cannot start the `.cmd` files in .bin without a shell.
  const script = join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0]);
  return runNode([script, ...args], options);
}

/**
 * Runs a script with Node 24. Takes the options of `runCommand`.
 * @param {string[]} args @param {import('./run-command.mjs').Options} options
 */
export function runNode(args, options = {}) {
  return runCommand(findNode(), args, { ...options, env: withNode24(options.env) });
}

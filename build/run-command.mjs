import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The project's folder, with no separator at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const running = new Set();
let decidesItself = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    // The app may still want to write its journal; everything else is given up at once.
    if (!decidesItself) process.exit(128 + constants.signals[signal]);
  });
}

/** @typedef {{env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean, limitMs?: number, isTheApp?: boolean}} Options */

/**
 * Runs a program to its end and never rejects.
 * `show`: its output goes to the terminal as it comes; otherwise it is collected in `output`, both streams in their order.
 * `isTheApp`: a signal is passed on and the program's own end is waited for.
 * Status 127: it could not be started. Status 124: it took longer than `limitMs`.
 * @param {string} command @param {string[]} args @param {Options} options
 * @returns {Promise<{status: number, output: string}>}
 */
export function runCommand(command, args, { env = process.env, cwd = root, show = false, limitMs, isTheApp } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const parts = [];
    let late = false;
    const timer = limitMs && setTimeout(() => (late = child.kill('SIGKILL')), limitMs);
    const end = (/** @type {number} */ status) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ status, output: Buffer.concat(parts).toString() });
    };
    running.add(child);
    if (isTheApp) decidesItself = true;
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('error', (error) => {
      parts.push(Buffer.from(`${error.message}\n`));
      end(127);
    });
    child.on('close', (status, signal) => end(late ? 124 : (status ?? 128 + (signal ? constants.signals[signal] : 0))));
  });
}

/** Ends this command with a message that tells what to do next. @param {string} message @returns {never} */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

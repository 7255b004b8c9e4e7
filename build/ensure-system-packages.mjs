import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { runNode } from './run-tool.mjs';

/** Debian's packages that npm cannot bring, and how to see that they are there. */
const needs = {
  // node-hid's hidraw driver comes in one file with the libusb one, and loads only where libusb is.
  'libusb-1.0-0': async () => !(await runNode(['-e', "require('node-hid').devices()"])).output.includes('libusb'),
  // The stand-in's windows.
  chromium: () => existsSync(process.env.STANDIN_CHROMIUM ?? '/usr/bin/chromium'),
};

/** Answers `present`, or `missing` after saying what to do. node-hid needs libusb only on Linux. */
export async function ensureLibusb() {
  return process.platform === 'linux' ? ensurePackage('libusb-1.0-0') : 'present';
}

/** Answers `present`, or `missing` after saying what to do. Only the stand-in needs it. */
export async function ensureChromium() {
  if (process.platform === 'linux') return ensurePackage('chromium');
  console.log('The stand-in for Electron runs on Linux only, so Chromium is of no use here.');
  return 'missing';
}

/** @param {keyof typeof needs} name */
async function ensurePackage(name) {
  if (await needs[name]()) return 'present';
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) await installPackage(name);
  if (await needs[name]()) return 'present';
  console.log(
    existsSync('/usr/bin/apt-get')
      ? `${name} is missing. Run: sudo apt-get update && sudo apt-get install -y ${name}`
      : `${name} is missing (that is Debian's name for it). Install it with this system's package manager.`,
  );
  return 'missing';
}

async function installPackage(name) {
  console.log(`Installing ${name} (apt-get; up to a minute)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
  if ((await install()).status === 0) return;
  // A fresh machine has no package lists yet, and old lists name files that are gone.
  const update = await runCommand('apt-get', ['update'], { env });
  const again = await install();
  if (again.status !== 0) console.log(update.status === 0 ? again.output : update.output + again.output);
}

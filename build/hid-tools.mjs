import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.mjs';

/** Debian's packages that the kernel lane needs, and one file of each by which it is known to be there. */
const needs = {
  'qemu-system-x86': () => isOnPath('qemu-system-x86_64'),
  'busybox-static': () => existsSync(BUSYBOX),
  'libusb-1.0-0': () => existsSync('/usr/lib/x86_64-linux-gnu/libusb-1.0.so.0'),
};

export const BUSYBOX = '/bin/busybox';

/**
 * Makes the machine fit for the kernel lane. Answers `null`, or what is missing and what to do about it.
 * As root on Debian it installs what is missing.
 */
export async function ensureHidTools() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `test/hid boots a kernel for this machine's own Node and runs on Linux (x64) only, not on ${process.platform} (${process.arch}).`;
  }
  if (!isOnPath('apt-get') || !isOnPath('dpkg-deb')) {
    return "test/hid takes Debian's kernel and needs apt-get and dpkg-deb, which are not here.";
  }
  if (listMissing().length > 0 && process.getuid?.() === 0) await installPackages(listMissing());
  const missing = listMissing();
  if (missing.length === 0) return null;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  return `test/hid needs ${missing.join(' and ')}. Run: sudo apt-get update && sudo ${command}`;
}

function listMissing() {
  return Object.entries(needs).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
}

/** @param {string[]} names */
async function installPackages(names) {
  console.log(`Installing ${names.join(', ')} (apt-get; up to a minute)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Without the recommended packages it is 15 MB instead of some hundred.
  const install = () => runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
  if ((await install()).status === 0) return;
  // A fresh machine has no package lists yet, and old lists name files that are gone.
  await runCommand('apt-get', ['update'], { env });
  const again = await install();
  if (again.status !== 0) console.log(again.output);
}

/** @param {string} command */
export function isOnPath(command) {
  return String(process.env.PATH)
    .split(delimiter)
    .some((folder) => existsSync(join(folder, command)));
}

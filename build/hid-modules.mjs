import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BUSYBOX } from './hid-tools.mjs';
import { giveUp } from './run-command.mjs';

/**
 * Loads in this order: the line to the host, HID with devices made by a process, USB devices made by the kernel itself.
 * `dummy_hcd` is a USB socket whose other end is in the same kernel.
 */
const WANTED = ['virtio_pci', 'virtio_console', 'uhid', 'hid_generic', 'usbhid', 'dummy_hcd', 'usb_f_hid', 'configfs'];

/**
 * The modules of the lane and those they need, in the order of loading. What is built in is left out.
 * @param {string} folder the kernel's modules @returns {readonly {name: string, bytes: Buffer}[]}
 */
export function listModules(folder) {
  const files = findModules(join(folder, 'kernel'));
  const builtIn = new Set(readFileSync(join(folder, 'modules.builtin'), 'utf8').split('\n').map(moduleName));
  /** @type {Map<string, Buffer>} */
  const loaded = new Map();
  const load = (/** @type {string} */ name) => {
    if (loaded.has(name) || builtIn.has(name)) return;
    const file = files.get(name) ?? giveUp(`This kernel has no module ${name}: delete its folder (${folder}).`);
    const bytes = readModule(file);
    for (const needed of readNeeds(bytes)) load(needed);
    loaded.set(name, bytes);
  };
  WANTED.forEach(load);
  return [...loaded].map(([name, bytes]) => ({ name, bytes }));
}

/** @param {string} folder @returns {Map<string, string>} file by module */
function findModules(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.ko'));
  return new Map(files.map((file) => [moduleName(file), join(folder, file)]));
}

/** Files are spelled with dashes, needs with underscores. @param {string} file */
function moduleName(file) {
  return basename(file)
    .replace(/\.ko(\.xz)?$/, '')
    .replaceAll('-', '_');
}

/** @param {string} file */
function readModule(file) {
  if (!file.endsWith('.xz')) return readFileSync(file);
  return execFileSync(BUSYBOX, ['xz', '-dc', file], { maxBuffer: 2 ** 26 });
}

/** Source: modinfo(8): a module tells what it needs in a string of its own. @param {Buffer} bytes */
function readNeeds(bytes) {
  const names = /\0depends=([^\0]*)\0/.exec(bytes.toString('latin1'))?.[1] ?? '';
  return names.split(',').filter(Boolean).map(moduleName);
}

import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive } from './hid-cpio.mjs';
import { listModules } from './hid-modules.mjs';
import { BUSYBOX, isOnPath } from './hid-tools.mjs';
import { giveUp, root, runCommand } from './run-command.mjs';
import { findNode } from './run-tool.mjs';

const APPLETS = ['sh', 'mount', 'mkdir', 'insmod', 'ifconfig', 'sleep', 'poweroff'];
/** What decides what is in the base. */
const MAKERS = ['hid-image.mjs', 'hid-modules.mjs', 'hid-cpio.mjs'];
const HID_PACKAGES = ['node-hid', 'pkg-prebuilds'];
const PREBUILD = 'node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node';

/**
 * Writes the guest's file system into one file: the base that seldom changes, from the cache, and after it this run's
 * tests. `command` is what the guest runs in /app.
 * @param {{cache: string, kernel: import('./hid-kernel.mjs').Kernel, work: string, command: string}} options
 */
export async function buildImage({ cache, kernel, work, command }) {
  const image = join(work, 'image');
  copyFileSync(await ensureBase(cache, kernel), image);
  const archive = createArchive();
  archive.file('init', readFileSync(join(root, 'test/hid/init')), 0o755);
  archive.file('app/command', Buffer.from(command));
  addFolder(archive, join(root, 'out/hid'), 'app');
  for (const name of HID_PACKAGES) addFolder(archive, join(root, 'node_modules', name), `app/node_modules/${name}`);
  appendFileSync(image, archive.finish());
  return image;
}

/**
 * busybox, Node and the kernel's modules: 120 MB that are the same from run to run.
 * @param {string} cache @param {import('./hid-kernel.mjs').Kernel} kernel
 */
async function ensureBase(cache, kernel) {
  const node = realpathSync(findNode());
  const libraries = await listLibraries([node, BUSYBOX, join(root, 'node_modules', PREBUILD)]);
  const parts = [node, BUSYBOX, ...libraries].map((file) => [file, statSync(file).size, statSync(file).mtimeMs]);
  const makers = MAKERS.map((name) => readFileSync(join(root, 'build', name), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify([kernel.package, parts, makers]));
  const base = join(cache, `base-${hash.digest('hex').slice(0, 16)}.cpio`);
  if (existsSync(base)) return base;
  for (const name of readdirSync(cache)) if (name.startsWith('base-')) rmSync(join(cache, name));
  const archive = createArchive();
  for (const name of ['dev', 'proc', 'sys', 'tmp', 'run/udev']) archive.folder(name);
  archive.device('dev/console', 5, 1);
  archive.file('bin/busybox', readFileSync(BUSYBOX), 0o755);
  for (const applet of APPLETS) archive.link(`bin/${applet}`, 'busybox');
  const modules = listModules(kernel.modules);
  for (const { name, bytes } of modules) archive.file(`modules/${name}.ko`, bytes);
  archive.file('modules/order', Buffer.from(modules.map(({ name }) => `${name}\n`).join('')));
  archive.file('bin/node', await readStripped(node), 0o755);
  for (const file of libraries) archive.file(file.slice(1), readFileSync(file), 0o755);
  // Written aside, so that a run that is broken off leaves no half of it.
  writeFileSync(`${base}.new`, archive.finish());
  renameSync(`${base}.new`, base);
  return base;
}

/** The shared libraries of programs, under the paths where their loader looks for them. @param {string[]} programs */
async function listLibraries(programs) {
  const { output } = await runCommand('ldd', programs);
  const missing = output.match(/^\s*(\S+) => not found/m)?.[1];
  if (missing) giveUp(`${missing} is missing. Is libusb-1.0-0 installed?`);
  return [...new Set([...output.matchAll(/(\/\S+) \(0x/g)].map(([, file = '']) => file))];
}

/** Node without its symbols is a third smaller, which the guest's memory and start feel. @param {string} file */
async function readStripped(file) {
  if (!isOnPath('strip')) return readFileSync(file);
  const folder = mkdtempSync(join(tmpdir(), 'token-station-hid-'));
  const { status } = await runCommand('strip', ['-o', join(folder, 'node'), file]);
  const bytes = readFileSync(status === 0 ? join(folder, 'node') : file);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** @param {ReturnType<typeof createArchive>} archive @param {string} from @param {string} to */
function addFolder(archive, from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (isForOtherMachines(entry.name)) continue;
    if (entry.isDirectory()) addFolder(archive, join(from, entry.name), `${to}/${entry.name}`);
    else archive.file(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
  }
}

/** node-hid brings the programs for all systems and the sources of hidapi. @param {string} name */
function isForOtherMachines(name) {
  return name === 'hidapi' || name === 'src' || (/^HID(_hidraw)?-/.test(name) && name !== 'HID_hidraw-linux-x64');
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { giveUp, runCommand } from './run-command.mjs';

/**
 * Names that point to Debian's newest kernel of a series, the wanted one first.
 * Chosen: 6.12, because its image unpacks fast and the full one has USB gadgets; the other is the release's own kernel.
 */
const META_PACKAGES = ['linux-image-6.12-amd64', 'linux-image-amd64'];

/** All that is kept of 400 MB: the kernel, and the folders that hold the modules of the lane. */
const WANTED = [
  './boot/vmlinuz-*',
  './*lib/modules/*/modules.builtin',
  ...['drivers/hid', 'drivers/usb', 'drivers/virtio', 'drivers/char', 'fs/configfs'].map(
    (folder) => `./*lib/modules/*/kernel/${folder}/*`,
  ),
];

/** @typedef {{package: string, image: string, modules: string}} Kernel `modules` is the folder that has `kernel/` in it. */

/** Fetches Debian's kernel once. To get a newer one, delete `kernel` in the cache. @param {string} cache @returns {Promise<Kernel>} */
export async function ensureKernel(cache) {
  const folder = join(cache, 'kernel');
  if (!existsSync(join(folder, 'package'))) await fetchKernel(cache, folder);
  const only = (/** @type {string} */ parent, /** @type {string} */ start = '') =>
    join(
      parent,
      readdirSync(parent).find((name) => name.startsWith(start)) ?? giveUp(`${parent} is empty: delete it.`),
    );
  // Newer releases of Debian ship /usr/lib in the package itself.
  const library = existsSync(join(folder, 'lib')) ? join(folder, 'lib') : join(folder, 'usr/lib');
  return {
    package: readFileSync(join(folder, 'package'), 'utf8'),
    image: only(join(folder, 'boot'), 'vmlinuz-'),
    modules: only(join(library, 'modules')),
  };
}

/** @param {string} cache @param {string} folder */
async function fetchKernel(cache, folder) {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetching-'));
  try {
    const name = await download(work);
    await unpack(work);
    writeFileSync(join(work, 'package'), name);
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Answers the package's name. Old lists name files that are gone, so a second try comes after an update. @param {string} work */
async function download(work) {
  for (const update of [false, true]) {
    if (update) await runCommand('apt-get', ['update']);
    const name = await findPackage();
    if (name === null) continue;
    console.log(`Fetching ${name} (once; about 100 MB)…`);
    const { status } = await runCommand('apt-get', ['download', '-q', name], { cwd: work });
    if (status === 0) return name;
  }
  return giveUp(
    `Debian's kernel could not be fetched (apt-get download of what ${META_PACKAGES.join(' or ')} names). ` +
      'Run `sudo apt-get update`, look at /etc/apt/sources.list, and run this again.',
  );
}

async function findPackage() {
  for (const meta of META_PACKAGES) {
    const { output } = await runCommand('apt-cache', ['depends', meta]);
    const name = /Depends: (linux-image-\S+)/.exec(output)?.[1];
    if (name) return name;
  }
  return null;
}

/** @param {string} work */
async function unpack(work) {
  const patterns = WANTED.map((pattern) => `'${pattern}'`).join(' ');
  // tar reports a pattern without a match as an error; what counts is what is there afterwards.
  const script = `dpkg-deb --fsys-tarfile *.deb | tar -x --wildcards ${patterns} || true; rm *.deb`;
  const { output } = await runCommand('sh', ['-c', script], { cwd: work });
  if (!existsSync(join(work, 'boot'))) giveUp(`${output}The kernel could not be unpacked. Is the disk full?`);
}

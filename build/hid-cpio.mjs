import { posix } from 'node:path';

/** Source: cpio(5), the "new ASCII" format, which the kernel unpacks; file types from inode(7). */
const MAGIC = '070701';
const FOLDER = 0o040000;
const DEVICE = 0o020000;
const FILE = 0o100000;
const LINK = 0o120000;

/** An archive for the kernel's first file system. Folders come by themselves. Several archives may follow each other in one file. */
export function createArchive() {
  /** @type {Buffer[]} */
  const parts = [];
  const folders = new Set(['.']);
  let inode = 0;

  /** @param {string} path @param {number} mode @param {Buffer} bytes @param {[number, number]} device major and minor */
  function add(path, mode, bytes = Buffer.alloc(0), device = [0, 0]) {
    inode += 1;
    const name = Buffer.from(`${path}\0`);
    const fields = [inode, mode, 0, 0, 1, 0, bytes.length, 0, 0, ...device, name.length, 0];
    const head = Buffer.from(MAGIC + fields.map((field) => field.toString(16).padStart(8, '0')).join(''));
    parts.push(head, name, padding(head.length + name.length, 4), bytes, padding(bytes.length, 4));
  }

  /** @param {string} path */
  function folder(path) {
    if (folders.has(path)) return;
    folder(posix.dirname(path));
    folders.add(path);
    add(path, FOLDER | 0o755);
  }

  /** @param {string} path */
  const parentOf = (path) => folder(posix.dirname(path));

  return {
    folder,
    /** @param {string} path @param {Buffer} bytes */
    file: (path, bytes, mode = 0o644) => {
      parentOf(path);
      add(path, FILE | mode, bytes);
    },
    /** @param {string} path @param {string} target */
    link: (path, target) => {
      parentOf(path);
      add(path, LINK | 0o777, Buffer.from(target));
    },
    /** A character device. @param {string} path @param {number} major @param {number} minor */
    device: (path, major, minor) => {
      parentOf(path);
      add(path, DEVICE | 0o600, undefined, [major, minor]);
    },
    finish: () => {
      add('TRAILER!!!', 0);
      const bytes = Buffer.concat(parts);
      return Buffer.concat([bytes, padding(bytes.length, 512)]);
    },
  };
}

/** @param {number} length @param {number} unit */
function padding(length, unit) {
  return Buffer.alloc((unit - (length % unit)) % unit);
}

import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the station keeps belongs to whoever works at it. */
const OWNER_ONLY = 0o600;

/** Puts new content in the place of a file, whole or not at all: on the disk before the old one is gone. Throws what the disk says. */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  openFile: typeof open = open,
): Promise<void> {
  const half = `${path}.new`;
  try {
    // What is left of a save that was cut off may have other rights.
    await rm(half, { force: true });
    const file = await openFile(half, 'wx', OWNER_ONLY);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Where a folder can be synced, the new name is on the disk, too. Windows cannot, and does not have to. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // The file itself is safe, under its old content or its new one.
  }
}

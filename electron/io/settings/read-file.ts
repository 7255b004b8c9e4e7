import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { ok } from '../../core/result.ts';
import { fileProblem } from '../../core/settings-file.ts';

export type FoundFile = { readonly content: Result<string | null>; readonly isOpenToAll: boolean };

/** Chosen: a thousand times what all settings take. More is another file by mistake, or one to fill the memory with. */
const LONGEST_BYTES = 1_000_000;

/** A pipe that nobody writes to would keep the station from starting. Windows has neither the pipe nor the flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const BY_EVERYBODY = 0o002;
const STICKY = 0o1000;

/** Reads a file whole. `settings-malformed`: it is there, and cannot be read or is no small text. Follows links. */
export async function readFileFound(path: string, openFile = open): Promise<FoundFile> {
  try {
    const file = await openFile(path, READ_WITHOUT_WAITING);
    try {
      const { mode } = await file.stat();
      const content = await readWhole(path, file);
      return { content, isOpenToAll: isWritableByAll(mode) || (await areFoldersOpen(path)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    return { content: code === 'ENOENT' ? ok(null) : fileProblem(path, code), isOpenToAll: false };
  }
}

async function readWhole(path: string, file: FileHandle): Promise<Result<string>> {
  if (!(await file.stat()).isFile()) return fileProblem(path, 'not a file');
  const bytes = new Uint8Array(LONGEST_BYTES + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    ({ bytesRead: read } = await file.read(bytes, length, bytes.length - length));
  }
  if (length > LONGEST_BYTES) return fileProblem(path, 'longer than 1 MB');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length)));
  } catch {
    return fileProblem(path, 'not UTF-8 text');
  }
}

/** Who can write a folder can put another file in the place of this one: in the folder of a link as in that of its file. */
async function areFoldersOpen(path: string): Promise<boolean> {
  const folders = [dirname(path), dirname(await realpath(path))];
  const modes = await Promise.all(folders.map(async (folder) => (await stat(folder)).mode));
  // In a sticky folder everybody can write, and nobody can replace what is another's.
  return modes.some((mode) => isWritableByAll(mode) && (mode & STICKY) === 0);
}

/** Windows shows every file that can be written as one that everybody can write. */
function isWritableByAll(mode: number): boolean {
  return process.platform !== 'win32' && (mode & BY_EVERYBODY) !== 0;
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : String(error);
}

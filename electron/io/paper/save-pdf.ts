import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';

/** Chosen: nobody prints the same paper so often; where it ends, something else is wrong. */
const MOST_OF_ONE_NAME = 10_000;

/** Names people: nobody else on this computer reads it. */
const OWNER_ONLY = 0o600;

/** Keeps a paper as a file of its own. What is there stays: the next one of its name gets a number. `file-not-written`. */
export async function savePdf(folder: string, name: string, bytes: Uint8Array): Promise<Result<string>> {
  try {
    await mkdir(folder, { recursive: true });
    for (let number = 1; number <= MOST_OF_ONE_NAME; number++) {
      const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.pdf`);
      if (await writeNew(path, bytes)) return ok(path);
    }
    return refuse('file-not-written', { detail: folder });
  } catch (error) {
    return refuse('file-not-written', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** `false`: a file of this name is there. Half a file is left nowhere. */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: OWNER_ONLY });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

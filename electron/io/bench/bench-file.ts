import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { EMPTY_BENCH, parseBenchSettings, type BenchSettings } from '../../core/bench-settings.ts';
import type { BenchPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';

/** The bench belongs to whoever works at it. */
const OWNER_ONLY = 0o600;

/**
 * The bench's settings in one JSON file, written whole or not at all. A file that cannot be read stays as it is until the
 * next save, which puts a copy of it beside as `.broken`: somebody may have written it by hand.
 */
export function createBenchFile(path: string, openFile = open): BenchPort {
  /** One save at a time: they share the file that is written first. */
  let lastSave: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Result<BenchSettings>> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return ok(EMPTY_BENCH);
      return refuse('settings-malformed', { detail: codeOf(error) });
    }
    return parseBenchSettings(text);
  }

  async function save(bench: BenchSettings): Promise<Result<null>> {
    const text = `${JSON.stringify(bench, null, 2)}\n`;
    // What could not be read again would be lost with the next start.
    const readBack = parseBenchSettings(text);
    if (!readBack.ok) return refuse('settings-not-saved', { detail: readBack.problem.detail ?? '' });
    try {
      await mkdir(dirname(path), { recursive: true });
      if (!(await load()).ok) await copyFile(path, `${path}.broken`);
      await replaceWith(text);
      return ok(null);
    } catch (error) {
      return refuse('settings-not-saved', { detail: codeOf(error) });
    }
  }

  async function replaceWith(text: string): Promise<void> {
    const half = `${path}.new`;
    try {
      // What is left of a save that was cut off may have other rights.
      await rm(half, { force: true });
      const file = await openFile(half, 'wx', OWNER_ONLY);
      try {
        await file.writeFile(text);
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

  return {
    load,
    save: (bench) => {
      const saving = lastSave.then(() => save(bench));
      lastSave = saving;
      return saving;
    },
  };
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

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : String(error);
}

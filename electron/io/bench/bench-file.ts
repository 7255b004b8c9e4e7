import { copyFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { EMPTY_BENCH, parseBenchSettings, type BenchSettings } from '../../core/bench-settings.ts';
import type { BenchPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { replaceFile } from '../replace-file.ts';

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
      await replaceFile(path, text, openFile);
      return ok(null);
    } catch (error) {
      return refuse('settings-not-saved', { detail: codeOf(error) });
    }
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

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : String(error);
}

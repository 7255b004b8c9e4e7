import { readFile, stat } from 'node:fs/promises';
import { askForFile, type AskOptions } from './ask-for-file.ts';
import type { ChooseFile } from './seed-desk.ts';

/** Chosen: a hundred thousand seeds are below it; whatever is above it is another kind of file. */
const MOST_BYTES = 64 * 1_024 * 1_024;

const SEEDS = { name: 'Seeds', extensions: ['csv', 'txt', 'xml', 'pskc', 'pskcxml'] };

/** Asks with the system's own dialog. The path never reaches the window. */
export function createSeedFileChooser(options: AskOptions): ChooseFile {
  return async () => {
    const chosen = await askForFile(options, SEEDS);
    if (!chosen) return null;
    const { name, path } = chosen;
    // What is no file of seeds is refused as such, whatever is wrong with it.
    const isReadable = await stat(path).then(
      ({ size }) => size <= MOST_BYTES,
      () => false,
    );
    return { name, bytes: isReadable ? await readFile(path) : new Uint8Array() };
  };
}

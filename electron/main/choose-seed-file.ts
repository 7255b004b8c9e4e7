import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { ChooseFile } from './seed-desk.ts';

/** Chosen: a hundred thousand seeds are below it; whatever is above it is another kind of file. */
const MOST_BYTES = 64 * 1_024 * 1_024;

/** Asks with the system's own dialog. The path never reaches the window. */
export function createSeedFileChooser(window: () => BrowserWindow | null): ChooseFile {
  return async () => {
    const parent = window();
    if (!parent) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      properties: ['openFile'],
      filters: [
        { name: 'Seeds', extensions: ['csv', 'txt', 'xml', 'pskc', 'pskcxml'] },
        { name: '*', extensions: ['*'] },
      ],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    // What is no file of seeds is refused as such, whatever is wrong with it.
    const isReadable = await stat(path).then(
      ({ size }) => size <= MOST_BYTES,
      () => false,
    );
    return { name: basename(path), bytes: isReadable ? await readFile(path) : new Uint8Array() };
  };
}

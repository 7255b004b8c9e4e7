import { basename } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import type { ChosenPath, FileKind, FilesPort } from '../core/ports.ts';

/** What of Electron's dialogs is used. */
export type Dialogs = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;

export type AskOptions = { readonly window: () => BrowserWindow | null; readonly dialog: Dialogs };

/** The names are the systems' own business to show: most show the endings beside them. */
const FILTERS: Readonly<Record<FileKind, FileFilter>> = {
  workOrder: { name: 'Work orders', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'json'] },
  handedOverOrder: { name: 'Work orders', extensions: ['json'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
};
const EVERYTHING: FileFilter = { name: '*', extensions: ['*'] };

/** The system's own dialogs over the station's window. Without a window nobody can be asked. */
export function createFileAsker(options: AskOptions): FilesPort {
  return {
    chooseFile: (kind) => askForFile(options, FILTERS[kind]),
    chooseTarget: async (kind, suggestedName) => {
      const parent = options.window();
      if (!parent) return null;
      const { canceled, filePath } = await options.dialog.showSaveDialog(parent, {
        defaultPath: suggestedName,
        filters: [FILTERS[kind], EVERYTHING],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : toChosen(filePath);
    },
  };
}

/** Asks for one file that is there. `null`: called off. */
export async function askForFile({ window, dialog }: AskOptions, filter: FileFilter): Promise<ChosenPath | null> {
  const parent = window();
  if (!parent) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    properties: ['openFile'],
    filters: [filter, EVERYTHING],
  });
  const [path] = filePaths;
  return canceled || path === undefined ? null : toChosen(path);
}

function toChosen(path: string): ChosenPath {
  return { name: basename(path), path };
}

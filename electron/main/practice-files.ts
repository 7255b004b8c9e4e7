import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChosenPath, FilesPort } from '../core/ports.ts';
import { practiceOrderFile } from '../practice/practice-order-file.ts';

export type PracticeFilesOptions = {
  /** The system's dialogs; `null`: there are none. */
  readonly dialogs: FilesPort | null;
  /** Where the list is put. */
  readonly dataPath: string;
};

/**
 * Files in practice. The first work order is the ready list, without a dialog, so that nobody needs a file to begin. After
 * that the dialogs ask, so that one's own list and an order from another station can be practised with; the ready list
 * lies in the folder of the station's data.
 */
export function createPracticeFiles({ dialogs, dataPath }: PracticeFilesOptions): FilesPort {
  let isOffered = false;

  return {
    chooseFile: (kind) => {
      if (kind !== 'workOrder' || (isOffered && dialogs)) return dialogs?.chooseFile(kind) ?? Promise.resolve(null);
      isOffered = true;
      return putReadyList(dataPath);
    },
    chooseTarget: (kind, suggestedName) => dialogs?.chooseTarget(kind, suggestedName) ?? Promise.resolve(null),
  };
}

/** Puts the list where somebody can open and change it; one that is there is left as it is. */
async function putReadyList(dataPath: string): Promise<ChosenPath> {
  const { name, text } = practiceOrderFile();
  const path = join(dataPath, name);
  // What the disk refuses is told by whoever reads the file.
  await writeFile(path, text, { flag: 'wx' }).catch(() => undefined);
  return { name, path };
}

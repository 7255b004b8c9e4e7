import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFileAsker, type AskOptions } from '../../electron/main/ask-for-file.ts';
import { createSeedFileChooser } from '../../electron/main/choose-seed-file.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the dialogs are only told which window it is
const WINDOW = { id: 1 } as unknown as BrowserWindow;

/** Dialogs that somebody answers with this path, or (`null`) calls off. */
function dialogs(path: string | null, window: BrowserWindow | null = WINDOW) {
  const asked: (OpenDialogOptions | SaveDialogOptions)[] = [];
  const dialog = {
    showOpenDialog: async (_parent: unknown, options?: OpenDialogOptions) => {
      asked.push(options ?? {});
      return { canceled: path === null, filePaths: path === '' ? [] : [path ?? 'left over'] };
    },
    showSaveDialog: async (_parent: unknown, options?: SaveDialogOptions) => {
      asked.push(options ?? {});
      return { canceled: path === null, filePath: path ?? 'left over' };
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the forms without a parent are not used
  return { asked, options: { window: () => window, dialog } as unknown as AskOptions };
}

const PATH = join('some', 'folder', 'list.csv');

describe('asking for a file', () => {
  test('gives its name and its path, and knows the kinds of files', async () => {
    const { asked, options } = dialogs(PATH);
    expect(await createFileAsker(options).chooseFile('workOrder')).toEqual({ name: 'list.csv', path: PATH });
    expect(asked).toMatchObject([
      {
        properties: ['openFile'],
        filters: [{ extensions: ['csv', 'txt', 'tsv', 'xlsx', 'json'] }, { extensions: ['*'] }],
      },
    ]);
  });

  test('for a target suggests a name and asks before it overwrites', async () => {
    const { asked, options } = dialogs(PATH);
    expect(await createFileAsker(options).chooseTarget('handedOverOrder', 'a.tsorder.json')).toEqual({
      name: 'list.csv',
      path: PATH,
    });
    expect(asked).toMatchObject([
      {
        defaultPath: 'a.tsorder.json',
        filters: [{ extensions: ['json'] }, { extensions: ['*'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      },
    ]);
  });

  test.each([
    ['called off', null, WINDOW],
    ['answered with nothing', '', WINDOW],
    ['without a window', PATH, null],
  ])('%s there is none', async (_what, path, window) => {
    const { options } = dialogs(path, window);
    expect(await createFileAsker(options).chooseFile('csv')).toBeNull();
    expect(await createFileAsker(options).chooseTarget('csv', 'a.csv')).toBeNull();
    expect(await createSeedFileChooser(options)()).toBeNull();
  });
});

describe('asking for seeds', () => {
  function file(content: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'ask-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'seeds.csv'), content);
    return join(folder, 'seeds.csv');
  }

  test('gives what is in the file', async () => {
    const chosen = await createSeedFileChooser(dialogs(file('serial,seed')).options)();
    expect(chosen?.name).toBe('seeds.csv');
    expect(Buffer.from(chosen?.bytes ?? []).toString()).toBe('serial,seed');
  });

  test('reads none that is far too large, or is not there', async () => {
    const path = file('');
    truncateSync(path, 64 * 1_024 * 1_024 + 1);
    for (const one of [path, `${path}.gone`]) {
      expect((await createSeedFileChooser(dialogs(one).options)())?.bytes).toHaveLength(0);
    }
  });
});

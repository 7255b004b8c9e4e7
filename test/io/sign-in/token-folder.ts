import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSealedFileKeeper, type SealedFileOptions } from '../../../electron/io/sign-in/sealed-file-keeper.ts';
import { createSealing } from '../../../electron/io/sign-in/sealing.ts';
import type { KindOfKeeper, TokenKeeper } from '../../../electron/io/sign-in/token-keeper.ts';
import { createFakeSafeStorage, type FakeSafeStorage } from '../../fakes/fake-safe-storage.ts';

export type TokenFolder = {
  readonly path: string;
  readonly storage: FakeSafeStorage;
  /** The keeper of a new start of the app. */
  readonly open: (more?: Partial<SealedFileOptions>) => TokenKeeper & KindOfKeeper;
  readonly names: () => Promise<readonly string[]>;
  /** All that is on the disk, as it is. */
  readonly bytes: () => Promise<string>;
};

/** A folder of a user who has a key store. */
export async function setUpTokenFolder(): Promise<TokenFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'sign-in.sealed');
  const storage = createFakeSafeStorage();
  return {
    path,
    storage,
    open: (more = {}) => createSealedFileKeeper({ path, ...createSealing(storage, 'linux'), ...more }),
    names: () => readdir(folder),
    bytes: async () => {
      const names = await readdir(folder);
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
    },
  };
}

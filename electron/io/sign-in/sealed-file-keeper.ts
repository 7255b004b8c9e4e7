import { mkdir, open, readFile, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import { createMemoryKeeper, type KindOfKeeper, type TokenKeeper } from './token-keeper.ts';

export type SealedFileOptions = {
  readonly path: string;
  /** May throw. */
  readonly seal: (text: string) => Uint8Array;
  /** Throws for what another user, another computer or nobody has sealed. */
  readonly unseal: (sealed: Buffer) => string;
  /** Whether what is sealed opens for this user alone: a key store is there, and it is a real one. */
  readonly isSealingSafe: () => boolean;
  readonly openFile?: typeof open;
};

/**
 * One sealed file, written whole or not at all. Where sealing is not safe, or fails, nothing is on the disk, and what was
 * there is removed: it would be somebody's token, or an older one. A file that cannot be read is removed as well.
 */
export function createSealedFileKeeper(options: SealedFileOptions): TokenKeeper & KindOfKeeper {
  const { path, seal, unseal, isSealingSafe, openFile = open } = options;
  const half = `${path}.new`;
  const memory = createMemoryKeeper();
  let hasFailed = false;
  /** One at a time, in the order asked: a file must not come back after it was forgotten. */
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const running = last.then(run);
    last = running;
    return running;
  }

  async function load(): Promise<string | null> {
    if (!isSealingSafe()) {
      await remove();
      return memory.load();
    }
    await discard(half);
    try {
      return unseal(await readFile(path));
    } catch {
      await remove();
      return null;
    }
  }

  async function save(text: string): Promise<void> {
    try {
      if (isSealingSafe()) {
        await replaceWith(seal(text));
        hasFailed = false;
        return;
      }
    } catch {
      hasFailed = true;
    }
    await remove();
    await memory.save(text);
  }

  async function replaceWith(sealed: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, sealed, openFile);
  }

  async function remove(): Promise<void> {
    await memory.forget();
    await discard(half);
    await discard(path);
  }

  return {
    load: () => inTurn(load),
    save: (text) => inTurn(() => save(text)),
    forget: () => inTurn(remove),
    kind: () => (isSealingSafe() && !hasFailed ? 'sealedFile' : 'memory'),
  };
}

/** Emptied first: a file that another program holds open cannot be removed on Windows. */
async function discard(path: string): Promise<void> {
  await truncate(path).catch(() => undefined);
  await rm(path, { force: true }).catch(() => undefined);
}

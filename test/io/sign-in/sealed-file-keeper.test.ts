import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSealing } from '../../../electron/io/sign-in/sealing.ts';
import { createMemoryKeeper } from '../../../electron/io/sign-in/token-keeper.ts';
import { createFakeSafeStorage } from '../../fakes/fake-safe-storage.ts';
import { createGate, turnALot } from './desk.ts';
import { setUpTokenFolder } from './token-folder.ts';

const CANARY = 'refresh-token-canary';

describe('a sealed file', () => {
  test('gives back at the next start what was saved last', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    expect(await keeper.load()).toBeNull();
    await keeper.save('first');
    await keeper.save(`second ${CANARY}`);
    expect(await keeper.load()).toBe(`second ${CANARY}`);
    expect(await folder.open().load()).toBe(`second ${CANARY}`);
    expect(keeper.kind()).toBe('sealedFile');
  });

  test('is for its owner alone, shows nothing, and is the only one', async () => {
    const folder = await setUpTokenFolder();
    await folder.open().save(CANARY);
    expect((await stat(folder.path)).mode & 0o777).toBe(0o600);
    expect(await folder.bytes()).not.toContain(CANARY);
    expect(await folder.names()).toEqual(['sign-in.sealed']);
  });

  test('is made with its folder', async () => {
    const folder = await setUpTokenFolder();
    const path = join(folder.path, 'deeper', 'sign-in.sealed');
    await folder.open({ path }).save('kept');
    expect(await folder.open({ path }).load()).toBe('kept');
  });

  test('is gone once it is forgotten, also for a keeper that forgets what another has saved', async () => {
    const folder = await setUpTokenFolder();
    await folder.open().save(CANARY);
    await folder.open().forget();
    expect(await folder.names()).toEqual([]);
    expect(await folder.open().load()).toBeNull();
  });

  test('is empty for a program that still holds it open', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    await keeper.save(CANARY);
    const held = await open(folder.path);
    await keeper.forget();
    expect(await held.readFile('utf8')).toBe('');
    await held.close();
  });

  test('stays gone, whatever was being saved when it was forgotten', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    await Promise.all([keeper.save('one'), keeper.save('two'), keeper.forget()]);
    expect(await folder.names()).toEqual([]);
  });

  test('is synced before it takes its name', async () => {
    const folder = await setUpTokenFolder();
    await folder.open().save('before');
    const { openFile, synced, release } = holdSync();
    const saving = folder.open({ openFile }).save('after');
    await synced;
    expect(folder.storage.decryptString(await readFile(folder.path))).toBe('before');
    expect(folder.storage.decryptString(await readFile(`${folder.path}.new`))).toBe('after');
    expect((await stat(`${folder.path}.new`)).mode & 0o777).toBe(0o600);
    release();
    await saving;
    expect(await folder.open().load()).toBe('after');
  });

  test('is not forgotten or read before what is being saved is there', async () => {
    const folder = await setUpTokenFolder();
    const { openFile, synced, release } = holdSync();
    const keeper = folder.open({ openFile });
    const done: string[] = [];
    const saving = keeper.save('one').then(() => done.push('saved'));
    const loading = keeper.load().then((text) => done.push(`loaded ${text}`));
    const forgetting = keeper.forget().then(() => done.push('forgotten'));
    await synced;
    await turnALot();
    expect(done).toEqual([]);
    release();
    await Promise.all([saving, loading, forgetting]);
    expect(done).toEqual(['saved', 'loaded one', 'forgotten']);
    expect(await folder.names()).toEqual([]);
  });

  test('is that of the last of two saves at the same time', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    await Promise.all([keeper.save('one'), keeper.save('two')]);
    expect(keeper.kind()).toBe('sealedFile');
    expect(await keeper.load()).toBe('two');
  });
});

/** A disk that takes its time. */
function holdSync() {
  const synced = createGate();
  const released = createGate();
  const openFile: typeof open = async (...asked) => {
    const file = await open(...asked);
    const sync = file.sync.bind(file);
    file.sync = async () => {
      synced.open();
      await released.opened;
      await sync();
    };
    return file;
  };
  return { openFile, synced: synced.opened, release: released.open };
}

describe('a crash in the middle', () => {
  test('of a save leaves what was there before, and the half one is removed', async () => {
    const folder = await setUpTokenFolder();
    await folder.open().save('before');
    await writeFile(`${folder.path}.new`, folder.storage.encryptString(CANARY).subarray(0, 40), { mode: 0o644 });
    const keeper = folder.open();
    expect(await keeper.load()).toBe('before');
    expect(await folder.names()).toEqual(['sign-in.sealed']);
  });

  test('of a save does not lend its rights to the next', async () => {
    const folder = await setUpTokenFolder();
    await writeFile(`${folder.path}.new`, 'half', { mode: 0o644 });
    await folder.open().save('after');
    expect((await stat(folder.path)).mode & 0o777).toBe(0o600);
    expect(await folder.open().load()).toBe('after');
  });

  test('of forgetting leaves an empty file, which is nobody', async () => {
    const folder = await setUpTokenFolder();
    await writeFile(folder.path, '');
    expect(await folder.open().load()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });
});

describe('a file that', () => {
  test.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is no sealed text', () => Buffer.from('{"refresh_token":"plain"}')],
    ['is cut short', (sealed: Buffer) => sealed.subarray(0, -1)],
    ['has one bit turned', (sealed: Buffer) => sealed.with(20, (sealed[20] ?? 0) ^ 1)],
    ['another user has sealed', () => createFakeSafeStorage('diego').encryptString('theirs')],
  ])('%s is nobody, and is removed', async (_name, spoil) => {
    const folder = await setUpTokenFolder();
    await writeFile(folder.path, spoil(folder.storage.encryptString('ours')));
    const keeper = folder.open();
    expect(await keeper.load()).toBeNull();
    expect(await folder.names()).toEqual([]);
    await keeper.save('next');
    expect(await folder.open().load()).toBe('next');
  });

  test('is a folder is nobody, and nothing breaks', async () => {
    const folder = await setUpTokenFolder();
    await mkdir(folder.path);
    const keeper = folder.open();
    expect(await keeper.load()).toBeNull();
    await keeper.save(CANARY);
    expect(keeper.kind()).toBe('memory');
    await keeper.forget();
    expect(await folder.names()).toEqual(['sign-in.sealed']);
    expect(await keeper.load()).toBeNull();
  });
});

describe('where sealing is not safe', () => {
  test.each(['none', 'basic_text'] as const)('(%s) nothing is written, and the text is in memory', async (backend) => {
    const folder = await setUpTokenFolder();
    folder.storage.setBackend(backend);
    const keeper = folder.open();
    expect(keeper.kind()).toBe('memory');
    await keeper.save(CANARY);
    expect(await folder.names()).toEqual([]);
    await keeper.forget();
    expect(await keeper.load()).toBeNull();
    expect(await folder.open().load()).toBeNull();
  });

  test.each(['none', 'basic_text'] as const)('(%s) an older file is removed at the next start', async (backend) => {
    const folder = await setUpTokenFolder();
    folder.storage.setBackend('basic_text');
    await writeFile(folder.path, folder.storage.encryptString(CANARY));
    folder.storage.setBackend(backend);
    expect(await folder.open().load()).toBeNull();
    expect(await folder.names()).toEqual([]);
  });

  test('an older file does not stay beside what is in memory', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    await keeper.save('older');
    folder.storage.setBackend('none');
    await keeper.save('newer');
    expect(await folder.names()).toEqual([]);
    expect(keeper.kind()).toBe('memory');
  });
});

describe('where saving fails', () => {
  test('because sealing does, the older file is gone', async () => {
    const folder = await setUpTokenFolder();
    const keeper = folder.open();
    await keeper.save('older');
    folder.storage.refuseSealing();
    await keeper.save('newer');
    expect(await folder.names()).toEqual([]);
    expect(keeper.kind()).toBe('memory');
  });

  test('because the disk is full, the older file is gone, and it is said until it works again', async () => {
    const folder = await setUpTokenFolder();
    await folder.open().save('older');
    let isFull = true;
    const openFile: typeof open = (...asked) => (isFull ? Promise.reject(new Error('ENOSPC')) : open(...asked));
    const keeper = folder.open({ openFile });
    await keeper.save('newer');
    expect(await folder.names()).toEqual([]);
    expect(keeper.kind()).toBe('memory');
    isFull = false;
    await keeper.save('newest');
    expect(keeper.kind()).toBe('sealedFile');
    expect(await folder.open().load()).toBe('newest');
  });
});

describe('sealing', () => {
  test.each([
    ['gnome_libsecret', 'linux', true],
    ['basic_text', 'linux', false],
    ['none', 'linux', false],
    ['none', 'win32', false],
    ['basic_text', 'darwin', true],
  ] as const)('with %s on %s: safe is %s', (backend, platform, isSafe) => {
    const storage = createFakeSafeStorage();
    storage.setBackend(backend);
    expect(createSealing(storage, platform).isSealingSafe()).toBe(isSafe);
  });

  test('on Linux without word of the key store is not safe; elsewhere there is none to tell', () => {
    const { getSelectedStorageBackend: _none, ...storage } = createFakeSafeStorage();
    expect(createSealing(storage, 'linux').isSealingSafe()).toBe(false);
    expect(createSealing(storage, 'win32').isSealingSafe()).toBe(true);
    expect(createSealing({ ...storage, getSelectedStorageBackend: () => 'unknown' }, 'linux').isSealingSafe()).toBe(
      false,
    );
  });
});

test('a keeper in memory keeps until it forgets, and no longer than itself', async () => {
  const keeper = createMemoryKeeper();
  expect(keeper.kind()).toBe('memory');
  expect(await keeper.load()).toBeNull();
  await keeper.save('kept');
  expect(await keeper.load()).toBe('kept');
  expect(await createMemoryKeeper().load()).toBeNull();
  await keeper.forget();
  expect(await keeper.load()).toBeNull();
});

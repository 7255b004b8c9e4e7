import { execFileSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SettingsFiles } from '../../../electron/core/settings-port.ts';
import type { WrittenSettings } from '../../../electron/core/settings-schema.ts';
import { readFileFound } from '../../../electron/io/settings/read-file.ts';
import { createSettingsFiles } from '../../../electron/io/settings/settings-files.ts';
import { makeSettingsFolder } from './settings-folder.ts';

const KIOSK: WrittenSettings = { selfService: true };
const SAVED = { ok: true, value: null };
const ON_POSIX = process.platform !== 'win32';
const ON_LINUX = process.platform === 'linux';
const IS_ROOT = process.getuid?.() === 0;

let folder = '';
let userPath = '';
let policyPath = '';

beforeEach(async () => {
  const made = await makeSettingsFolder();
  ({ folder, userPath, policyPath } = made);
  return made.remove;
});

function files(openFile?: typeof open): ReturnType<typeof createSettingsFiles> {
  return createSettingsFiles({ userPath, policyPaths: [policyPath] }, openFile);
}

async function readPolicy(): Promise<SettingsFiles['policy']> {
  return (await files().read()).policy;
}

async function besideUser(): Promise<readonly string[]> {
  return (await readdir(join(folder, 'user'))).toSorted();
}

describe('the file of the user', () => {
  test('is JSON that a person can read, and only its owner may', async () => {
    await files().save(KIOSK, false);
    expect(await readFile(userPath, 'utf8')).toBe('{\n  "selfService": true\n}\n');
    if (ON_POSIX) expect((await stat(userPath)).mode & 0o777).toBe(0o600);
    expect(await besideUser()).toEqual(['settings.json']);
  });

  test('belongs to its owner alone also where it was open before, and where a save was cut off', async () => {
    await writeFile(userPath, '{}');
    await writeFile(`${userPath}.new`, 'half of');
    await chmod(userPath, 0o666);
    await chmod(`${userPath}.new`, 0o666);
    expect(await files().save(KIOSK, false)).toEqual(SAVED);
    if (ON_POSIX) expect((await stat(userPath)).mode & 0o777).toBe(0o600);
    expect(await besideUser()).toEqual(['settings.json']);
  });

  test('is made with its folders where there are none', async () => {
    userPath = join(folder, 'a', 'b', 'settings.json');
    expect((await files().read()).user.content).toEqual({ ok: true, value: null });
    expect(await files().save(KIOSK, false)).toEqual(SAVED);
    expect(await readFile(userPath, 'utf8')).toContain('selfService');
  });

  test.runIf(ON_POSIX)('is written where its link points, and the link stays', async () => {
    await writeFile(join(folder, 'kept-elsewhere.json'), '{}');
    await symlink(join(folder, 'kept-elsewhere.json'), userPath);
    expect(await files().save(KIOSK, false)).toEqual(SAVED);
    expect(await readlink(userPath)).toBe(join(folder, 'kept-elsewhere.json'));
    expect(await readFile(join(folder, 'kept-elsewhere.json'), 'utf8')).toContain('selfService');
  });

  test.runIf(ON_POSIX)('takes the place of a link to nothing', async () => {
    await symlink(join(folder, 'gone.json'), userPath);
    expect((await files().read()).user.content).toEqual({ ok: true, value: null });
    expect(await files().save(KIOSK, false)).toEqual(SAVED);
    expect((await lstat(userPath)).isFile()).toBe(true);
  });

  test('is another file after a save: who reads the old one reads it whole', async () => {
    await writeFile(userPath, '{}');
    await link(userPath, join(folder, 'old.json'));
    await files().save(KIOSK, false);
    expect(await readFile(join(folder, 'old.json'), 'utf8')).toBe('{}');
  });
});

describe('a file that cannot be read', () => {
  test('because the system refuses is told with the path', async () => {
    const refusing = (() => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))) as typeof open;
    expect(await readFileFound(policyPath, refusing)).toEqual({
      content: refused(policyPath, 'EACCES'),
      isOpenToAll: false,
    });
  });

  test.runIf(ON_POSIX)('because nobody may is told with the path', async (context) => {
    if (IS_ROOT) {
      process.stdout.write('skipped: root reads a file of mode 000; run as another user to try it\n');
      context.skip('root reads a file of mode 000');
    }
    await writeFile(policyPath, '{}');
    await chmod(policyPath, 0o000);
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'EACCES'));
  });

  test('because it is a folder is told, and nothing is saved over it', async () => {
    await mkdir(userPath);
    expect((await files().read()).user.content).toEqual(refused(userPath, 'not a file'));
    expect(await files().save(KIOSK, false)).toEqual(refused(userPath, 'not a file'));
    expect(await files().save(KIOSK, true)).toMatchObject({ problem: { code: 'settings-not-saved' } });
    expect(await besideUser()).toEqual(['settings.json']);
  });

  test('because its folder is a file is told: it is not the same as none', async () => {
    policyPath = join(folder, 'policy', 'policy.json', 'policy.json');
    await writeFile(join(folder, 'policy', 'policy.json'), '{}');
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'ENOTDIR'));
  });

  test.runIf(ON_LINUX)('because it is a pipe that nobody writes to does not keep anybody waiting', async () => {
    execFileSync('mkfifo', [policyPath]);
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'not a file'));
  });

  test.runIf(ON_LINUX)('because it never ends is told', async () => {
    policyPath = '/dev/zero';
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'not a file'));
  });

  test('because it is longer than 1 MB is told, and 1 MB is read', async () => {
    const text = `{}${' '.repeat(999_998)}`;
    await writeFile(policyPath, text);
    expect((await readPolicy()).content).toEqual({ ok: true, value: text });
    await writeFile(policyPath, `${text} `);
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'longer than 1 MB'));
  });

  test.each([
    ['Latin-1', Buffer.from('{"stationName":"Süd"}', 'latin1')],
    ['UTF-16, as some shells write', Buffer.from('\uFEFF{}', 'utf16le')],
  ])('because it is %s is told', async (_, bytes) => {
    await writeFile(policyPath, bytes);
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'not UTF-8 text'));
  });

  test.runIf(ON_POSIX)('because its link goes in a circle is told', async () => {
    await symlink(policyPath, policyPath);
    expect((await readPolicy()).content).toEqual(refused(policyPath, 'ELOOP'));
  });

  test('that comes in pieces is read whole', async () => {
    const text = '{"stationName":"Süd"}';
    await writeFile(policyPath, text);
    const inPieces = (async (path: string, flags: number) => {
      const handle = await open(path, flags);
      const read = handle.read.bind(handle);
      handle.read = (async (into: Uint8Array, at: number, length: number) =>
        read(into, at, Math.min(length, 5))) as typeof handle.read;
      return handle;
    }) as typeof open;
    expect((await readFileFound(policyPath, inPieces)).content).toEqual({ ok: true, value: text });
  });

  test('is closed again, as one that can be read', async () => {
    await writeFile(policyPath, '\u00ff', 'latin1');
    const closed: string[] = [];
    const watched = (async (path: string, flags: number) => {
      const handle = await open(path, flags);
      const close = handle.close.bind(handle);
      handle.close = async () => {
        closed.push(path);
        await close();
      };
      return handle;
    }) as typeof open;
    await readFileFound(policyPath, watched);
    await writeFile(policyPath, '{}');
    await readFileFound(policyPath, watched);
    expect(closed).toEqual([policyPath, policyPath]);
  });

  test('with a byte order mark and the line ends of Windows is given as it is', async () => {
    await writeFile(userPath, '\uFEFF{\r\n}\r\n');
    expect((await files().read()).user.content).toEqual({ ok: true, value: '\uFEFF{\r\n}\r\n' });
    expect(await files().save(KIOSK, false)).toEqual(SAVED);
  });
});

describe('a disk that refuses', () => {
  test.runIf(ON_LINUX)('because it is full leaves the old settings, whole, and nothing beside them', async () => {
    await files().save(KIOSK, false);
    const onFullDisk = files(() => open('/dev/full', 'w'));
    expect(await onFullDisk.save({}, false)).toEqual({
      ok: false,
      problem: { code: 'settings-not-saved', detail: 'ENOSPC' },
    });
    expect(await readFile(userPath, 'utf8')).toContain('selfService');
    expect(await besideUser()).toEqual(['settings.json']);
  });

  test.runIf(ON_LINUX)('in the middle of a save keeps no half of it', async () => {
    const port = files(async (...asked) => {
      await (await open(...asked)).close();
      return open('/dev/full', 'w');
    });
    expect(await port.save(KIOSK, false)).toMatchObject({ problem: { detail: 'ENOSPC' } });
    expect(await besideUser()).toEqual([]);
  });

  test.runIf(ON_LINUX)('because nothing can be made in the folder is told', async () => {
    userPath = '/proc/settings.json';
    expect(await files().save(KIOSK, false)).toMatchObject({ problem: { code: 'settings-not-saved' } });
  });

  test('because the folder is a file is told', async () => {
    await writeFile(userPath, '{}');
    userPath = join(userPath, 'settings.json');
    expect(await files().save(KIOSK, true)).toMatchObject({ problem: { code: 'settings-not-saved' } });
  });

  test('does not keep the next save from being tried', async () => {
    let isFull = true;
    const port = files((...asked) =>
      isFull ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) : open(...asked),
    );
    expect(await port.save(KIOSK, false)).toMatchObject({ problem: { detail: 'ENOSPC' } });
    isFull = false;
    expect(await port.save(KIOSK, false)).toEqual(SAVED);
  });
});

test('the settings are on the disk before they take the place of the old ones', async () => {
  const order: string[] = [];
  const port = files(async (...asked) => {
    const handle = await open(...asked);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      order.push((await readFile(`${userPath}.new`, 'utf8')).endsWith('}\n') ? 'whole' : 'half');
      await sync();
    };
    return handle;
  });
  await port.save(KIOSK, false);
  expect(order).toEqual(['whole']);
});

test('saves at the same time do not get into each other: the last one holds', async () => {
  const port = files();
  const saves = Array.from({ length: 20 }, (_, undoMinutes) => port.save({ undoMinutes }, false));
  expect(await Promise.all(saves)).toEqual(saves.map(() => SAVED));
  expect(JSON.parse(await readFile(userPath, 'utf8'))).toEqual({ undoMinutes: 19 });
});

function refused(path: string, words: string): object {
  return { ok: false, problem: { code: 'settings-malformed', detail: `${path}: ${words}` } };
}

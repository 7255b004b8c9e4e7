import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_BENCH, type BenchSettings } from '../../../electron/core/bench-settings.ts';
import { createBenchFile } from '../../../electron/io/bench/bench-file.ts';

const MARKED: BenchSettings = { ...EMPTY_BENCH, typingScanners: ['05fe:1010'] };
const ON_POSIX = process.platform !== 'win32';
const ON_LINUX = process.platform === 'linux';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-file-'));
  path = join(folder, 'bench.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function savedOver(text: string): Promise<readonly string[]> {
  await writeFile(path, text);
  expect(await createBenchFile(path).save(MARKED)).toEqual({ ok: true, value: null });
  return (await readdir(folder)).toSorted();
}

describe('the file', () => {
  test('is JSON that a person can read, and only its owner may', async () => {
    await createBenchFile(path).save(MARKED);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(MARKED);
    expect(await readFile(path, 'utf8')).toContain('\n  "typingScanners"');
    if (ON_POSIX) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['bench.json']);
  });

  test('belongs to its owner alone also where it was open before, and where a save was cut off', async () => {
    await writeFile(path, '{}', { mode: 0o666 });
    await writeFile(`${path}.new`, 'half of', { mode: 0o666 });
    await chmod(`${path}.new`, 0o666);
    await createBenchFile(path).save(MARKED);
    if (ON_POSIX) expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['bench.json']);
  });

  test('is made with its folder where there is none', async () => {
    const deep = createBenchFile(join(folder, 'a', 'b', 'bench.json'));
    await deep.save(MARKED);
    expect(await deep.load()).toEqual({ ok: true, value: MARKED });
  });

  test('that a crash left half written beside is not read', async () => {
    await createBenchFile(path).save(MARKED);
    await writeFile(`${path}.new`, '{"typingSc');
    expect(await createBenchFile(path).load()).toEqual({ ok: true, value: MARKED });
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['cut off', '{"readers": {'],
    ['empty', ''],
    ['of something else', '{"colour": "red"}'],
    ['of wrong fields', '{"typingScanners": ["all of them"]}'],
  ])('because it is %s is told and stays as it is', async (_, text) => {
    await writeFile(path, text);
    expect(await createBenchFile(path).load()).toMatchObject({ problem: { code: 'settings-malformed' } });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('because it is a folder is told, and nothing is saved over it', async () => {
    await mkdir(path);
    const file = createBenchFile(path);
    expect(await file.load()).toEqual({ ok: false, problem: { code: 'settings-malformed', detail: 'EISDIR' } });
    expect(await file.save(MARKED)).toMatchObject({ problem: { code: 'settings-not-saved' } });
    expect(await readdir(folder)).toEqual(['bench.json']);
  });

  test('is kept beside when the settings are saved, and one that can be read is not', async () => {
    expect(await savedOver('{"readers": {')).toEqual(['bench.json', 'bench.json.broken']);
    expect(await readFile(`${path}.broken`, 'utf8')).toBe('{"readers": {');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(MARKED);
    await rm(`${path}.broken`);
    expect(await savedOver('{}')).toEqual(['bench.json']);
  });
});

describe('a disk that refuses', () => {
  test.runIf(ON_LINUX)('because it is full leaves the old settings, whole, and nothing beside them', async () => {
    await createBenchFile(path).save(MARKED);
    const onFullDisk = createBenchFile(path, () => open('/dev/full', 'w'));
    const outcome = await onFullDisk.save({ ...MARKED, typingScanners: [] });
    expect(outcome).toEqual({ ok: false, problem: { code: 'settings-not-saved', detail: 'ENOSPC' } });
    expect(await createBenchFile(path).load()).toEqual({ ok: true, value: MARKED });
    expect(await readdir(folder)).toEqual(['bench.json']);
  });

  test.runIf(ON_LINUX)('in the middle of a save keeps no half of it', async () => {
    const file = createBenchFile(path, async (...asked) => {
      await (await open(...asked)).close();
      return open('/dev/full', 'w');
    });
    expect(await file.save(MARKED)).toMatchObject({ problem: { detail: 'ENOSPC' } });
    expect(await readdir(folder)).toEqual([]);
  });

  test.runIf(ON_LINUX)('because nothing can be made in the folder is told', async () => {
    const outcome = await createBenchFile('/proc/bench.json').save(MARKED);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'settings-not-saved' } });
  });

  test('because the folder is a file is told', async () => {
    await writeFile(path, '{}');
    const outcome = await createBenchFile(join(path, 'bench.json')).save(MARKED);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'settings-not-saved' } });
  });

  test('does not keep the next save from being tried', async () => {
    let isFull = true;
    const file = createBenchFile(path, (...asked) => {
      if (!isFull) return open(...asked);
      return Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    });
    expect(await file.save(MARKED)).toMatchObject({ problem: { detail: 'ENOSPC' } });
    isFull = false;
    expect(await file.save(MARKED)).toEqual({ ok: true, value: null });
  });
});

test('the settings are on the disk before they take the place of the old ones', async () => {
  const order: string[] = [];
  const file = createBenchFile(path, async (...asked) => {
    const handle = await open(...asked);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      order.push((await readFile(`${path}.new`, 'utf8')).includes('05fe:1010') ? 'whole' : 'half');
      await sync();
    };
    return handle;
  });
  await file.save(MARKED);
  expect(order).toEqual(['whole']);
});

test('settings that could not be read again are not saved', async () => {
  const tooMany = { ...EMPTY_BENCH, typingScanners: Array.from({ length: 201 }, () => '05fe:1010') };
  const file = createBenchFile(path);
  expect(await file.save(tooMany)).toMatchObject({ problem: { code: 'settings-not-saved' } });
  expect(await readdir(folder)).toEqual([]);
});

test('saves at the same time do not get into each other: the last one holds', async () => {
  const file = createBenchFile(path);
  const numbers = Array.from({ length: 20 }, (_, number) => `05fe:10${String(number).padStart(2, '0')}`);
  const outcomes = await Promise.all(numbers.map((number) => file.save({ ...EMPTY_BENCH, typingScanners: [number] })));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await file.load()).toEqual({ ok: true, value: { ...EMPTY_BENCH, typingScanners: ['05fe:1019'] } });
});

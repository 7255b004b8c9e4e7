import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StoredJournal } from '../../../electron/core/ports.ts';
import { refuse } from '../../../electron/core/result.ts';
import { createClosedJournal, openSqliteJournal } from '../../../electron/io/journal/sqlite-journal.ts';
import { makeTempFolder, openAt, openRaw, scans } from './open-temp-journal.ts';

const isWindows = process.platform === 'win32';

/** The paths that this process holds open. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      return [];
    }
  });
}

/** A journal of two hundred events whose file is changed from outside; `null` where it cannot be opened any more. */
async function damage(change: (bytes: Buffer) => Buffer): Promise<StoredJournal | null> {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const journal = openAt(path);
  await journal.append(scans(200));
  await journal.close();
  writeFileSync(path, change(readFileSync(path)));
  const opened = openSqliteJournal(path);
  if (!opened.ok) return null;
  const read = await opened.value.readAll();
  await opened.value.close();
  return read.ok ? read.value : null;
}

describe('a journal that cannot be opened', () => {
  test('a file that is no database is refused and left as it is', () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const words = 'minutes of the works council\n'.repeat(200);
    writeFileSync(path, words);
    expect(openSqliteJournal(path)).toEqual(refuse('storage-failing', { detail: 'file is not a database' }));
    expect(readFileSync(path, 'utf8')).toBe(words);
  });

  test('a database of somebody else is refused and left as it is', () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const foreign = openRaw(path);
    foreign.exec(`CREATE TABLE events (name TEXT); INSERT INTO events VALUES ('concert')`);
    expect(openSqliteJournal(path)).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect(foreign.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'events' }]);
    expect(foreign.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    foreign.exec('DELETE FROM events');
  });

  test('a folder in the place of the file is refused', () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    mkdirSync(path);
    expect(openSqliteJournal(path)).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
  });

  test('a folder that cannot be made is refused with the reason', () => {
    const file = join(makeTempFolder(), 'a-file');
    writeFileSync(file, '');
    const opened = openSqliteJournal(join(file, 'journals', 'journal.sqlite'));
    expect(opened).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect(!opened.ok && opened.problem.detail).toMatch(/ENOTDIR|ENOENT|EEXIST/);
  });

  test('a folder that may not be written to is refused', ({ skip }) => {
    skip(
      isWindows || process.getuid?.() === 0,
      'the superuser may write to every folder, and Windows knows no such mode',
    );
    const folder = makeTempFolder();
    chmodSync(folder, 0o500);
    expect(openSqliteJournal(join(folder, 'journal.sqlite'))).toMatchObject({
      ok: false,
      problem: { code: 'storage-failing' },
    });
    chmodSync(folder, 0o700);
  });

  test.skipIf(process.platform !== 'linux')('a file that was refused is not kept open', () => {
    const folder = makeTempFolder();
    const [text, foreign] = [join(folder, 'text'), join(folder, 'foreign')];
    writeFileSync(text, 'no database\n'.repeat(500));
    const database = openRaw(foreign);
    database.exec('CREATE TABLE events (name TEXT)');
    database.close();
    expect([openSqliteJournal(text).ok, openSqliteJournal(foreign).ok]).toEqual([false, false]);
    expect(openFiles().filter((path) => path.startsWith(folder))).toEqual([]);
  });

  test('what stands in its place refuses everything with the same reason', async () => {
    const problem = refuse('storage-failing', { detail: 'file is not a database' });
    const journal = createClosedJournal(problem);
    expect(await journal.append(scans(1))).toEqual(problem);
    expect(await journal.readAll()).toEqual(problem);
    await expect(journal.close()).resolves.toBeUndefined();
  });
});

describe('a file that was damaged from outside', () => {
  test('with other letters in an event: it is read, and the chain breaks there', async () => {
    const damaged = await damage((bytes) => {
      // A page that was split leaves a copy behind that nobody reads.
      for (let at = bytes.indexOf('GALT10000004'); at >= 0; at = bytes.indexOf('GALT10000004'))
        bytes.write('GALT9', at);
      return bytes;
    });
    expect(damaged?.events).toHaveLength(200);
    expect(damaged?.chainBrokenAtSeq).toBe(4);
  });

  test.each([
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['overwritten behind its head', (bytes: Buffer) => bytes.fill(0xaa, 4_096)],
  ])('%s: it is refused as a value, not taken for an empty journal', async (_what, change) => {
    expect(await damage(change)).toBeNull();
  });
});

import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { journalOver } from '../../../electron/io/journal/sqlite-journal.ts';
import { makeTempFolder, openAt, openRaw, readAll, scan, scans } from './open-temp-journal.ts';

const isWindows = process.platform === 'win32';

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** The connections that are opened meanwhile; what they are set to can be asked of themselves only. */
function watchConnections(): readonly DatabaseSync[] {
  const seen = new Set<DatabaseSync>();
  const opened: DatabaseSync[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- it is always called with the connection as its this
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (...args) {
    if (!seen.has(this)) opened.push(this);
    seen.add(this);
    return prepare.apply(this, args);
  };
  onTestFinished(() => {
    DatabaseSync.prototype.prepare = prepare;
  });
  return opened;
}

describe('the file of a journal', () => {
  test('is written ahead, and an append waits for the disk', async () => {
    const opened = watchConnections();
    const journal = openAt(join(makeTempFolder(), 'journal.sqlite'));
    const [database] = opened;
    expect(database?.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    // Source: SQLite, "PRAGMA synchronous": 2 is FULL.
    expect(database?.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    await journal.close();
  });

  test.skipIf(isWindows)('is readable by its owner only, and so is the folder that was made for it', async () => {
    const folder = join(makeTempFolder(), 'journals', 'practice');
    const journal = openAt(join(folder, 'journal.sqlite'));
    expect(modeOf(join(folder, 'journal.sqlite'))).toBe('600');
    expect(modeOf(folder)).toBe('700');
    await journal.close();
  });

  test.skipIf(isWindows)('is narrowed to its owner where others could read it before', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    writeFileSync(path, '', { mode: 0o644 });
    const journal = openAt(path);
    expect(modeOf(path)).toBe('600');
    await journal.close();
  });

  test.skipIf(isWindows)('and so are the files beside it, which hold the newest events', async () => {
    const folder = makeTempFolder();
    const journal = openAt(join(folder, 'journal.sqlite'));
    await journal.append([scan(1)]);
    const modes = readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]);
    await journal.close();
    expect(modes).toEqual([
      ['journal.sqlite', '600'],
      ['journal.sqlite-shm', '600'],
      ['journal.sqlite-wal', '600'],
    ]);
  });

  test('is alone in its folder once it is closed', async () => {
    const folder = makeTempFolder();
    const journal = openAt(join(folder, 'journal.sqlite'));
    await journal.append(scans(3));
    await journal.close();
    expect(readdirSync(folder)).toEqual(['journal.sqlite']);
  });

  test('five thousand events come back the same after opening again', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const events = scans(5_000);
    const journal = openAt(path);
    for (let from = 0; from < events.length; from += 500) await journal.append(events.slice(from, from + 500));
    await journal.close();
    const again = openAt(path);
    const stored = await readAll(again);
    expect(stored.events.map(({ body }) => body)).toEqual(events.map((event) => JSON.stringify(event)));
    expect(stored.events.at(-1)?.seq).toBe(5_000);
    expect(stored.chainBrokenAtSeq).toBeNull();
    await again.close();
  });
});

describe('a disk that is full', () => {
  test('refuses, keeps nothing half, and works again once there is room', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    await openAt(path).close();
    const database = openRaw(path);
    const pages = database.prepare('PRAGMA page_count').get()?.page_count;
    database.exec(`PRAGMA max_page_count = ${Number(pages) + 4}`);
    const journal = journalOver(database);
    const big = (index: number): DurableEvent => scan(index, 'x'.repeat(3_000));

    let stored = 0;
    let outcome = await journal.append([big(1)]);
    while (outcome.ok) {
      stored += 1;
      outcome = await journal.append([big(stored + 1)]);
    }
    expect(outcome.problem).toEqual({ code: 'storage-failing', detail: 'database or disk is full' });
    expect(stored).toBeGreaterThan(0);
    expect((await readAll(journal)).events).toHaveLength(stored);

    // The first of these would fit; the others would not.
    const list = [scan(900), ...Array.from({ length: 20 }, (_, index) => big(index))];
    expect(await journal.append(list)).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect((await readAll(journal)).events).toHaveLength(stored);

    database.exec('PRAGMA max_page_count = 100000');
    expect(await journal.append(list)).toEqual({ ok: true, value: null });
    const { events, chainBrokenAtSeq } = await readAll(journal);
    expect(events).toHaveLength(stored + list.length);
    expect(chainBrokenAtSeq).toBeNull();
  });

  test('a list of which one event is refused is stored not at all, and the next list is', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    const raw = openRaw(path);
    raw.exec(`CREATE TRIGGER odd BEFORE INSERT ON events WHEN NEW.seq = 2 BEGIN SELECT RAISE(ABORT, 'odd'); END`);
    expect(await journal.append(scans(3))).toMatchObject({ ok: false, problem: { detail: 'odd' } });
    raw.exec('DROP TRIGGER odd');
    expect((await readAll(journal)).events).toEqual([]);
    expect(await journal.append(scans(3))).toEqual({ ok: true, value: null });
    expect((await readAll(journal)).events).toHaveLength(3);
    await journal.close();
  });

  test('a file that another program has locked refuses at once, and works again after it', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    const other = openRaw(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await journal.append([scan(1)])).toMatchObject({ ok: false, problem: { detail: 'database is locked' } });
    other.exec('ROLLBACK');
    expect(await journal.append([scan(1)])).toEqual({ ok: true, value: null });
    expect((await readAll(journal)).events).toHaveLength(1);
    await journal.close();
  });
});

test('a body that is not as written any more does not stop the reading of the others', async () => {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const journal = openAt(path);
  await journal.append(scans(3));
  openRaw(path).exec(`DROP TRIGGER events_no_update; UPDATE events SET kind = '', body = '' WHERE seq = 2`);
  const { events, chainBrokenAtSeq } = await readAll(journal);
  expect(events.map(({ seq, kind, body }) => [seq, kind, body === ''])).toEqual([
    [1, 'scanned', false],
    [2, '', true],
    [3, 'scanned', false],
  ]);
  expect(chainBrokenAtSeq).toBe(2);
  await journal.close();
});

test('after the closing everything is refused as a value, and closing again is no trouble', async () => {
  const journal = openAt(join(makeTempFolder(), 'journal.sqlite'));
  await journal.close();
  expect(await journal.append([scan(1)])).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
  expect(await journal.readAll()).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
  await expect(journal.close()).resolves.toBeUndefined();
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { JournalPort, RetentionNote } from '../../../electron/core/ports.ts';
import { forgottenBody } from '../../../electron/io/journal/forgotten-body.ts';
import { journalOver } from '../../../electron/io/journal/sqlite-journal.ts';
import { makeTempFolder, openAt, openRaw, readAll, scan, scans, valueOf } from './open-temp-journal.ts';

const SECRET_NAME = 'Maximiliane von Hohenstein';
/** Newer than every scan. */
const BEFORE_MS = 1_700_000_100_000;
const AT_MS = BEFORE_MS + 5;

const noteOf = (count: number, beforeMs = BEFORE_MS): RetentionNote => ({
  kind: 'retentionApplied',
  atMs: AT_MS,
  beforeMs,
  count,
});

const entriesOf = (...seqs: readonly number[]): Parameters<JournalPort['forget']>[0] =>
  seqs.map((seq) => ({ seq, itemCount: 1, orderCount: 0 }));

/** Ten scans, of which three have been forgotten. */
async function forgetThree(): Promise<string> {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const journal = openAt(path);
  await journal.append(scans(10));
  valueOf(await journal.forget(entriesOf(2, 3, 7), noteOf(3)));
  await journal.close();
  return path;
}

async function breakAfter(tamper: (database: DatabaseSync) => void): Promise<number | null> {
  const path = await forgetThree();
  const raw = openRaw(path);
  raw.exec('DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete;');
  tamper(raw);
  raw.close();
  const again = openAt(path);
  const { chainBrokenAtSeq } = await readAll(again);
  await again.close();
  return chainBrokenAtSeq;
}

/** All that lies on the disk of a journal, as letters. */
function bytesAt(path: string): string {
  return ['', '-wal', '-shm']
    .map((end) => `${path}${end}`)
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name, 'latin1'))
    .join('');
}

describe('what is forgotten', () => {
  test('stands as such in its place; numbers, times, kinds and hashes stay, and the chain holds', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(10));
    const before = await readAll(journal);
    valueOf(await journal.forget(entriesOf(2, 3, 7), noteOf(3)));
    const after = await readAll(journal);
    expect(after.chainBrokenAtSeq).toBeNull();
    expect(after.events).toHaveLength(11);
    for (const [index, event] of before.events.entries()) {
      const isGone = [2, 3, 7].includes(event.seq);
      const body = isGone ? forgottenBody(event.atMs, { itemCount: 1, orderCount: 0 }) : event.body;
      expect(after.events[index]).toEqual({ ...event, body });
    }
    expect(JSON.parse(after.events[10]?.body ?? '')).toEqual(noteOf(3));
    await journal.close();
  });

  test('is nowhere in the file afterwards, nor beside it', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    // Long enough that pages are split, and left behind with old copies in them.
    const long = scans(300).map((event, index) => ({
      ...event,
      scannedText: `${SECRET_NAME} ${index} ${'x'.repeat(200)}`,
    }));
    for (let from = 0; from < 300; from += 30) await journal.append(long.slice(from, from + 30));
    await journal.close();
    const again = openAt(path);
    expect(bytesAt(path)).toContain(SECRET_NAME);
    valueOf(await again.forget(entriesOf(...long.map((_, index) => index + 1)), noteOf(300)));
    expect(bytesAt(path)).not.toContain(SECRET_NAME);
    expect(bytesAt(path)).not.toContain('GALT10000001');
    // The station goes on writing on the same connection.
    await again.append([scan(999)]);
    expect((await readAll(again)).chainBrokenAtSeq).toBeNull();
    await again.close();
    expect(bytesAt(path)).not.toContain(SECRET_NAME);
    expect(bytesAt(path)).toContain('GALT10000999');
  });

  test('can be added to another day, and the chain still holds', async () => {
    const journal = openAt(await forgetThree());
    valueOf(await journal.forget(entriesOf(1, 4), noteOf(2)));
    await journal.append([scan(11)]);
    const { chainBrokenAtSeq, head } = await readAll(journal);
    expect([chainBrokenAtSeq, head?.seq]).toEqual([null, 13]);
    await journal.close();
  });

  test('a number that is not there is left out', async () => {
    const journal = openAt(await forgetThree());
    valueOf(await journal.forget(entriesOf(99), noteOf(0)));
    expect((await readAll(journal)).chainBrokenAtSeq).toBeNull();
    await journal.close();
  });

  test('the locks on the table are there again', async () => {
    const path = await forgetThree();
    expect(() => openRaw(path).exec('UPDATE events SET at_ms = 0 WHERE seq = 2')).toThrow('append only');
    expect(() => openRaw(path).exec('DELETE FROM events WHERE seq = 2')).toThrow('append only');
  });

  test('nothing is forgotten where the disk does not take all of it, and the locks are there', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(10));
    const before = await readAll(journal);
    const raw = openRaw(path);
    raw.exec(
      `CREATE TRIGGER odd BEFORE INSERT ON events WHEN NEW.kind = 'retentionApplied' BEGIN SELECT RAISE(ABORT, 'odd'); END`,
    );
    expect(await journal.forget(entriesOf(2, 3), noteOf(2))).toMatchObject({ ok: false, problem: { detail: 'odd' } });
    expect(await readAll(journal)).toEqual(before);
    expect(() => raw.exec('UPDATE events SET at_ms = 0 WHERE seq = 2')).toThrow('append only');
    await journal.close();
  });

  test('where somebody else has the file open, traces are wiped the next time, also if nothing more is forgotten', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append([scan(1, SECRET_NAME), scan(2)]);
    const reader = openRaw(path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    const forgotten = await journal.forget(entriesOf(1), noteOf(1));
    expect(forgotten).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect((await readAll(journal)).events[0]?.body).not.toContain(SECRET_NAME);
    expect(bytesAt(path)).toContain(SECRET_NAME);
    reader.exec('COMMIT');
    expect(await journal.forget([], null)).toEqual({ ok: true, value: null });
    expect(bytesAt(path)).not.toContain(SECRET_NAME);
    await journal.close();
  });

  test('a journal of which nothing was forgotten is not written anew', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    await openAt(path).close();
    const database = openRaw(path);
    const said: string[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- it is always called with the connection as its this
    const { exec } = database;
    database.exec = (sql) => {
      said.push(sql);
      exec.call(database, sql);
    };
    onTestFinished(() => {
      database.exec = exec;
    });
    const journal = journalOver(database);
    await journal.append(scans(2));
    await journal.forget([], null);
    expect(said).not.toContain('VACUUM');
    await journal.forget(entriesOf(1), noteOf(1));
    expect(said.filter((sql) => sql === 'VACUUM')).toHaveLength(1);
    await journal.forget([], null);
    expect(said.filter((sql) => sql === 'VACUUM')).toHaveLength(1);
  });
});

describe('the chain over what was forgotten', () => {
  test('it holds where nobody has touched it', async () => {
    expect(await breakAfter(() => undefined)).toBeNull();
  });

  test.each([
    ['another text', `body = '{}'`, 3],
    ['a forgotten one with more in it', `body = replace(body, '}', ',"x":1}')`, 3],
    ['another time', 'at_ms = at_ms - 1', 3],
    ['another hash', `hash = previous_hash`, 4],
    ['another hash before it', `previous_hash = '${'f'.repeat(64)}'`, 3],
    ['another kind that is its own', `kind = 'forgotten'`, 3],
  ])('%s in its place is found', async (_what, change, seq) => {
    expect(await breakAfter((database) => database.exec(`UPDATE events SET ${change} WHERE seq = 3`))).toBe(seq);
  });

  test('an entry that only looks forgotten is found, because no entry says so', async () => {
    const fake = (database: DatabaseSync, seq: number): void => {
      const { at_ms: atMs } = database.prepare('SELECT at_ms FROM events WHERE seq = ?').get(seq) ?? {};
      const body = forgottenBody(Number(atMs), { itemCount: 1, orderCount: 0 });
      database.prepare('UPDATE events SET body = ? WHERE seq = ?').run(body, seq);
    };
    // One more than was told.
    expect(await breakAfter((database) => fake(database, 9))).toBe(2);
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(10));
    valueOf(await journal.forget(entriesOf(2), noteOf(5, 1_700_000_000_005)));
    await journal.append([scan(20)]);
    const raw = openRaw(path);
    raw.exec('DROP TRIGGER events_no_update');
    // Newer than what was told to be forgotten, and written after it.
    for (const seq of [8, 12]) fake(raw, seq);
    expect((await readAll(journal)).chainBrokenAtSeq).toBe(8);
    await journal.close();
  });

  test('a note that was changed to account for more is found at itself', async () => {
    const brokenAt = await breakAfter((database) => {
      database.exec(`UPDATE events SET body = replace(body, '"count":3', '"count":4') WHERE seq = 11`);
    });
    expect(brokenAt).toBe(11);
  });

  test('the loss of a forgotten entry is found', async () => {
    expect(await breakAfter((database) => database.exec('DELETE FROM events WHERE seq = 3'))).toBe(4);
  });
});

describe('reading on', () => {
  test('gives what came after a known entry, and follows the chain from there', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(5));
    const { head } = await readAll(journal);
    await journal.append([scan(6), scan(7)]);
    const more = valueOf(await journal.readAfter(head ?? { seq: 0, hash: '' }));
    expect(more.events.map(({ seq }) => seq)).toEqual([6, 7]);
    expect([more.chainBrokenAtSeq, more.head?.seq]).toEqual([null, 7]);
    await journal.close();
  });

  test('finds that the known entry is another one now', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(6));
    const more = valueOf(await journal.readAfter({ seq: 5, hash: 'f'.repeat(64) }));
    expect(more.chainBrokenAtSeq).toBe(6);
    await journal.close();
  });
});

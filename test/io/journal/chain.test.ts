import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { chainHash, GENESIS_HASH } from '../../../electron/io/journal/chain.ts';
import { makeTempFolder, openAt, openRaw, readAll, scans } from './open-temp-journal.ts';

const OPEN_THE_LOCKS = 'DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete;';

/** Appends ten events, lets a tamperer at the file, and tells where the chain breaks. */
async function breakAfter(tamper: (database: DatabaseSync) => void): Promise<number | null> {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const journal = openAt(path);
  await journal.append(scans(10));
  await journal.close();
  const raw = openRaw(path);
  tamper(raw);
  raw.close();
  const again = openAt(path);
  const { chainBrokenAtSeq } = await readAll(again);
  await again.close();
  return chainBrokenAtSeq;
}

/** Puts a row in at `seq` and moves those behind it back; `hash` may be that of an honest row. */
function insertAt(database: DatabaseSync, seq: number, hashOf: (previousHash: string, body: string) => string): void {
  database.exec(OPEN_THE_LOCKS);
  for (let moved = 10; moved >= seq; moved--)
    database.exec(`UPDATE events SET seq = ${moved + 1} WHERE seq = ${moved}`);
  const before = database.prepare('SELECT hash FROM events WHERE seq = ?').get(seq - 1);
  const previousHash = String(before?.hash ?? GENESIS_HASH);
  const body = '{"kind":"restarted","atMs":7}';
  database
    .prepare('INSERT INTO events VALUES (?, 7, ?, ?, ?, ?)')
    .run(seq, 'restarted', body, previousHash, hashOf(previousHash, body));
}

describe('the chain of hashes', () => {
  test('each hash is SHA-256 over the one before it, the number, the time, the kind and the body', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(3));
    const rows = openRaw(path).prepare('SELECT * FROM events ORDER BY seq').all();
    let previous = '0'.repeat(64);
    for (const { seq, at_ms: atMs, kind, body, previous_hash: previousHash, hash } of rows) {
      expect(previousHash).toBe(previous);
      expect(hash).toBe(createHash('sha256').update(`${previous}\n${seq}\n${atMs}\n${kind}\n${body}`).digest('hex'));
      previous = String(hash);
    }
    expect(rows).toHaveLength(3);
    await journal.close();
  });

  test('it holds where nobody has touched it', async () => {
    expect(await breakAfter(() => undefined)).toBeNull();
  });

  test.each([
    ['the body', `body = replace(body, 'GALT', 'GALX')`],
    ['the time', 'at_ms = at_ms + 1'],
    ['the kind', `kind = 'itemRemoved'`],
    ['the hash', `hash = previous_hash`],
    ['the hash before it', `previous_hash = '${'f'.repeat(64)}'`],
  ])('a change of %s is found at that event', async (_what, change) => {
    for (const seq of [1, 4, 10]) {
      const brokenAt = await breakAfter((database) => {
        database.exec(`${OPEN_THE_LOCKS} UPDATE events SET ${change} WHERE seq = ${seq}`);
      });
      expect(brokenAt).toBe(seq);
    }
  });

  test('a changed body with a fresh hash of its own is found at the event behind it', async () => {
    const brokenAt = await breakAfter((database) => {
      const row = database.prepare('SELECT * FROM events WHERE seq = 4').get();
      const hash = chainHash(String(row?.previous_hash), 4, Number(row?.at_ms), 'scanned', '{}');
      database.exec(`${OPEN_THE_LOCKS} UPDATE events SET body = '{}', hash = '${hash}' WHERE seq = 4`);
    });
    expect(brokenAt).toBe(5);
  });

  test.each([
    [1, 2],
    [4, 5],
    [9, 10],
  ])('the loss of event %d is found at event %d', async (seq, brokenAt) => {
    const tamper = (database: DatabaseSync): void => {
      database.exec(`${OPEN_THE_LOCKS} DELETE FROM events WHERE seq = ${seq}`);
    };
    expect(await breakAfter(tamper)).toBe(brokenAt);
  });

  test('the loss of an event is found also where the numbers have been closed up', async () => {
    const brokenAt = await breakAfter((database) => {
      database.exec(`${OPEN_THE_LOCKS} DELETE FROM events WHERE seq = 4`);
      for (let seq = 5; seq <= 10; seq++) database.exec(`UPDATE events SET seq = ${seq - 1} WHERE seq = ${seq}`);
    });
    expect(brokenAt).toBe(4);
  });

  test('two events that changed places are found at the first of them', async () => {
    const brokenAt = await breakAfter((database) => {
      database.exec(`${OPEN_THE_LOCKS} UPDATE events SET seq = 99 WHERE seq = 4`);
      database.exec('UPDATE events SET seq = 4 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 99');
    });
    expect(brokenAt).toBe(4);
  });

  test.each([1, 4, 10])('an event put in at %d is found there', async (seq) => {
    expect(await breakAfter((database) => insertAt(database, seq, () => 'a'.repeat(64)))).toBe(seq);
  });

  test.each([1, 4, 10])('an event put in at %d with a right hash is found at the one behind it', async (seq) => {
    const tamper = (database: DatabaseSync): void => {
      insertAt(database, seq, (previousHash, body) => chainHash(previousHash, seq, 7, 'restarted', body));
    };
    expect(await breakAfter(tamper)).toBe(seq + 1);
  });

  test('an event appended by somebody without a right hash is found there', async () => {
    const brokenAt = await breakAfter((database) => {
      database.exec(`INSERT INTO events SELECT 11, at_ms, kind, body, hash, hash FROM events WHERE seq = 10`);
    });
    expect(brokenAt).toBe(11);
  });

  test('a number that was left out is found, also where all hashes fit', async () => {
    const brokenAt = await breakAfter((database) => {
      const last = String(database.prepare('SELECT hash FROM events WHERE seq = 10').get()?.hash);
      const hash = chainHash(last, 12, 7, 'restarted', '{}');
      database.exec(`INSERT INTO events VALUES (12, 7, 'restarted', '{}', '${last}', '${hash}')`);
    });
    expect(brokenAt).toBe(12);
  });

  test('of two breaks the first is named, and every event is still handed over', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(10));
    openRaw(path).exec(`${OPEN_THE_LOCKS} UPDATE events SET body = 'not json' WHERE seq IN (3, 7)`);
    const { events, chainBrokenAtSeq } = await readAll(journal);
    expect(chainBrokenAtSeq).toBe(3);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events[2]?.body).toBe('not json');
    await journal.close();
  });
});

describe('the locks on the table', () => {
  test.each([
    'UPDATE events SET at_ms = 0 WHERE seq = 2',
    'UPDATE events SET seq = 99 WHERE seq = 2',
    'DELETE FROM events WHERE seq = 2',
    'DELETE FROM events',
  ])('"%s" is refused, also from another connection, and changes nothing', async (sql) => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(3));
    const before = await readAll(journal);
    expect(() => openRaw(path).exec(sql)).toThrow('append only');
    expect(await readAll(journal)).toEqual(before);
    await journal.close();
  });

  test('a number that is taken is not written over', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(scans(3));
    const insert = 'SELECT 2, at_ms, kind, body, previous_hash, hash FROM events WHERE seq = 1';
    expect(() => openRaw(path).exec(`INSERT INTO events ${insert}`)).toThrow('UNIQUE');
    await journal.close();
  });
});

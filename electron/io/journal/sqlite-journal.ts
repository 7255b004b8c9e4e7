import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Result } from '../../contract/result.ts';
import type { DurableEvent } from '../../core/event.ts';
import type { JournalHead, JournalPort, StoredJournal } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { chainHash } from './chain.ts';
import { findBreak, GENESIS, type ChainRow } from './check-chain.ts';
import { forgetRows, UPDATE_LOCK, wipeTraces } from './forget-rows.ts';

/** Written once and never changed: the triggers refuse what a tool or a bug might try. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    previous_hash TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  ${UPDATE_LOCK}
  CREATE TRIGGER IF NOT EXISTS events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'append only'); END;
`;

/** "TKST", so that a journal is never taken for another database, nor another one for a journal. */
const APPLICATION_ID = 0x544b5354;

/**
 * Opens the journal of a station in one SQLite file, readable by its owner only.
 * `storage-failing`: the folder or the file cannot be opened, or is no journal.
 */
export function openSqliteJournal(path: string): Result<JournalPort> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made here first, because SQLite gives the files beside it the same rights.
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
    return ok(journalOver(openDatabase(path)));
  } catch (error) {
    return storageFailing(error);
  }
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    checkOwner(database);
    // FULL: an intent must be on the disk before its POST leaves, also when the power fails right after.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A file of somebody else is left as it is. Throws where it is one. */
function checkOwner(database: DatabaseSync): void {
  const { application_id: owner } = database.prepare('PRAGMA application_id').get() ?? {};
  if (owner === APPLICATION_ID) return;
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isEmpty) throw new Error('the file is a database of another application');
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
}

/** A journal that refuses everything, for a station whose file could not be opened: it shows why and sends nothing. */
export function createClosedJournal(problem: Extract<Result<null>, { ok: false }>): JournalPort {
  return {
    append: () => Promise.resolve(problem),
    readAll: () => Promise.resolve(problem),
    readAfter: () => Promise.resolve(problem),
    forget: () => Promise.resolve(problem),
    close: () => Promise.resolve(),
  };
}

/** The port over an open database. Exported for tests that make the disk full with `max_page_count`. */
export function journalOver(database: DatabaseSync): JournalPort {
  const insert = database.prepare(
    'INSERT INTO events (seq, at_ms, kind, body, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectLast = database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1');
  const selectAfter = database.prepare(
    'SELECT seq, at_ms AS atMs, kind, body, previous_hash AS previousHash, hash FROM events WHERE seq > ? ORDER BY seq',
  );

  function appendAll(events: readonly DurableEvent[]): void {
    const last = selectLast.get();
    let seq = Number(last?.seq ?? GENESIS.seq);
    let previousHash = String(last?.hash ?? GENESIS.hash);
    for (const event of events) {
      seq += 1;
      const body = JSON.stringify(event);
      const hash = chainHash(previousHash, seq, event.atMs, event.kind, body);
      insert.run(seq, event.atMs, event.kind, body, previousHash, hash);
      previousHash = hash;
    }
  }

  /** All of it is on the disk afterwards, or none is. */
  function change(write: () => void): Result<null> {
    try {
      database.exec('BEGIN IMMEDIATE');
      write();
      database.exec('COMMIT');
      return ok(null);
    } catch (error) {
      // A full disk may have rolled back by itself already.
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      return storageFailing(error);
    }
  }

  function forget(...[entries, note]: Parameters<JournalPort['forget']>): Result<null> {
    const isNothing = entries.length === 0 && !note;
    const forgotten = isNothing
      ? ok(null)
      : change(() => {
          forgetRows(database, entries);
          appendAll(note ? [note] : []);
        });
    if (!forgotten.ok) return forgotten;
    try {
      wipeTraces(database);
      return ok(null);
    } catch (error) {
      return storageFailing(error);
    }
  }

  function readAfter(known: JournalHead): Result<StoredJournal> {
    try {
      const rows = selectAfter.all(known.seq).map(toRow);
      const last = rows.at(-1) ?? known;
      const head = last.seq === GENESIS.seq ? null : { seq: last.seq, hash: last.hash };
      return ok({ events: rows, chainBrokenAtSeq: findBreak(rows, known), head });
    } catch (error) {
      return storageFailing(error);
    }
  }

  return {
    append: (events) => Promise.resolve(change(() => appendAll(events))),
    readAll: () => Promise.resolve(readAfter(GENESIS)),
    readAfter: (known) => Promise.resolve(readAfter(known)),
    forget: (entries, note) => Promise.resolve(forget(entries, note)),
    close: () => {
      if (database.isOpen) database.close();
      return Promise.resolve();
    },
  };
}

function toRow(row: Record<string, SQLOutputValue>): ChainRow {
  return {
    seq: Number(row.seq),
    atMs: Number(row.atMs),
    kind: String(row.kind),
    body: String(row.body),
    previousHash: String(row.previousHash),
    hash: String(row.hash),
  };
}

function storageFailing(error: unknown): Extract<Result<null>, { ok: false }> {
  return refuse('storage-failing', { detail: error instanceof Error ? error.message : String(error) });
}

import type { DatabaseSync } from 'node:sqlite';
import type { ForgottenEntry } from '../../core/ports.ts';
import { forgottenBody } from './forgotten-body.ts';

/** What was written stays as it is. */
export const UPDATE_LOCK = `
  CREATE TRIGGER IF NOT EXISTS events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'append only'); END;
`;

/** Kept in the head of the file: something was forgotten, and copies of it may still stand in unused parts of the file. */
const HAS_TRACES = 1;
const NO_TRACES = 0;

/** Within a transaction: the lock is lifted for no other statement. A number that is not there is left out. */
export function forgetRows(database: DatabaseSync, entries: readonly ForgottenEntry[]): void {
  database.exec('DROP TRIGGER events_no_update');
  const select = database.prepare('SELECT at_ms AS atMs FROM events WHERE seq = ?');
  const update = database.prepare('UPDATE events SET body = ? WHERE seq = ?');
  for (const entry of entries) {
    const row = select.get(entry.seq);
    if (row) update.run(forgottenBody(Number(row['atMs']), entry), entry.seq);
  }
  database.exec(`${UPDATE_LOCK} PRAGMA user_version = ${HAS_TRACES};`);
}

/**
 * SQLite leaves copies behind: in the log beside the file, in pages that nobody uses and in the gaps of those that are used.
 * The file is written anew, and the log is emptied. Throws what the disk says; the next call goes on.
 */
export function wipeTraces(database: DatabaseSync): void {
  const { user_version: traces } = database.prepare('PRAGMA user_version').get() ?? {};
  if (traces !== HAS_TRACES) return;
  database.exec('VACUUM');
  emptyLog(database);
  database.exec(`PRAGMA user_version = ${NO_TRACES}`);
}

function emptyLog(database: DatabaseSync): void {
  // Source: SQLite, "PRAGMA wal_checkpoint": the first column is 1 where somebody else was reading.
  const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
  if (busy !== 0) throw new Error('somebody else has the journal open');
}

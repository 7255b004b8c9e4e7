import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../electron/contract/result.ts';
import type { DurableEvent } from '../../../electron/core/event.ts';
import type { JournalPort, StoredJournal } from '../../../electron/core/ports.ts';
import { openSqliteJournal } from '../../../electron/io/journal/sqlite-journal.ts';

/** A folder that is gone after the test. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'token-station-journal-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function openAt(path: string): JournalPort {
  return valueOf(openSqliteJournal(path));
}

/** A second connection to the same file, as a tool or a tamperer has it. */
export function openRaw(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return database;
}

export async function readAll(journal: JournalPort): Promise<StoredJournal> {
  return valueOf(await journal.readAll());
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail ?? ''}`);
  return result.value;
}

/** A scan, which is an event of ordinary size; `index` tells it from the others. */
export function scan(index: number, scannedText = `SN: GALT${index}`): DurableEvent {
  return {
    kind: 'scanned',
    atMs: 1_700_000_000_000 + index,
    readerKey: 'practice:1',
    readerName: 'Reader "ä" 李',
    serialNumber: `GALT${10_000_000 + index}`,
    scannedText,
    aimId: index % 2 === 0 ? ']C0' : null,
  };
}

export function scans(count: number): readonly DurableEvent[] {
  return Array.from({ length: count }, (_, index) => scan(index + 1));
}

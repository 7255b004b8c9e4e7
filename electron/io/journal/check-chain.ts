import { parseEvent } from '../../core/parse-event.ts';
import type { JournalHead, StoredEvent } from '../../core/ports.ts';
import { chainHash, GENESIS_HASH } from './chain.ts';
import { readForgotten } from './forgotten-body.ts';

export type ChainRow = StoredEvent & { readonly previousHash: string; readonly hash: string };

/** What stands before the first entry. */
export const GENESIS: JournalHead = { seq: 0, hash: GENESIS_HASH };

/**
 * The first entry that does not follow from the one before it: changed, missing or put in between. `null`: all of them do.
 * `after`: the entry before the first one.
 */
export function findBreak(rows: readonly ChainRow[], after: JournalHead): number | null {
  let before = after;
  const forgotten: ChainRow[] = [];
  for (const row of rows) {
    if (row.seq !== before.seq + 1 || row.previousHash !== before.hash) return row.seq;
    if (chainHash(before.hash, row.seq, row.atMs, row.kind, row.body) !== row.hash) {
      if (!readForgotten(row)) return row.seq;
      forgotten.push(row);
    }
    before = row;
  }
  return findUnaccounted(rows, forgotten);
}

/**
 * Anybody who can write to the file could make an entry look forgotten. The entries that say how much was forgotten are in the
 * chain themselves: each one that is forgotten must be older than one of them says, and together they must name as many.
 */
function findUnaccounted(rows: readonly ChainRow[], forgotten: readonly ChainRow[]): number | null {
  const [first] = forgotten;
  if (!first) return null;
  const notes = rows.flatMap(({ seq, kind, body }) => {
    const event = kind === 'retentionApplied' ? parseEvent(body) : null;
    return event?.ok && event.value.kind === 'retentionApplied' ? [{ seq, ...event.value }] : [];
  });
  const stray = forgotten.find((row) => !notes.some(({ seq, beforeMs }) => row.seq < seq && row.atMs < beforeMs));
  if (stray) return stray.seq;
  const told = notes.reduce((sum, { count }) => sum + count, 0);
  return forgotten.length > told ? first.seq : null;
}

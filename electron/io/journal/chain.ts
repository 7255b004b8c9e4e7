import { createHash } from 'node:crypto';

/** What stands before the first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** The hash of one event, bound to all before it: changing, dropping or inserting one breaks every later hash. */
export function chainHash(previousHash: string, seq: number, atMs: number, kind: string, body: string): string {
  return createHash('sha256').update([previousHash, seq, atMs, kind, body].join('\n')).digest('hex');
}

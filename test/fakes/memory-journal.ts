import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalHead, JournalPort, StoredEvent, StoredJournal } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { chainHash } from '../../electron/io/journal/chain.ts';
import { GENESIS } from '../../electron/io/journal/check-chain.ts';
import { forgottenBody } from '../../electron/io/journal/forgotten-body.ts';

export type MemoryJournal = {
  readonly port: JournalPort;
  readonly stored: () => readonly StoredEvent[];
  /** What happened at the bench; who worked there is told by `stored` alone. */
  readonly kinds: () => readonly string[];
  /** From now on the disk is full, or has room again. */
  readonly setFull: (isFull: boolean) => void;
  /** Puts in a body that no station wrote. */
  readonly plant: (body: string) => void;
  /** The next appends wait until they are let through. */
  readonly hold: () => { readonly release: () => void };
};

/** A journal that keeps what is written for the next station, and can be full, slow or spoilt. */
export function createMemoryJournal(): MemoryJournal {
  let stored: readonly StoredEvent[] = [];
  /** By sequence number; the first one stands before the first entry. */
  const hashes: string[] = [GENESIS.hash];
  let isFull = false;
  let gate: Promise<void> = Promise.resolve();

  function write(events: readonly DurableEvent[]): void {
    for (const event of events) put(event.atMs, event.kind, JSON.stringify(event));
  }

  function put(atMs: number, kind: string, body: string): void {
    const seq = stored.length + 1;
    stored = [...stored, { seq, atMs, kind, body }];
    hashes.push(chainHash(hashes.at(-1) ?? '', seq, atMs, kind, body));
  }

  function readAfter({ seq }: JournalHead): StoredJournal {
    const head = stored.length === 0 ? null : { seq: stored.length, hash: hashes.at(-1) ?? '' };
    return { events: stored.slice(seq), chainBrokenAtSeq: null, head };
  }

  return {
    port: {
      append: async (events) => {
        await gate;
        if (isFull) return refuse('storage-failing', { detail: 'database or disk is full' });
        write(events);
        return ok(null);
      },
      readAll: () => Promise.resolve(ok(readAfter(GENESIS))),
      readAfter: (known) => Promise.resolve(ok(readAfter(known))),
      forget: (entries, note) => {
        if (isFull) return Promise.resolve(refuse('storage-failing', { detail: 'database or disk is full' }));
        const counts = new Map(entries.map((entry) => [entry.seq, entry]));
        stored = stored.map((event) => {
          const entry = counts.get(event.seq);
          return entry ? { ...event, body: forgottenBody(event.atMs, entry) } : event;
        });
        write(note ? [note] : []);
        return Promise.resolve(ok(null));
      },
      close: () => Promise.resolve(),
    },
    stored: () => stored,
    kinds: () => stored.map(({ kind }) => kind).filter((kind) => kind !== 'operatorNoted'),
    setFull: (next) => {
      isFull = next;
    },
    plant: (body) => {
      put(0, 'scanned', body);
    },
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((open) => {
        release = open;
      });
      return { release };
    },
  };
}

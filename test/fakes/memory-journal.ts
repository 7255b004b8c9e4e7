import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort, StoredEvent } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';

export type MemoryJournal = {
  readonly port: JournalPort;
  readonly stored: () => readonly StoredEvent[];
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
  let isFull = false;
  let gate: Promise<void> = Promise.resolve();

  function write(events: readonly DurableEvent[]): void {
    for (const event of events) {
      const { atMs, kind } = event;
      stored = [...stored, { seq: stored.length + 1, atMs, kind, body: JSON.stringify(event) }];
    }
  }

  return {
    port: {
      append: async (events) => {
        await gate;
        if (isFull) return refuse('storage-failing', { detail: 'database or disk is full' });
        write(events);
        return ok(null);
      },
      readAll: () => Promise.resolve(ok({ events: stored, chainBrokenAtSeq: null })),
      close: () => Promise.resolve(),
    },
    stored: () => stored,
    kinds: () => stored.map(({ kind }) => kind),
    setFull: (next) => {
      isFull = next;
    },
    plant: (body) => {
      stored = [...stored, { seq: stored.length + 1, atMs: 0, kind: 'scanned', body }];
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

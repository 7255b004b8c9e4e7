import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { journalOver, openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { makeTempFolder, readAll, scan, scans, valueOf } from '../io/journal/open-temp-journal.ts';

type Shelf = {
  /** Opens the journal, again where it was opened before. */
  readonly open: () => JournalPort;
  /** Opens it on a disk that has room for a part of a long list only. */
  readonly openOnSmallDisk: () => { readonly journal: JournalPort; readonly makeRoom: () => void };
};

const SHELVES: readonly { readonly name: string; readonly build: () => Shelf }[] = [
  { name: 'in memory', build: buildMemoryShelf },
  { name: 'in SQLite', build: buildSqliteShelf },
];

const EVENTS: readonly DurableEvent[] = [
  { kind: 'restarted', atMs: 5 },
  scan(1, 'quotes \' " and \n a new line'),
  { kind: 'itemParked', atMs: 3, itemId: 1 },
  { kind: 'answerLost', atMs: 4, itemId: 1, problem: { code: 'answer-lost', detail: 'cut' } },
];

describe.each(SHELVES)('a journal $name', ({ build }) => {
  test('a new one holds nothing, and its chain holds', async () => {
    const journal = build().open();
    expect(await readAll(journal)).toEqual({ events: [], chainBrokenAtSeq: null, head: null });
  });

  test('events come back in the order of appending, numbered from 1 without gaps', async () => {
    const journal = build().open();
    expect(await journal.append(EVENTS.slice(0, 1))).toEqual({ ok: true, value: null });
    expect(await journal.append(EVENTS.slice(1, 3))).toEqual({ ok: true, value: null });
    expect(await journal.append(EVENTS.slice(3))).toEqual({ ok: true, value: null });
    const { events, chainBrokenAtSeq } = await readAll(journal);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(events.map(({ body }) => JSON.parse(body))).toEqual(EVENTS);
    expect(events.map(({ kind, atMs }) => ({ kind, atMs }))).toEqual(EVENTS.map(({ kind, atMs }) => ({ kind, atMs })));
    expect(chainBrokenAtSeq).toBeNull();
  });

  test('appends that are not waited for keep the order in which they were asked for', async () => {
    const journal = build().open();
    const events = scans(50);
    await Promise.all(events.map((event) => journal.append([event])));
    const stored = await readAll(journal);
    expect(stored.events.map(({ body }) => JSON.parse(body))).toEqual(events);
    expect(stored.events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  test('appending nothing stores nothing', async () => {
    const journal = build().open();
    expect(await journal.append([])).toEqual({ ok: true, value: null });
    expect((await readAll(journal)).events).toEqual([]);
  });

  test('what was read stays as it was when more is appended', async () => {
    const journal = build().open();
    await journal.append(scans(2));
    const before = await readAll(journal);
    await journal.append([scan(3)]);
    expect(before.events).toHaveLength(2);
    expect((await readAll(journal)).events).toHaveLength(3);
  });

  test('opened again it holds the same, and goes on with the next number', async () => {
    const shelf = build();
    const first = shelf.open();
    await first.append(EVENTS);
    const before = await readAll(first);
    await first.close();
    const second = shelf.open();
    expect(await readAll(second)).toEqual(before);
    await second.append([scan(9)]);
    const after = await readAll(second);
    expect(after.events.slice(0, 4)).toEqual(before.events);
    expect(after.events.at(-1)?.seq).toBe(5);
    expect(after.chainBrokenAtSeq).toBeNull();
  });

  test('its head is the newest entry, and what comes after a known head is read alone', async () => {
    const journal = build().open();
    await journal.append(scans(3));
    const { head } = await readAll(journal);
    expect(head).toEqual({ seq: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const known = head ?? { seq: 0, hash: '' };
    expect(valueOf(await journal.readAfter(known))).toEqual({ events: [], chainBrokenAtSeq: null, head });
    await journal.append([scan(4)]);
    const more = valueOf(await journal.readAfter(known));
    expect(more.events.map(({ seq }) => seq)).toEqual([4]);
    expect(more.head).toEqual((await readAll(journal)).head);
  });

  test('what is forgotten gives way to an entry that says so, and a note follows; the others stay', async () => {
    const journal = build().open();
    await journal.append(scans(4));
    const before = await readAll(journal);
    const note = { kind: 'retentionApplied', atMs: 9, beforeMs: 1_800_000_000_000, count: 1 } as const;
    expect(await journal.forget([{ seq: 2, itemCount: 1, orderCount: 0 }], note)).toEqual({ ok: true, value: null });
    const { events, chainBrokenAtSeq, head } = await readAll(journal);
    expect(events[1]).toMatchObject({ seq: 2, kind: 'scanned', atMs: before.events[1]?.atMs });
    expect(JSON.parse(events[1]?.body ?? '')).toEqual({
      kind: 'forgotten',
      atMs: before.events[1]?.atMs,
      itemCount: 1,
      orderCount: 0,
    });
    expect([events[0], events[2], events[3]]).toEqual([before.events[0], before.events[2], before.events[3]]);
    expect(JSON.parse(events[4]?.body ?? '')).toEqual(note);
    expect([chainBrokenAtSeq, head?.seq]).toEqual([null, 5]);
  });

  test('forgetting nothing changes nothing', async () => {
    const journal = build().open();
    await journal.append(scans(2));
    const before = await readAll(journal);
    expect(await journal.forget([], null)).toEqual({ ok: true, value: null });
    expect(await readAll(journal)).toEqual(before);
  });

  test('a list that does not fit on the disk is stored not at all', async () => {
    const { journal } = build().openOnSmallDisk();
    const kept = await readAll(journal);
    const long = scans(200).map((event) => ({ ...event, readerKey: 'x'.repeat(1_000) }));
    expect(await journal.append(long)).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect(await readAll(journal)).toEqual(kept);
  });

  test('once there is room again the numbers go on without a gap', async () => {
    const { journal, makeRoom } = build().openOnSmallDisk();
    const { length } = (await readAll(journal)).events;
    const long = scans(200).map((event) => ({ ...event, readerKey: 'x'.repeat(1_000) }));
    await journal.append(long);
    makeRoom();
    expect(await journal.append(long)).toEqual({ ok: true, value: null });
    const { events, chainBrokenAtSeq } = await readAll(journal);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: length + 200 }, (_, index) => index + 1));
    expect(chainBrokenAtSeq).toBeNull();
  });
});

function buildMemoryShelf(): Shelf {
  const memory = createMemoryJournal();
  return {
    open: () => memory.port,
    openOnSmallDisk: () => {
      memory.setFull(true);
      return {
        journal: memory.port,
        makeRoom: () => {
          memory.setFull(false);
        },
      };
    },
  };
}

function buildSqliteShelf(): Shelf {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const open = (): JournalPort => closeAfterTest(valueOf(openSqliteJournal(path)));
  return {
    open,
    openOnSmallDisk: () => {
      // The first opening lays out the tables; the second one is a connection whose limit can be set.
      open();
      const database = new DatabaseSync(path);
      const pages = database.prepare('PRAGMA page_count').get()?.page_count;
      database.exec(`PRAGMA max_page_count = ${Number(pages) + 10}`);
      return {
        journal: closeAfterTest(journalOver(database)),
        makeRoom: () => {
          database.exec('PRAGMA max_page_count = 100000');
        },
      };
    },
  };
}

function closeAfterTest(journal: JournalPort): JournalPort {
  onTestFinished(async () => {
    try {
      await journal.close();
    } catch {
      // The test has closed it itself.
    }
  });
  return journal;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { refuse } from '../../electron/core/result.ts';
import { applyRetention } from '../../electron/main/apply-retention.ts';
import { loadState } from '../../electron/main/load-state.ts';
import type { LogFields } from '../../electron/main/log.ts';
import { ANN, BOB, itemsOf, NOW_MS } from '../core/build-state.ts';
import { DAY_MS, FERRI, TWO_DAYS } from '../core/history/desk-stories.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { makeTempFolder, openAt, openRaw, readAll, valueOf } from '../io/journal/open-temp-journal.ts';
import { compose, makeDataFolder, serials, TENANT, TENANT_ID } from './compose-bench.ts';

type Logged = (readonly [what: string, fields: LogFields | undefined])[];

async function retain(journal: JournalPort, days = 30): Promise<Logged> {
  const logged: Logged = [];
  const { clock } = createHandClock(NOW_MS);
  await applyRetention({ journal, days, clock, log: { write: (what, fields) => logged.push([what, fields]) } });
  return logged;
}

async function journalOf(events: readonly DurableEvent[]): Promise<ReturnType<typeof createMemoryJournal>> {
  const journal = createMemoryJournal();
  await journal.port.append(events);
  return journal;
}

describe('what is older than the setting allows', () => {
  test('is kept for ever where the setting is 0', async () => {
    const journal = await journalOf(TWO_DAYS);
    const before = journal.stored();
    expect(await retain(journal.port, 0)).toEqual([]);
    expect(journal.stored()).toEqual(before);
  });

  test('is forgotten at a start, with a note of how much and a line in the log that names nobody', async () => {
    const journal = await journalOf(TWO_DAYS);
    expect(await retain(journal.port)).toEqual([['old entries forgotten', { count: 12 }]]);
    expect(JSON.parse(journal.stored().at(-1)?.body ?? '')).toEqual({
      kind: 'retentionApplied',
      atMs: NOW_MS,
      beforeMs: NOW_MS - 30 * DAY_MS,
      count: 12,
    });
    const loaded = valueOf(await loadState(journal.port));
    expect(loaded.unreadable).toEqual([]);
    expect(itemsOf(loaded.state).map(({ id, serialNumber }) => [id, serialNumber])).toEqual([[3, 'GALT10000003']]);
  });

  test('is forgotten once: the next start notes nothing more', async () => {
    const journal = await journalOf(TWO_DAYS);
    await retain(journal.port);
    const after = journal.stored();
    expect(await retain(journal.port)).toEqual([]);
    expect(journal.stored()).toEqual(after);
  });

  test('stays where the chain is broken: it may be evidence', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const journal = openAt(path);
    await journal.append(TWO_DAYS);
    openRaw(path).exec(`DROP TRIGGER events_no_update; UPDATE events SET at_ms = at_ms + 1 WHERE seq = 4`);
    const before = await readAll(journal);
    expect(await retain(journal)).toEqual([
      ['old entries not forgotten', { problemCode: 'storage-failing', words: 'the chain breaks at 4' }],
    ]);
    expect(await readAll(journal)).toEqual(before);
    await journal.close();
  });

  test.each([
    ['a disk that is full', 'forget'],
    ['a journal that cannot be read', 'readAll'],
  ] as const)('%s stops nothing, and is told in the log', async (_what, method) => {
    const journal = await journalOf(TWO_DAYS);
    const failing = { ...journal.port, [method]: () => Promise.resolve(refuse('storage-failing', { detail: 'full' })) };
    expect(await retain(failing)).toEqual([
      ['old entries not forgotten', { problemCode: 'storage-failing', words: 'full' }],
    ]);
    expect(journal.stored()).toHaveLength(TWO_DAYS.length);
  });
});

test('a station that starts with the setting sees nothing of what is too old, and its file holds nothing of it', async () => {
  const dataPath = makeDataFolder();
  const path = join(dataPath, 'journals', TENANT_ID, 'journal.sqlite');
  // The hand clock of a composed station begins here.
  const shift = createHandClock().clock.nowMs() - NOW_MS;
  const journal = openAt(path);
  await journal.append(TWO_DAYS.map((event) => ({ ...event, atMs: event.atMs + shift })));
  await journal.close();
  const userText = JSON.stringify({ ...(JSON.parse(TENANT.userText ?? '{}') as object), retentionDays: 30 });
  const composed = await compose(dataPath, { userText });
  expect(serials(composed)).toEqual([]);
  expect(composed.station.snapshot().health.storage).toMatchObject({
    problem: null,
    unreadable: [],
    chainBrokenAtSeq: null,
  });
  await composed.stop();
  const bytes = readFileSync(path, 'latin1');
  for (const gone of ['GALT10000001', 'GALT10000002', BOB.displayName, FERRI.name]) expect(bytes).not.toContain(gone);
  expect(bytes).toContain('GALT10000003');
  expect(bytes).toContain(ANN.displayName);
});

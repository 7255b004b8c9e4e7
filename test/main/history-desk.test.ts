import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { ANN, BOB, NOW_MS } from '../core/build-state.ts';
import { FERRI, issueAt, TWO_DAYS } from '../core/history/desk-stories.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { makeTempFolder, openAt, openRaw } from '../io/journal/open-temp-journal.ts';
import { nextTurn } from './build-bench.ts';
import { buildDesk, holdReads, openDesk, searchOf } from './history-bench.ts';

describe('opening the history', () => {
  test('shows the newest entries, how many there are, and the head of the chain', async () => {
    const { shown, journal } = await openDesk();
    const stored = await journal.port.readAll();
    expect(shown()).toMatchObject({ isBusy: false, page: 0, foundCount: 20, entryCount: 20, forgottenCount: 0 });
    expect(shown().entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect(shown().chain).toEqual({
      kind: 'holds',
      headSeq: 20,
      headHash: stored.ok && stored.value.head?.hash,
    });
  });

  test('says that it is being read until it is', async () => {
    const { send, view } = await buildDesk();
    expect(view()).toBeNull();
    const opening = send({ kind: 'openHistory' });
    expect(view()).toMatchObject({ isBusy: true, entries: [] });
    await opening;
    expect(view()).toMatchObject({ isBusy: false, entryCount: 20 });
  });

  test('an empty journal has no head', async () => {
    const { shown } = await openDesk([]);
    expect(shown()).toMatchObject({ entryCount: 0, chain: { kind: 'empty' } });
  });

  test('a journal that cannot be read is refused, and nothing is shown', async () => {
    const failing = { ...createMemoryJournal().port, readAll: () => Promise.resolve(refuse('storage-failing')) };
    const { send, view } = await buildDesk([], { port: failing });
    expect(await send({ kind: 'openHistory' })).toEqual(refuse('storage-failing'));
    expect(view()).toBeNull();
  });

  test('closing it forgets all of it, also what was still being read', async () => {
    const { send, view } = await buildDesk();
    const opening = send({ kind: 'openHistory' });
    await send({ kind: 'closeHistory' });
    expect(await opening).toEqual(ok(null));
    expect(view()).toBeNull();
    expect(await send(searchOf('ann'))).toEqual(refuse('command-not-allowed'));
    expect(await send({ kind: 'exportHistory', format: 'csv' })).toEqual(refuse('command-not-allowed'));
  });

  test('closing it while the disk is read shows nothing afterwards', async () => {
    const journal = createMemoryJournal();
    await journal.port.append(TWO_DAYS);
    const { port, release } = holdReads(journal.port);
    const { send, view } = await buildDesk([], { port });
    const opening = send({ kind: 'openHistory' });
    await nextTurn();
    await send({ kind: 'closeHistory' });
    release();
    expect(await opening).toEqual(ok(null));
    expect(view()).toBeNull();
  });

  test.each([
    { kind: 'signedOut', atMs: NOW_MS, problem: null },
    { kind: 'sessionLost', atMs: NOW_MS, problem: { code: 'signed-out' } },
    { kind: 'kioskOpened', atMs: NOW_MS },
  ] satisfies readonly Event[])('it is closed where nobody of the staff is here any more: $kind', async (event) => {
    const { follow, view, hand } = await openDesk();
    follow({ kind: 'scanRefused', atMs: NOW_MS, readerKey: 'left', problem: { code: 'scan-link' }, shownText: '' });
    follow(event);
    expect(view()).toBeNull();
    expect(hand.timerCount()).toBe(0);
  });
});

describe('searching', () => {
  test('counts what fits and keeps the search while more happens', async () => {
    const bench = await openDesk();
    await bench.send(searchOf('bob'));
    expect(bench.shown()).toMatchObject({ foundCount: 4, entryCount: 20, search: { text: 'bob' } });
    await bench.happen(...issueAt(NOW_MS, 4, 'GALT10000004', BOB));
    bench.hand.moveBy(1_000);
    await nextTurn();
    expect(bench.shown()).toMatchObject({ foundCount: 8, entryCount: 25 });
  });

  test('shows the page that is asked for', async () => {
    const many = Array.from({ length: 120 }, (_, index): DurableEvent => ({ kind: 'restarted', atMs: NOW_MS + index }));
    const { send, shown } = await openDesk(many);
    await send(searchOf('', 2));
    expect(shown()).toMatchObject({ page: 2, pageCount: 3 });
    expect(
      shown()
        .entries.map(({ seq }) => seq)
        .at(0),
    ).toBe(20);
  });
});

describe('the chain', () => {
  test('is followed anew on request, and says where it breaks', async () => {
    const path = join(makeTempFolder(), 'journal.sqlite');
    const port = openAt(path);
    await port.append(TWO_DAYS);
    const { send, shown } = await openDesk([], { port });
    expect(shown().chain.kind).toBe('holds');
    openRaw(path).exec(`DROP TRIGGER events_no_update; UPDATE events SET body = '{}' WHERE seq = 4`);
    await send({ kind: 'verifyHistory' });
    expect(shown().chain).toEqual({ kind: 'broken', atSeq: 4 });
    expect(shown().entries.find(({ seq }) => seq === 4)?.kind).toBe('unreadable');
    await port.close();
  });

  test('what was forgotten is counted', async () => {
    const bench = await buildDesk();
    await bench.journal.port.forget([{ seq: 5, itemCount: 0, orderCount: 0 }], null);
    await bench.send({ kind: 'openHistory' });
    expect(bench.shown()).toMatchObject({ forgottenCount: 1, entryCount: 20 });
  });
});

describe('saving what was found', () => {
  test('writes all of it, the oldest first, under a name with the station and the day, and notes it', async () => {
    const many = Array.from({ length: 120 }, (_, index): DurableEvent => ({ kind: 'restarted', atMs: NOW_MS + index }));
    const bench = await openDesk(many);
    expect(await bench.send({ kind: 'exportHistory', format: 'csv' })).toEqual(ok(null));
    const lines = readFileSync(bench.target.path, 'utf8').split('\r\n');
    expect(lines).toHaveLength(122);
    expect(lines[1]?.startsWith('1,')).toBe(true);
    expect(bench.asked).toEqual([['csv', 'history_Depot-4-ground-floor_2026-09-21.csv']]);
    expect(bench.dispatched).toEqual([{ kind: 'historyExported', atMs: NOW_MS, format: 'csv', entryCount: 120 }]);
  });

  test('writes what fits the search only, with the head of the chain', async () => {
    const bench = await openDesk();
    await bench.send(searchOf('bob'));
    await bench.send({ kind: 'exportHistory', format: 'json' });
    const { entries, chain, stationName } = JSON.parse(readFileSync(bench.target.path, 'utf8')) as {
      entries: readonly { seq: number; userName: string; operator: unknown }[];
      chain: unknown;
      stationName: string;
    };
    expect(entries.map(({ seq }) => seq)).toEqual([9, 10, 11, 12]);
    expect(entries[0]).toMatchObject({ userName: BOB.displayName, operator: FERRI });
    expect(chain).toEqual(bench.shown().chain);
    expect(stationName).toBe('Depot 4 / ground floor');
    expect(readFileSync(bench.target.path, 'utf8')).not.toContain(ANN.displayName);
  });

  test('called off, it writes nothing and notes nothing', async () => {
    const bench = await openDesk(TWO_DAYS, { isCalledOff: true });
    expect(await bench.send({ kind: 'exportHistory', format: 'csv' })).toEqual(refuse('cancelled'));
    expect(bench.dispatched).toEqual([]);
  });

  test('a disk that refuses is told, and nothing is noted', async () => {
    const bench = await openDesk(TWO_DAYS, { target: join(makeTempFolder(), 'no such folder', 'list.csv') });
    expect(await bench.send({ kind: 'exportHistory', format: 'csv' })).toEqual(
      refuse('file-not-written', { detail: 'ENOENT' }),
    );
    expect(bench.dispatched).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { ok } from '../../electron/core/result.ts';
import { BOB, NOW_MS } from '../core/build-state.ts';
import { issueAt, TWO_DAYS } from '../core/history/desk-stories.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { ANNA, buildBench, nextTurn, TOKEN } from './build-bench.ts';
import { buildDesk, holdReads, openDesk } from './history-bench.ts';

describe('what happens while it is open', () => {
  test('comes in once a second, however much it is, and moves the head', async () => {
    let reads = 0;
    const journal = createMemoryJournal();
    await journal.port.append(TWO_DAYS);
    const port: JournalPort = {
      ...journal.port,
      readAfter: (known) => {
        reads += 1;
        return journal.port.readAfter(known);
      },
    };
    const { hand, follow, shown } = await openDesk([], { port });
    reads = 0;
    const scans = issueAt(NOW_MS, 4, 'GALT10000004', BOB);
    for (const event of scans) {
      await journal.port.append([event]);
      follow(event);
    }
    hand.moveBy(999);
    await nextTurn();
    expect([reads, shown().entryCount]).toEqual([0, 20]);
    hand.moveBy(1);
    await nextTurn();
    expect([reads, shown().entryCount]).toEqual([1, 25]);
    expect(shown().chain).toMatchObject({ kind: 'holds', headSeq: 25 });
    expect(shown().entries[0]).toMatchObject({ seq: 25, userName: BOB.displayName });
  });

  test('a slow disk is not asked twice for the same', async () => {
    const journal = createMemoryJournal();
    await journal.port.append(TWO_DAYS);
    const { port, hold, release } = holdReads(journal.port);
    release();
    const { hand, follow, shown } = await openDesk([], { port });
    hold();
    for (const event of issueAt(NOW_MS, 4, 'GALT10000004', BOB).slice(0, 2)) {
      await journal.port.append([event]);
      follow(event);
      hand.moveBy(1_000);
      await nextTurn();
    }
    release();
    await nextTurn();
    expect(
      shown()
        .entries.map(({ seq }) => seq)
        .slice(0, 3),
    ).toEqual([22, 21, 20]);
    expect(shown().entryCount).toBe(22);
  });

  test('a chain that breaks behind what is known is told at once, and stays told', async () => {
    const journal = createMemoryJournal();
    await journal.port.append(TWO_DAYS);
    let brokenAt: number | null = 21;
    const port: JournalPort = {
      ...journal.port,
      readAfter: async (known) => {
        const read = await journal.port.readAfter(known);
        return read.ok ? ok({ ...read.value, chainBrokenAtSeq: brokenAt }) : read;
      },
    };
    const { hand, follow, shown } = await openDesk([], { port });
    for (const next of [21, null]) {
      brokenAt = next;
      const event: DurableEvent = { kind: 'restarted', atMs: NOW_MS };
      await journal.port.append([event]);
      follow(event);
      hand.moveBy(1_000);
      await nextTurn();
      expect(shown().chain).toEqual({ kind: 'broken', atSeq: 21 });
    }
    expect(shown().entryCount).toBe(22);
  });

  test('what only passes is no reason to read', async () => {
    const { follow, hand } = await openDesk();
    follow({ kind: 'graphAnswered', atMs: NOW_MS, latencyMs: 10 });
    expect(hand.timerCount()).toBe(0);
  });

  test('what waited for the disk comes in once the disk is well', async () => {
    const bench = await openDesk();
    const [scanned] = issueAt(NOW_MS, 4, 'GALT10000004', BOB);
    if (scanned) bench.follow(scanned);
    bench.hand.moveBy(1_000);
    await nextTurn();
    expect(bench.shown().entryCount).toBe(20);
    await bench.journal.port.append(scanned ? [scanned] : []);
    bench.follow({ kind: 'storageRecovered', atMs: NOW_MS });
    bench.hand.moveBy(1_000);
    await nextTurn();
    expect(bench.shown().entryCount).toBe(21);
  });

  test('what is stored while it is being read is there once, whatever comes between', async () => {
    const bench = await buildDesk();
    const opening = bench.send({ kind: 'openHistory' });
    await bench.happen(...issueAt(NOW_MS, 4, 'GALT10000004', BOB));
    const again = bench.send({ kind: 'verifyHistory' });
    bench.hand.moveBy(1_000);
    await Promise.all([opening, again]);
    await nextTurn();
    expect(bench.shown().entryCount).toBe(25);
    expect(new Set(bench.shown().entries.map(({ seq }) => seq)).size).toBe(25);
  });
});

test('at a whole station, what was scanned is in the history of the picture, by whoever works there', async () => {
  const { station, send, prepare, hand } = await buildBench();
  await prepare();
  expect(await send({ kind: 'openHistory' })).toEqual(ok(null));
  const { history } = station.snapshot();
  const scanned = history?.entries.find(({ kind }) => kind === 'scanned');
  expect(scanned).toMatchObject({ serialNumber: TOKEN, detail: 'firstScan', operator: { name: expect.any(String) } });
  expect(history?.entries.find(({ kind }) => kind === 'userChosen')).toMatchObject({ userPrincipalName: ANNA });
  await send({ kind: 'parkItem', itemId: 1 });
  hand.moveBy(1_000);
  await nextTurn();
  expect(station.snapshot().history?.entries.at(0)).toMatchObject({ kind: 'itemParked', serialNumber: TOKEN });
  await send({ kind: 'closeHistory' });
  expect(station.snapshot().history).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { createHistoryWalk } from '../../../electron/core/history/history-walk.ts';
import { pageOfHistory } from '../../../electron/core/history/page-of-history.ts';
import { createRecordMaker, type HistoryRecord } from '../../../electron/core/history/search-history.ts';
import { storeEvents } from './store-events.ts';

function records(count: number): readonly HistoryRecord[] {
  const walk = createHistoryWalk();
  const toRecord = createRecordMaker();
  const events = Array.from({ length: count }, (_, index) => ({ kind: 'restarted', atMs: index }) as const);
  return storeEvents(events).map((stored) => toRecord(walk(stored)));
}

function seqsOf(count: number, page: number): readonly number[] {
  return pageOfHistory(records(count), page).entries.map(({ seq }) => seq);
}

describe('a page of the history', () => {
  test('nothing found is one empty page', () => {
    expect(pageOfHistory([], 0)).toEqual({ page: 0, pageCount: 1, foundCount: 0, entries: [] });
  });

  test('the newest stands first, fifty to a page, and the last page has the rest', () => {
    expect(seqsOf(120, 0).slice(0, 3)).toEqual([120, 119, 118]);
    expect(seqsOf(120, 0)).toHaveLength(50);
    expect([seqsOf(120, 1).at(0), seqsOf(120, 1).at(-1)]).toEqual([70, 21]);
    expect(seqsOf(120, 2)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
  });

  test.each([
    [50, 1],
    [51, 2],
    [100, 2],
  ])('%d entries are %d pages', (count, pages) => {
    expect(pageOfHistory(records(count), 0).pageCount).toBe(pages);
  });

  test('a page behind the end is the last one', () => {
    expect(pageOfHistory(records(51), 9)).toMatchObject({ page: 1, entries: [{ seq: 1 }] });
  });
});

import { describe, expect, test } from 'vitest';
import { createHistoryWalk } from '../../../electron/core/history/history-walk.ts';
import {
  createRecordMaker,
  NO_SEARCH,
  searchHistory,
  type HistoryRecord,
} from '../../../electron/core/history/search-history.ts';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { ANN, BOB, NOW_MS } from '../build-state.ts';
import { FERRI, issueAt, ROSSI, scanAt, undoAt } from './desk-stories.ts';
import { storeEvents } from './store-events.ts';

const OEZGUER = { ...ANN, id: 'oe', displayName: 'Özgür Łukasz Strauß', userPrincipalName: 'o.strauss@example.com' };

const EVENTS: readonly DurableEvent[] = [
  { kind: 'operatorNoted', atMs: NOW_MS, operator: FERRI },
  ...issueAt(NOW_MS + 10_000, 1, '306EUO4-00960', OEZGUER),
  { kind: 'operatorNoted', atMs: NOW_MS + 20_000, operator: ROSSI },
  ...issueAt(NOW_MS + 30_000, 2, 'GALT10000002', BOB),
  { kind: 'restarted', atMs: NOW_MS + 40_000 },
];

function recordsOf(events: readonly DurableEvent[]): readonly HistoryRecord[] {
  const walk = createHistoryWalk();
  const toRecord = createRecordMaker();
  return storeEvents(events).map((stored) => toRecord(walk(stored)));
}

const RECORDS = recordsOf(EVENTS);

function found(change: Partial<typeof NO_SEARCH>): readonly number[] {
  return searchHistory(RECORDS, { ...NO_SEARCH, ...change }).map(({ entry }) => entry.seq);
}

const ALL = RECORDS.map(({ entry }) => entry.seq);

describe('a search in the history', () => {
  test('nothing asked is everything, in its order', () => {
    expect(found({})).toEqual(ALL);
    expect(found({ text: '   ' })).toEqual(ALL);
  });

  test.each([
    ['a name without its accents', 'ozgur luk', [3, 4, 5, 6]],
    ['a name in capitals, with accents', 'ÖZGÜR', [3, 4, 5, 6]],
    ['a double s', 'strauss', [3, 4, 5, 6]],
    ['a part of a sign-in name', 'bob@ex', [9, 10, 11, 12]],
    ['a serial number without its dash', '306euo400960', [2, 3, 4, 5, 6]],
    ['a serial number with dashes and blanks elsewhere', 'galt-1000 0002', [8, 9, 10, 11, 12]],
    ['its last characters', '00960', [2, 3, 4, 5, 6]],
    ['an operator', 'ferri', [1, 2, 3, 4, 5, 6]],
    ["an operator's sign-in name", 'l.rossi@', [7, 8, 9, 10, 11, 12]],
    ['a name with more blanks than it has', '  L.   Rossi ', [7, 8, 9, 10, 11, 12]],
    ['a dash alone, which is in no name', '-', []],
    ['what is nowhere', 'conti', []],
  ])('by %s', (_what, text, seqs) => {
    expect(found({ text })).toEqual(seqs);
  });

  test('a name is not found across the end of another', () => {
    // "Bob O'Brien" is followed by his sign-in name.
    expect(found({ text: "o'brienbob" })).toEqual([]);
    expect(found({ text: "o'brien bob" })).toEqual([]);
  });

  test('from a moment on and before another, and both with a text', () => {
    expect(found({ fromMs: NOW_MS + 30_000 })).toEqual([8, 9, 10, 11, 12, 13]);
    expect(found({ toMs: NOW_MS + 10_000 })).toEqual([1]);
    expect(found({ fromMs: NOW_MS + 10_000, toMs: NOW_MS + 10_001 })).toEqual([2]);
    expect(found({ text: 'bob', fromMs: NOW_MS + 32_000 })).toEqual([10, 11, 12]);
  });

  test('an order is found by each person of its lines, and a plan by whoever gets the token', () => {
    const line = { line: 2, user: BOB, requestNumber: '', model: '', note: '', isSkipped: false, done: null } as const;
    const records = recordsOf([
      { kind: 'orderOpened', atMs: NOW_MS, orderKey: 'k', name: 'Munich', goal: 'assign', lineCount: 2 },
      { kind: 'orderLinesAdded', atMs: NOW_MS, orderId: 1, lines: [line, { ...line, line: 3, user: OEZGUER }] },
    ]);
    expect(searchHistory(records, { ...NO_SEARCH, text: 'bob' })).toHaveLength(1);
    expect(searchHistory(records, { ...NO_SEARCH, text: 'ozgur' })).toHaveLength(1);
    const [plan] = undoAt(NOW_MS, 1, { serialNumber: 'GALT10000001', user: ANN });
    const swapped = plan?.kind === 'planStarted' ? { ...plan.plan, afterwards: [{ itemId: 1, user: BOB }] } : null;
    const planned = recordsOf([
      scanAt(NOW_MS, 'GALT10000001'),
      {
        kind: 'planStarted',
        atMs: NOW_MS,
        plan: swapped ?? { kind: 'undo', reason: 'lost', steps: [], afterwards: [] },
      },
    ]);
    expect(searchHistory(planned, { ...NO_SEARCH, text: 'bob' }).map(({ entry }) => entry.seq)).toEqual([2]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DurableEvent, Event } from '../../../electron/core/event.ts';
import { isDurable } from '../../../electron/core/durable-events.ts';
import { findForgettable } from '../../../electron/core/history/forgettable.ts';
import type { StoredEvent } from '../../../electron/core/ports.ts';
import { anyEvents } from '../any-event.ts';
import { ANN, BOB, itemsOf, NOW_MS } from '../build-state.ts';
import { DAY_MS, FERRI, issueAt, ROSSI, scanAt, stopAt, TWO_DAYS, undoAt } from './desk-stories.ts';
import { foldStored, forgetIn, storeEvents } from './store-events.ts';

const CUT_MS = NOW_MS - 30 * DAY_MS;
const LONG_AGO_MS = NOW_MS - 100 * DAY_MS;
const START: DurableEvent = { kind: 'restarted', atMs: NOW_MS };

function forgottenSeqs(events: readonly DurableEvent[], beforeMs = CUT_MS): readonly number[] {
  return findForgettable(storeEvents(events), beforeMs).map(({ seq }) => seq);
}

/** The texts that are left. */
function bodiesAfter(events: readonly DurableEvent[], beforeMs = CUT_MS): string {
  const stored = storeEvents(events);
  return forgetIn(stored, findForgettable(stored, beforeMs))
    .map(({ body }) => body)
    .join('\n');
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('what may be forgotten', () => {
  test('nothing, where nothing is old enough', () => {
    expect(forgottenSeqs(TWO_DAYS, LONG_AGO_MS)).toEqual([]);
    expect(forgottenSeqs([])).toEqual([]);
  });

  test('all that happened to issued tokens, refused scans and who worked there then; starts stay', () => {
    expect(forgottenSeqs(TWO_DAYS)).toEqual(range(2, 13));
    const left = bodiesAfter(TWO_DAYS);
    for (const gone of ['GALT10000001', 'GALT10000002', BOB.displayName, FERRI.name, '"old"']) {
      expect(left).not.toContain(gone);
    }
    expect(left).toContain('GALT10000003');
    expect(left).toContain(ROSSI.name);
  });

  test('each entry says how many tokens it had made, so that the numbers of the others stay', () => {
    const stored = storeEvents(TWO_DAYS);
    const counts = findForgettable(stored, CUT_MS).filter(({ itemCount }) => itemCount > 0);
    expect(counts).toEqual([
      { seq: 3, itemCount: 1, orderCount: 0 },
      { seq: 8, itemCount: 1, orderCount: 0 },
    ]);
    const state = foldStored(forgetIn(stored, findForgettable(stored, CUT_MS)));
    expect(itemsOf(state).map(({ id, serialNumber }) => [id, serialNumber])).toEqual([[3, 'GALT10000003']]);
  });

  test('nothing of a token that waits for somebody, however old, nor who worked on it', () => {
    const events: readonly DurableEvent[] = [
      { kind: 'operatorNoted', atMs: LONG_AGO_MS, operator: FERRI },
      ...stopAt(LONG_AGO_MS, 1, 'GALT10000001', ANN),
      { kind: 'operatorNoted', atMs: LONG_AGO_MS + 20_000, operator: ROSSI },
      ...issueAt(LONG_AGO_MS + 30_000, 2, 'GALT10000002', BOB),
      START,
    ];
    expect(forgottenSeqs(events)).toEqual(range(6, 11));
  });

  test('nothing of a token of which anything is newer than the moment', () => {
    const events = [...issueAt(LONG_AGO_MS, 1, 'GALT10000001', ANN), scanAt(NOW_MS - DAY_MS, 'GALT10000001'), START];
    expect(forgottenSeqs(events)).toEqual([]);
  });

  test('a token that was taken off the queue, and what came late about it', () => {
    const events: readonly DurableEvent[] = [
      ...stopAt(LONG_AGO_MS, 1, 'GALT10000001', ANN),
      { kind: 'itemRemoved', atMs: LONG_AGO_MS + 5_000, itemId: 1 },
      { kind: 'answerLost', atMs: LONG_AGO_MS + 6_000, itemId: 1, problem: { code: 'answer-lost' } },
    ];
    expect(forgottenSeqs(events)).toEqual(range(1, 6));
  });

  test('a paper belongs to its token', () => {
    const paper: DurableEvent = { kind: 'paperPrinted', atMs: LONG_AGO_MS, paper: 'receipt', itemId: 1, to: 'Zebra' };
    expect(forgottenSeqs([...issueAt(LONG_AGO_MS, 1, 'GALT10000001', ANN), paper])).toEqual(range(1, 6));
    expect(forgottenSeqs([...stopAt(LONG_AGO_MS, 1, 'GALT10000001', ANN), paper])).toEqual([]);
  });

  test('a plan, with its token, once it is over and the token is settled again', () => {
    const undone = [
      ...issueAt(LONG_AGO_MS, 1, 'GALT10000001', ANN),
      ...undoAt(LONG_AGO_MS + 10_000, 1, { serialNumber: 'GALT10000001', user: ANN }),
    ];
    // It waits for a person again.
    expect(forgottenSeqs([...undone, START])).toEqual([]);
    const removed: DurableEvent = { kind: 'itemRemoved', atMs: LONG_AGO_MS + 20_000, itemId: 1 };
    expect(forgottenSeqs([...undone, removed, START])).toEqual(range(1, 10));
  });

  test('nothing of a plan that is under way, nor of its token', () => {
    const plan = undoAt(LONG_AGO_MS + 10_000, 1, { serialNumber: 'GALT10000001', user: ANN }).slice(0, 2);
    expect(forgottenSeqs([...issueAt(LONG_AGO_MS, 1, 'GALT10000001', ANN), ...plan, START])).toEqual([]);
  });

  test.each([
    ['is open', [], []],
    ['is closed', [{ kind: 'orderClosed', atMs: LONG_AGO_MS, orderId: 1 }], range(1, 3)],
    ['was handed over', [{ kind: 'orderHandedOver', atMs: LONG_AGO_MS, orderId: 1 }], range(1, 3)],
    [
      'was closed and opened again',
      [
        { kind: 'orderClosed', atMs: LONG_AGO_MS, orderId: 1 },
        { kind: 'orderReopened', atMs: LONG_AGO_MS, orderId: 1 },
      ],
      [],
    ],
    ['was closed a day ago', [{ kind: 'orderClosed', atMs: NOW_MS - DAY_MS, orderId: 1 }], []],
  ] satisfies readonly (readonly [string, readonly DurableEvent[], readonly number[]])[])(
    'an order that %s: only what is over and old enough goes',
    (_what, more, gone) => {
      const line = { line: 2, user: BOB, requestNumber: '', model: '', note: '', isSkipped: false, done: null };
      const events: readonly DurableEvent[] = [
        { kind: 'orderOpened', atMs: LONG_AGO_MS, orderKey: 'k', name: 'Munich', goal: 'assign', lineCount: 1 },
        { kind: 'orderLinesAdded', atMs: LONG_AGO_MS, orderId: 1, lines: [line] },
        ...more,
      ];
      expect(forgottenSeqs(events)).toEqual(gone);
    },
  );

  test('a visit goes once it is over', () => {
    const begun: DurableEvent = { kind: 'visitBegun', atMs: LONG_AGO_MS, laneId: 'left', user: ANN };
    const ended: DurableEvent = { kind: 'visitEnded', atMs: LONG_AGO_MS + 1_000, laneId: 'left' };
    expect(forgottenSeqs([begun])).toEqual([]);
    expect(forgottenSeqs([begun, ended])).toEqual([1, 2]);
  });

  test('whoever still stands somewhere keeps nothing of others', () => {
    const begun: DurableEvent = { kind: 'visitBegun', atMs: LONG_AGO_MS, laneId: 'right', user: ANN };
    expect(forgottenSeqs([begun, ...issueAt(LONG_AGO_MS, 1, 'GALT10000001', BOB)])).toEqual(range(2, 6));
  });

  test('a visit stays with the token that was scanned for it', () => {
    const begun: DurableEvent = { kind: 'visitBegun', atMs: LONG_AGO_MS, laneId: 'left', user: ANN };
    expect(forgottenSeqs([begun, scanAt(LONG_AGO_MS + 1, 'GALT10000001')])).toEqual([]);
  });

  test('the closing of a shift and what retention itself noted stay', () => {
    const events: readonly DurableEvent[] = [
      { kind: 'shiftClosed', atMs: LONG_AGO_MS },
      { kind: 'refusedScansCleared', atMs: LONG_AGO_MS },
      { kind: 'retentionApplied', atMs: LONG_AGO_MS, beforeMs: 1, count: 3 },
      { kind: 'historyExported', atMs: LONG_AGO_MS, format: 'csv', entryCount: 3 },
    ];
    expect(forgottenSeqs(events)).toEqual([4]);
  });

  test('what was forgotten is not forgotten again', () => {
    const stored = storeEvents(TWO_DAYS);
    const left = forgetIn(stored, findForgettable(stored, CUT_MS));
    expect(findForgettable(left, CUT_MS)).toEqual([]);
    expect(findForgettable(left, NOW_MS + DAY_MS).map(({ seq }) => seq)).toEqual(range(15, 20));
  });

  test('nothing at all, where an entry cannot be read', () => {
    const stored = storeEvents(TWO_DAYS);
    const spoilt = stored.map((event) => (event.seq === 20 ? { ...event, body: 'not json' } : event));
    expect(findForgettable(spoilt, CUT_MS)).toEqual([]);
  });
});

/** Any events, in the order of time as a station has them. */
const anyJournal: fc.Arbitrary<readonly StoredEvent[]> = anyEvents.map((events: readonly Event[]) => {
  const durable = events.filter(isDurable).filter(({ kind }) => kind !== 'forgotten');
  return storeEvents(durable.map((event, index): DurableEvent => ({ ...event, atMs: NOW_MS + index * 60_000 })));
});

/** The tokens and orders of which something is left, with all that the station knows of them. */
function remains(stored: readonly StoredEvent[], gone: ReadonlySet<number>): readonly unknown[] {
  const state = foldStored(stored);
  const ids = new Set(
    stored.flatMap(({ seq, body }) => {
      const { itemId } = JSON.parse(body) as { itemId?: number };
      return gone.has(seq) || itemId === undefined ? [] : [itemId];
    }),
  );
  return [...itemsOf(state).filter(({ id }) => ids.has(id)), state.nextItemId, state.orders.nextId, state.plan];
}

describe('whatever has happened', () => {
  test('what stays is folded to the same, its numbers included', () => {
    let forgotten = 0;
    fc.assert(
      fc.property(anyJournal, fc.nat({ max: 120 }), (stored, minutes) => {
        const entries = findForgettable(stored, NOW_MS + minutes * 60_000);
        const gone = new Set(entries.map(({ seq }) => seq));
        forgotten += gone.size;
        const left = forgetIn(stored, entries);
        expect(remains(left, gone)).toEqual(remains(stored, gone));
        expect(stored.filter(({ seq, atMs }) => gone.has(seq) && atMs >= NOW_MS + minutes * 60_000)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(forgotten).toBeGreaterThan(300);
  });

  test('a token either stays with all of its entries or goes with all of them', () => {
    fc.assert(
      fc.property(anyJournal, (stored) => {
        const gone = new Set(findForgettable(stored, NOW_MS + 20 * 60_000).map(({ seq }) => seq));
        const ofItems = new Map<number, Set<boolean>>();
        for (const event of stored) {
          const { itemId } = JSON.parse(event.body) as { itemId?: number };
          if (itemId === undefined) continue;
          ofItems.set(itemId, (ofItems.get(itemId) ?? new Set()).add(gone.has(event.seq)));
        }
        for (const fates of ofItems.values()) expect(fates.size).toBe(1);
      }),
      { numRuns: 150 },
    );
  });
});

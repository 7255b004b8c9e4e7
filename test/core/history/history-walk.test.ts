import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry, HistoryKind } from '../../../electron/contract/history.ts';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { createHistoryWalk, type WalkedEntry } from '../../../electron/core/history/history-walk.ts';
import type { StoredEvent } from '../../../electron/core/ports.ts';
import { anyDurableEvent } from '../any-durable-event.ts';
import { ANN, BOB, NOW_MS } from '../build-state.ts';
import { FERRI, issueAt, ROSSI, scanAt, stopAt, undoAt } from './desk-stories.ts';
import { storeEvents } from './store-events.ts';

function walkAll(stored: readonly StoredEvent[]): readonly WalkedEntry[] {
  return stored.map(createHistoryWalk());
}

function entriesOf(events: readonly DurableEvent[]): readonly HistoryEntry[] {
  return walkAll(storeEvents(events)).map(({ entry }) => entry);
}

function lastOf(events: readonly DurableEvent[]): HistoryEntry | undefined {
  return entriesOf(events).at(-1);
}

const ISSUED = issueAt(NOW_MS, 1, 'GALT10000001', ANN);
const ABOUT_ANN = { serialNumber: 'GALT10000001', userName: ANN.displayName, userPrincipalName: ANN.userPrincipalName };

/** That the contract names the durable kinds, each of them and no other: this does not compile otherwise. */
const SAME: [DurableEvent['kind'] | 'unreadable'] extends [HistoryKind]
  ? [HistoryKind] extends [DurableEvent['kind'] | 'unreadable']
    ? true
    : false
  : false = true;

describe('each entry of the history', () => {
  test('the contract names exactly the kinds of durable events, and the unreadable ones', () => {
    expect(SAME).toBe(true);
  });

  test('any events in any order give one entry each, with its number, time and kind', () => {
    fc.assert(
      fc.property(fc.array(anyDurableEvent, { maxLength: 40 }), (events) => {
        const seen = entriesOf(events).map(({ seq, atMs, kind }) => ({ seq, atMs, kind }));
        expect(seen).toEqual(events.map(({ atMs, kind }, index) => ({ seq: index + 1, atMs, kind })));
      }),
    );
  });

  test('a token is named with its person from the moment that it has one', () => {
    const names = entriesOf(ISSUED).map(({ serialNumber, userName }) => [serialNumber, userName]);
    expect(names).toEqual([
      ['GALT10000001', null],
      ['GALT10000001', ANN.displayName],
      ['GALT10000001', ANN.displayName],
      ['GALT10000001', ANN.displayName],
      ['GALT10000001', ANN.displayName],
    ]);
  });

  test('a token that was taken off the queue is still named, also by what comes late', () => {
    const stopped = stopAt(NOW_MS, 1, 'GALT10000001', ANN);
    const late: readonly DurableEvent[] = [
      { kind: 'itemRemoved', atMs: NOW_MS, itemId: 1 },
      { kind: 'answerLost', atMs: NOW_MS, itemId: 1, problem: { code: 'answer-lost', requestId: 'r1' } },
    ];
    const [removed, lost] = entriesOf([...stopped, ...late]).slice(-2);
    expect(removed).toMatchObject({ kind: 'itemRemoved', ...ABOUT_ANN });
    expect(lost).toMatchObject({ kind: 'answerLost', ...ABOUT_ANN, requestId: 'r1', problem: { code: 'answer-lost' } });
  });

  test('a token that is issued and gone after a night, and scanned again, is a new one with its own person', () => {
    const next = NOW_MS + 86_400_000;
    const again = issueAt(next, 2, 'GALT10000001', BOB);
    const entries = entriesOf([...ISSUED, { kind: 'restarted', atMs: next }, ...again]);
    expect(entries.filter(({ kind }) => kind === 'activationDone').map(({ userName }) => userName)).toEqual([
      ANN.displayName,
      BOB.displayName,
    ]);
    expect(entries.filter(({ kind }) => kind === 'scanned').map(({ detail }) => detail)).toEqual([
      'firstScan',
      'firstScan',
    ]);
  });

  test('a scan of a token that is in the queue already makes no new one, and later numbers are right', () => {
    const entries = entriesOf([
      scanAt(NOW_MS, 'GALT10000001'),
      scanAt(NOW_MS, 'galt10000001'),
      scanAt(NOW_MS, 'GALT10000002'),
      { kind: 'userChosen', atMs: NOW_MS, itemId: 2, user: BOB },
    ]);
    expect(entries.map(({ detail }) => detail)).toEqual(['firstScan', 'scannedAgain', 'firstScan', null]);
    expect(entries.at(-1)).toMatchObject({ serialNumber: 'GALT10000002', userName: BOB.displayName });
  });

  test('an event about a token that never was names nobody', () => {
    expect(lastOf([{ kind: 'itemParked', atMs: NOW_MS, itemId: 7 }])).toMatchObject({
      serialNumber: null,
      userName: null,
    });
  });

  test('a refused scan shows its harmless part, the reader and the reason', () => {
    const refused: DurableEvent = {
      kind: 'scanRefused',
      atMs: NOW_MS,
      readerKey: 'left',
      problem: { code: 'scan-retail-code' },
      shownText: '4006381333931',
    };
    expect(lastOf([scanAt(NOW_MS, 'GALT10000001'), refused])).toMatchObject({
      readerName: 'Left scanner',
      note: '4006381333931',
      problem: { code: 'scan-retail-code' },
    });
    expect(lastOf([{ ...refused, shownText: '' }])).toMatchObject({ readerName: 'left', note: null });
  });

  test('the request-id of an answer and of a refusal is told', () => {
    expect(entriesOf(ISSUED)[3]?.requestId).toBe('request-1');
    const problem = { code: 'graph-refused', requestId: 'r7' } as const;
    const refused: DurableEvent = { kind: 'activationRefused', atMs: NOW_MS, itemId: 1, problem };
    expect(lastOf([...ISSUED.slice(0, 3), refused])).toMatchObject({ requestId: 'r7', problem });
  });

  test('a plan is told with the token and the person of each step, also once it is over', () => {
    const undone = undoAt(NOW_MS + 10_000, 1, { serialNumber: 'GALT10000001', user: ANN });
    const entries = entriesOf([...ISSUED, ...undone]).slice(-4);
    expect(entries.map(({ kind, serialNumber, userName, detail }) => [kind, serialNumber, userName, detail])).toEqual([
      ['planStarted', 'GALT10000001', ANN.displayName, 'undo'],
      ['takeBackIntended', 'GALT10000001', ANN.displayName, null],
      ['takeBackDone', 'GALT10000001', ANN.displayName, null],
      ['takeBackRead', 'GALT10000001', ANN.displayName, 'takenBack'],
    ]);
  });

  test('a clock is told in whole seconds and its direction', () => {
    const proved = (driftMs: number): HistoryEntry | undefined =>
      lastOf([...ISSUED.slice(0, 2), { kind: 'codeProved', atMs: NOW_MS, itemId: 1, drift: { driftMs, isFit: true } }]);
    expect([proved(0), proved(28_400), proved(-61_000)].map((entry) => [entry?.detail, entry?.number])).toEqual([
      ['clockRight', null],
      ['clockFast', 28],
      ['clockSlow', 61],
    ]);
  });

  test('a read that did not find the token, or found it in a state, says so', () => {
    const read = (method: Extract<DurableEvent, { kind: 'methodRead' }>['method']): unknown =>
      lastOf([...ISSUED.slice(0, 4), { kind: 'methodRead', atMs: NOW_MS, itemId: 1, method }])?.detail;
    expect(read(null)).toBe('notTheirs');
    expect(read({ methodId: 'm', serialNumber: null, status: 'assigned' })).toBe('assigned');
  });

  test('a paper is told with its printer and its token', () => {
    const printed: DurableEvent = { kind: 'paperPrinted', atMs: NOW_MS, paper: 'receipt', itemId: 1, to: 'Zebra' };
    expect(lastOf([...ISSUED, printed])).toMatchObject({ ...ABOUT_ANN, detail: 'receipt', note: 'Zebra' });
  });

  test('people of the lines of an order are found by it, and its name stands in what follows', () => {
    const line = { line: 2, user: BOB, requestNumber: '', model: '', note: '', isSkipped: false, done: null } as const;
    const walked = walkAll(
      storeEvents([
        { kind: 'orderOpened', atMs: NOW_MS, orderKey: 'k', name: 'Munich', goal: 'assign', lineCount: 1 },
        { kind: 'orderLinesAdded', atMs: NOW_MS, orderId: 1, lines: [line] },
        { kind: 'orderLineSkipped', atMs: NOW_MS, orderId: 1, line: 2 },
        { kind: 'orderTaken', atMs: NOW_MS, orderId: 1, laneId: 'left' },
      ]),
    );
    expect(walked.map(({ entry }) => entry.orderName)).toEqual(['Munich', 'Munich', 'Munich', 'Munich']);
    expect(walked[1]).toMatchObject({ entry: { number: 1 }, people: [BOB] });
    expect(walked[2]?.entry).toMatchObject({ number: 2, userName: BOB.displayName });
  });

  test('a visit is told with who came, who was looked at and who left', () => {
    const entries = entriesOf([
      { kind: 'visitBegun', atMs: NOW_MS, laneId: 'left', user: ANN },
      { kind: 'visitorChecked', atMs: NOW_MS, laneId: 'left', idKind: 'passport' },
      { kind: 'visitEnded', atMs: NOW_MS, laneId: 'left' },
    ]);
    expect(entries.map(({ userName, note }) => [userName, note])).toEqual([
      [ANN.displayName, null],
      [ANN.displayName, 'passport'],
      [ANN.displayName, null],
    ]);
  });
});

describe('who did it', () => {
  const noted = (operator: typeof FERRI | null): DurableEvent => ({ kind: 'operatorNoted', atMs: NOW_MS, operator });
  const scanned = scanAt(NOW_MS, 'GALT10000001');

  test('what follows somebody is theirs, until the next one or nobody', () => {
    const entries = entriesOf([scanned, noted(FERRI), scanned, noted(ROSSI), scanned, noted(null), scanned]);
    expect(entries.map(({ operator }) => operator?.name ?? null)).toEqual([
      null,
      'M. Ferri',
      'M. Ferri',
      'L. Rossi',
      'L. Rossi',
      'L. Rossi',
      null,
    ]);
    expect(entries.map(({ detail }) => detail).filter((detail) => detail?.startsWith('signed'))).toEqual([
      'signedIn',
      'signedIn',
      'signedOut',
    ]);
  });

  test('nobody works here after a start', () => {
    expect(entriesOf([noted(FERRI), { kind: 'restarted', atMs: NOW_MS }, scanned])[2]?.operator).toBeNull();
  });

  test('where it has been forgotten who came, the one before them does not go on', () => {
    const stored = storeEvents([noted(FERRI), noted(ROSSI), scanned]);
    const body = JSON.stringify({ kind: 'forgotten', atMs: NOW_MS, itemCount: 0, orderCount: 0 });
    const entries = walkAll(stored.map((event) => (event.seq === 2 ? { ...event, body } : event)));
    expect(entries.map(({ entry }) => [entry.kind, entry.operator?.name ?? null])).toEqual([
      ['operatorNoted', 'M. Ferri'],
      ['forgotten', null],
      ['scanned', null],
    ]);
  });
});

describe('what cannot be read', () => {
  test('stands in the history with its reason, and what follows is right', () => {
    const [first, ...others] = storeEvents([scanAt(NOW_MS, 'GALT10000001'), ...ISSUED.slice(1)]);
    const spoilt = { ...(first as StoredEvent), body: 'not json' };
    const entries = walkAll([spoilt, ...others]).map(({ entry }) => entry);
    expect(entries[0]).toMatchObject({ seq: 1, kind: 'unreadable', note: 'not JSON' });
    expect(entries[1]).toMatchObject({ kind: 'userChosen', serialNumber: null, userName: ANN.displayName });
  });

  test('a token that was forgotten keeps its number, so that the next ones keep theirs', () => {
    const stored = storeEvents([scanAt(NOW_MS, 'GALT10000001'), ...issueAt(NOW_MS, 2, 'GALT10000002', BOB)]);
    const body = JSON.stringify({ kind: 'forgotten', atMs: NOW_MS, itemCount: 1, orderCount: 0 });
    const entries = walkAll(stored.map((event) => (event.seq === 1 ? { ...event, body } : event)));
    expect(entries.at(-1)?.entry).toMatchObject({ serialNumber: 'GALT10000002', userName: BOB.displayName });
  });
});

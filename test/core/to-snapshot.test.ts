import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../electron/contract/item.ts';
import type { QueueFilter, Snapshot } from '../../electron/contract/snapshot.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { ANN, BOB, issuedItem, itemIn, NOW_MS, planOf, SERIAL, stateWith, undoDraft } from './build-state.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';

const SURROUNDINGS = {
  revision: 12,
  atMs: NOW_MS + 1,
  mode: { kind: 'tenant', name: 'Example', graphHost: 'graph.microsoft.com' },
  practice: null,
  ...NO_DESKS,
} as const;

function picture(state: State): Snapshot {
  return toSnapshot(state, 'linux', SURROUNDINGS);
}

/** Every tenth item is issued, the one before it unsure; the others need a user. */
function kindOf(id: number): ItemState['kind'] {
  if (id % 10 === 0) return 'activated';
  return id % 10 === 9 ? 'unsure' : 'needsUser';
}

const MANY = Array.from({ length: 130 }, (_, index) => {
  const id = index + 1;
  return itemIn(kindOf(id), { id, serialNumber: `TOTP${String(id).padStart(6, '0')}` });
});

function page(filter: QueueFilter, number: number): Snapshot['queue'] {
  return picture(stateWith(MANY, { shown: { filter, page: number } })).queue;
}

describe('the queue in the picture', () => {
  test('of an empty bench is one empty page', () => {
    const counts = { all: 0, needsYou: 0, working: 0, issued: 0 };
    expect(picture(EMPTY_STATE).queue).toEqual({ filter: 'all', page: 0, pageCount: 1, rows: [], counts });
  });

  test.each([
    [0, 50, 130, 81],
    [1, 50, 80, 31],
    [2, 30, 30, 1],
  ])('has the newest first: page %i has %i rows, from %i down to %i', (number, length, first, last) => {
    const { rows, pageCount } = page('all', number);
    expect(rows.map((row) => row.id)).toEqual(Array.from({ length }, (_, index) => first - index));
    expect(rows.at(-1)?.id).toBe(last);
    expect(pageCount).toBe(3);
  });

  test('goes no further than its last page', () => {
    expect(page('all', 99)).toMatchObject({ page: 2, pageCount: 3 });
    expect(page('all', 99).rows[0]?.id).toBe(30);
  });

  test.each([
    ['issued', [130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10]],
    ['working', [129, 119, 109, 99, 89, 79, 69, 59, 49, 39, 29, 19, 9]],
  ] as const)('%s shows the rows of that kind only', (filter, ids) => {
    const { rows, pageCount } = page(filter, 0);
    expect(rows.map((row) => row.id)).toEqual(ids);
    expect(pageCount).toBe(1);
  });

  test('pages what a filter leaves', () => {
    const { rows, pageCount, counts } = page('needsYou', 2);
    expect(counts).toEqual({ all: 130, needsYou: 104, working: 13, issued: 13 });
    expect(pageCount).toBe(3);
    expect(rows.map((row) => row.id)).toEqual([4, 3, 2, 1]);
  });

  test('exactly one page of rows is one page', () => {
    const state = stateWith(MANY.slice(0, 50));
    expect(picture(state).queue).toMatchObject({ pageCount: 1 });
    expect(picture(state).queue.rows).toHaveLength(50);
    expect(picture(stateWith(MANY.slice(0, 51))).queue.pageCount).toBe(2);
  });
});

describe('a row', () => {
  const item = itemIn('needsCode', {
    scannedText: `S/N:${SERIAL}`,
    rejections: 2,
    methodId: 'm1',
    attempts: 3,
    reads: 2,
  });

  test('says what is known, what may be asked for, and nothing of the station\u2019s own bookkeeping', () => {
    expect(picture(stateWith([item])).queue.rows).toEqual([
      {
        id: 1,
        serialNumber: SERIAL,
        scannedText: `S/N:${SERIAL}`,
        readerName: 'Left scanner',
        laneId: 'left',
        user: ANN,
        state: { kind: 'needsCode', problem: null },
        rejections: 2,
        scannedAtMs: NOW_MS,
        changedAtMs: NOW_MS,
        can: ['enterCode', 'remove', 'checkAgain', 'attestId'],
        preFlight: null,
        periodSeconds: null,
        drift: null,
        undoUntilMs: null,
        goal: 'activate',
        orderLine: null,
        idCheck: null,
        needsIdCheck: false,
        receiptAtMs: null,
      },
    ]);
  });

  test('says until when it can be taken back, where it can at all', () => {
    const issued = issuedItem(1, SERIAL, ANN, { changedAtMs: NOW_MS - 60_000 });
    const untilMs = (more: Partial<State> = {}): unknown =>
      picture(stateWith([issued], more)).queue.rows.map(({ can, undoUntilMs }) => [can.includes('undo'), undoUntilMs]);
    expect(untilMs()).toEqual([[true, NOW_MS + 14 * 60_000]]);
    expect(untilMs({ plan: planOf(undoDraft()) })).toEqual([[false, null]]);
  });

  test('of a token that was active before has no such time', () => {
    const state = { kind: 'stopped', problem: { code: 'token-already-active' } } as const;
    const [row] = picture(stateWith([issuedItem(1, SERIAL, ANN, { state })])).queue.rows;
    expect(row).toMatchObject({ undoUntilMs: null });
    expect(row?.can).toContain('undo');
  });

  test('shows what the label said only where it differs from the serial number', () => {
    expect(picture(stateWith([itemIn('needsUser')])).queue.rows[0]?.scannedText).toBeNull();
  });

  test('stands open beside the queue, wherever the queue is turned to', () => {
    const state = stateWith(MANY, { openItemId: 4, shown: { filter: 'issued', page: 0 } });
    expect(picture(state).open?.serialNumber).toBe('TOTP000004');
    expect(picture(stateWith(MANY)).open).toBeNull();
  });
});

describe('the people in the picture', () => {
  function exactFor(query: string): readonly boolean[] {
    const search = { by: 'words', query, status: 'found', users: [ANN, BOB], more: false, problem: null } as const;
    return picture({ ...EMPTY_STATE, search }).search.users.map((user) => user.exact);
  }

  test.each([
    ['ann@example.com', true],
    ['ANN@Example.COM', true],
    ['ann.example@example.com', true],
    ['004711', true],
    ['4711', false],
    ['ann', false],
    ['Ann Example', false],
    ['ann@example.co', false],
    ['', false],
  ])('%j matches Ann exactly: %s', (query, expected) => {
    expect(exactFor(query)).toEqual([expected, false]);
  });

  test('are shown whole, in the order in which Graph gave them', () => {
    const search = { by: 'words', query: 'x', status: 'found', users: [BOB, ANN], more: true, problem: null } as const;
    expect(picture({ ...EMPTY_STATE, search }).search).toEqual({
      query: 'x',
      status: 'found',
      users: [
        { ...BOB, exact: false },
        { ...ANN, exact: false },
      ],
      more: true,
      problem: null,
    });
  });
});

describe('the rest of the picture', () => {
  test('is what stands around the state, and the state\u2019s own lists', () => {
    const readers = [{ readerKey: 'left', name: 'Honeywell 1900', problem: null }];
    const state: State = {
      ...EMPTY_STATE,
      readers,
      session: { kind: 'in', name: 'Desk', userPrincipalName: 'desk@example.com' },
      graph: { kind: 'reachable', latencyMs: 80 },
    };
    const { draft: _draft, comparing: _comparing, ...shown } = SURROUNDINGS;
    expect(picture(state)).toEqual({
      ...shown,
      photos: {},
      orders: picture(EMPTY_STATE).orders,
      shift: picture(EMPTY_STATE).shift,
      session: { kind: 'in', name: 'Desk', userPrincipalName: 'desk@example.com' },
      readers: [{ readerKey: 'left', name: 'Honeywell 1900', color: 1, problem: null }],
      lanes: [],
      doctor: null,
      queue: picture(EMPTY_STATE).queue,
      open: null,
      search: { query: '', status: 'idle', users: [], more: false, problem: null },
      notices: [],
      health: { storage: EMPTY_STATE.storage, graph: { kind: 'reachable', latencyMs: 80 } },
      settings: EMPTY_STATE.settings,
      capabilities: null,
      plan: null,
      kiosk: null,
      pace: { left: 200, most: 200, freeAtMs: null },
    });
  });

  test('has the plan with its calls in order, and what is handed over afterwards', () => {
    const draft = undoDraft();
    const state = stateWith([issuedItem(1, SERIAL, ANN)], { plan: planOf(draft, { state: { kind: 'sending' } }) });
    expect(picture(state).plan).toEqual({
      kind: 'undo',
      reason: 'wrongPerson',
      stage: 'running',
      steps: [{ user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: SERIAL, state: { kind: 'sending' } }],
      afterwards: [{ itemId: 1, serialNumber: SERIAL, user: null }],
    });
    expect(picture({ ...state, kiosk: OPENED_KIOSK }).plan).toBeNull();
    expect(picture(stateWith([], { plan: planOf(draft) })).plan?.afterwards).toEqual([]);
  });

  test('has no field that could hold a secret', () => {
    const snapshot = picture(stateWith(MANY, { openItemId: 1, search: { ...EMPTY_STATE.search, users: [ANN] } }));
    const names = new Set(JSON.stringify(snapshot).match(/"\w+":/g));
    // What is told of a file of seeds, which has a test of its own; here there is none.
    expect(snapshot.seeds).toBeNull();
    names.delete('"seeds":');
    expect([...names].filter((name) => /secret|seed|token|verification|password|method/i.test(name))).toEqual([]);
    expect(names).toContain('"serialNumber":');
  });

  test('survives the way to the window', () => {
    const snapshot = picture(stateWith(MANY, { openItemId: 1 }));
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });
});

import { describe, expect, test } from 'vitest';
import { reduce } from '../../electron/core/reduce.ts';
import {
  foldEvents,
  itemIn,
  itemOf,
  itemsOf,
  NOW_MS,
  noticesOf,
  scan,
  SERIAL,
  stateWith,
  openIdOf,
} from './build-state.ts';

describe('the first scan of a token', () => {
  test('makes an item that waits for its user, with all that the scan said', () => {
    const scanned = { ...scan(), serialNumber: '00040008CFA5', scannedText: 'S/N: 00040008CFA5' };
    expect(itemOf(foldEvents([scanned]))).toEqual({
      id: 1,
      serialNumber: '00040008CFA5',
      scannedText: 'S/N: 00040008CFA5',
      readerName: 'Left scanner',
      laneId: 'left',
      rawText: 'S/N: 00040008CFA5',
      user: null,
      goal: 'activate',
      orderLine: null,
      idCheck: null,
      receiptAtMs: null,
      requestId: null,
      methodId: null,
      state: { kind: 'needsUser' },
      preFlight: null,
      periodSeconds: null,
      drift: null,
      parked: false,
      rejections: 0,
      attempts: 0,
      postponements: 0,
      reads: 0,
      readFailures: 0,
      scannedAtMs: NOW_MS,
      changedAtMs: NOW_MS,
    });
  });

  test('opens it, as the hand-over is free, and says so', () => {
    const state = foldEvents([scan()]);
    expect(openIdOf(state)).toBe(1);
    expect(state.notices).toEqual([
      {
        seq: 1,
        atMs: NOW_MS,
        kind: 'scanTaken',
        itemId: 1,
        text: SERIAL,
        userName: null,
        readerName: 'Left scanner',
        problem: null,
      },
    ]);
  });

  test('does not take the place of the token that is being handed over', () => {
    const state = foldEvents([scan(), scan('20033752')]);
    expect(openIdOf(state)).toBe(1);
    expect(noticesOf(state)).toEqual(['scanTaken', 'scanTaken']);
  });

  test('numbers the items in the order of scanning', () => {
    const state = foldEvents([scan('20033752'), scan('60234567'), scan('10001001')]);
    expect(itemsOf(state).map((item) => [item.id, item.serialNumber])).toEqual([
      [1, '20033752'],
      [2, '60234567'],
      [3, '10001001'],
    ]);
    expect(state.nextItemId).toBe(4);
  });

  test('tells serial numbers with and without a leading zero apart', () => {
    expect(itemsOf(foldEvents([scan('012345678'), scan('12345678')]))).toHaveLength(2);
  });
});

describe('a repeated scan', () => {
  test.each([SERIAL, 'galt11420104', 'Galt11420104'])('of %s makes no second item and is said aloud', (again) => {
    const state = foldEvents([scan(), scan(again, NOW_MS + 700)]);
    expect(itemsOf(state)).toHaveLength(1);
    expect(itemOf(state).serialNumber).toBe(SERIAL);
    expect(itemOf(state).scannedAtMs).toBe(NOW_MS);
    expect(state.notices.at(-1)).toEqual({
      seq: 2,
      atMs: NOW_MS + 700,
      kind: 'scanDuplicate',
      itemId: 1,
      text: SERIAL,
      userName: null,
      readerName: 'Left scanner',
      problem: null,
    });
  });

  test('twice in a row is heard twice', () => {
    const state = foldEvents([scan(), scan(), scan()]);
    expect(state.notices.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'scanTaken'],
      [2, 'scanDuplicate'],
      [3, 'scanDuplicate'],
    ]);
  });

  test('names the person who has the token', () => {
    const state = reduce(stateWith([itemIn('activated')]), scan());
    expect(state.notices[0]).toMatchObject({ kind: 'scanDuplicate', userName: 'Ann Example' });
  });

  test.each(['needsUser', 'needsCode', 'stopped'] as const)(
    'opens an item that is %s where the hand-over is free',
    (kind) => {
      expect(openIdOf(reduce(stateWith([itemIn(kind)]), scan()))).toBe(1);
    },
  );

  test.each(['activating', 'waiting', 'unsure', 'confirming', 'activated'] as const)(
    'does not open an item that is %s: there is nothing to hand over',
    (kind) => {
      const before = stateWith([itemIn(kind)]);
      const after = reduce(before, scan());
      expect(openIdOf(after)).toBeNull();
      expect(after.items.get(1)).toBe(before.items.get(1));
    },
  );

  test('takes up a token that was set aside, now or once the hand-over is free', () => {
    const aside = itemIn('needsUser', { parked: true });
    const free = reduce(stateWith([aside]), scan());
    expect([openIdOf(free), itemOf(free).parked]).toEqual([1, false]);
    const other = itemIn('needsUser', { id: 2, serialNumber: '20033752' });
    const taken = reduce(stateWith([aside, other], { openItemId: 2 }), scan());
    expect([openIdOf(taken), itemOf(taken).parked]).toEqual([2, false]);
  });

  test('does not take the hand-over from another token', () => {
    const other = itemIn('needsUser', { id: 2, serialNumber: '20033752' });
    const state = stateWith([itemIn('needsUser'), other], { openItemId: 2 });
    expect(openIdOf(reduce(state, scan()))).toBe(2);
  });
});

describe('a refused scan', () => {
  test('makes no item and says why, with the harmless part of the text', () => {
    const state = foldEvents([
      {
        kind: 'scanRefused',
        atMs: NOW_MS,
        readerKey: 'left',
        problem: { code: 'scan-retail-code' },
        shownText: '4006381333931',
      },
    ]);
    expect(state.counts.all).toBe(0);
    expect(openIdOf(state)).toBeNull();
    expect(state.notices).toEqual([
      {
        seq: 1,
        atMs: NOW_MS,
        kind: 'scanRefused',
        itemId: null,
        text: '4006381333931',
        userName: null,
        readerName: '',
        problem: { code: 'scan-retail-code' },
      },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import {
  ANN,
  BOB,
  foldEvents,
  issuedItem,
  itemIn,
  itemOf,
  lane,
  LEFT,
  noticesOf,
  openIdOf,
  RIGHT,
  SERIAL,
  undoDraft,
} from './build-state.ts';
import { AT_MS, X, Y, SWAP, OLD, NEW, REPLACE, REASSIGN, takenBack, begin } from './plan-scenes.ts';

describe('undo', () => {
  test('leaves the token without a person, ready for the right one', () => {
    const next = foldEvents(takenBack(0), begin(undoDraft(), [X, Y]));
    expect(next.plan).toBeNull();
    expect(itemOf(next)).toEqual({
      ...X,
      user: null,
      methodId: null,
      state: { kind: 'needsUser' },
      rejections: 0,
      changedAtMs: AT_MS,
    });
    expect(itemOf(next, 2)).toBe(Y);
  });

  test('says whose token it was, and that all is done', () => {
    const { notices } = foldEvents(takenBack(0), begin(undoDraft(), [X]));
    expect(notices).toMatchObject([
      { kind: 'takenBack', itemId: 1, text: SERIAL, userName: ANN.displayName },
      { kind: 'planDone' },
    ]);
  });

  test('opens the token where its lane is free, and brings it to the front if nothing is in hand there', () => {
    const next = foldEvents(takenBack(0), begin(undoDraft(), [X]));
    expect([openIdOf(next), next.frontLaneId]).toEqual([1, LEFT]);
  });

  test('leaves the token in hand where another one is worked on', () => {
    const next = foldEvents(takenBack(0), begin(undoDraft(), [X, itemIn('needsUser', { id: 2 })], { openItemId: 2 }));
    expect(openIdOf(next)).toBe(2);
  });

  test('keeps a token in hand that was in hand', () => {
    const active = { ...X, state: { kind: 'stopped', problem: { code: 'token-already-active' } } } as const;
    const lanes = [lane(LEFT, 1), lane(RIGHT)];
    const next = foldEvents(takenBack(0), begin(undoDraft(), [active], { lanes }));
    expect(next.lanes).toEqual(lanes);
    expect(itemOf(next).state).toEqual({ kind: 'needsUser' });
  });
});

describe('swap', () => {
  const started = begin(SWAP, [X, Y]);

  test('takes both back, one after the other, before anybody gets one', () => {
    const half = foldEvents(takenBack(0), started);
    expect(half.plan?.steps.map(({ state }) => state.kind)).toEqual(['done', 'open']);
    expect(noticesOf(half)).toEqual(['takenBack']);
    expect(itemOf(half)).toMatchObject({
      user: ANN,
      methodId: null,
      state: { kind: 'stopped', problem: { code: 'token-taken-back' } },
    });
    expect(itemOf(half, 2)).toBe(Y);
  });

  test('then each waits for the code of the other person, and both are looked at anew', () => {
    const next = foldEvents([...takenBack(0), ...takenBack(1)], started);
    const awaited = { state: { kind: 'needsCode', problem: null }, methodId: null, preFlight: 'wanted' };
    expect(itemOf(next, 1)).toMatchObject({ ...awaited, user: BOB });
    expect(itemOf(next, 2)).toMatchObject({ ...awaited, user: ANN });
    expect(noticesOf(next)).toEqual(['takenBack', 'takenBack', 'planDone']);
    expect(openIdOf(next)).toBe(1);
  });
});

describe('replace', () => {
  test('asks for the new token\u2019s code once the old one is gone, and goes on with a method that it has already', () => {
    const next = foldEvents(takenBack(0), begin(REPLACE, [NEW], { openItemId: 3 }));
    expect(itemOf(next, 3)).toEqual({ ...NEW, preFlight: 'wanted', changedAtMs: AT_MS });
    expect(openIdOf(next)).toBe(3);
    expect(next.notices[0]).toMatchObject({ kind: 'takenBack', itemId: null, text: OLD, userName: ANN.displayName });
  });

  test('the old token says so in its own row, and frees its lane', () => {
    const old = issuedItem(4, OLD, ANN, { methodId: 'm9', laneId: RIGHT });
    const lanes = [lane(LEFT, 3), lane(RIGHT, 4)];
    const next = foldEvents(takenBack(0), begin(REPLACE, [NEW, old], { lanes, nextItemId: 5 }));
    expect(itemOf(next, 4)).toMatchObject({
      state: { kind: 'stopped', problem: { code: 'token-taken-back' } },
      methodId: null,
    });
    expect(next.lanes.map(({ openItemId }) => openItemId)).toEqual([3, null]);
  });

  test('a row of that serial number for somebody else stays as it is', () => {
    const other = itemIn('needsCode', { id: 4, serialNumber: OLD, user: BOB });
    const next = foldEvents(takenBack(0), begin(REPLACE, [NEW, other], { nextItemId: 5 }));
    expect(itemOf(next, 4)).toBe(other);
  });
});

describe('reassign', () => {
  test('takes the token from its holder and asks for its code', () => {
    const item = { ...NEW, methodId: null };
    const next = foldEvents(takenBack(0), begin(REASSIGN, [item]));
    expect(itemOf(next, 3)).toEqual({ ...item, preFlight: 'wanted', changedAtMs: AT_MS });
    expect(next.notices[0]).toMatchObject({ kind: 'takenBack', itemId: 3, text: item.serialNumber, userName: 'Kofi' });
  });
});

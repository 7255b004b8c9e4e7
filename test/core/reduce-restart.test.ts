import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import {
  ANN,
  foldEvents,
  itemIn,
  itemOf,
  NOW_MS,
  noticesOf,
  scan,
  STATES,
  stateWith,
  openIdOf,
} from './build-state.ts';

const HOUR_MS = 3_600_000;
const LATER_MS = NOW_MS + HOUR_MS;
const restarted: Event = { kind: 'restarted', atMs: LATER_MS };

describe('when the station starts again', () => {
  test('an activation that was under way is unsure and due a read, with a fresh row of reads', () => {
    const before = itemIn('activating', { attempts: 2, reads: 3, readFailures: 4 });
    const state = reduce(stateWith([before]), restarted);
    expect(itemOf(state)).toEqual({
      ...before,
      state: { kind: 'unsure', nextReadAtMs: LATER_MS, problem: { code: 'station-stopped' }, readProblem: null },
      reads: 0,
      readFailures: 0,
      changedAtMs: LATER_MS,
    });
    expect(state.notices).toMatchObject([{ kind: 'unsure', itemId: 1, problem: { code: 'station-stopped' } }]);
  });

  test('a code that waited to be sent is gone and is asked for again', () => {
    const state = reduce(stateWith([itemIn('waiting', { rejections: 1 })]), restarted);
    expect(itemOf(state)).toMatchObject({
      state: { kind: 'needsCode', problem: { code: 'code-too-old' } },
      user: ANN,
      rejections: 1,
    });
    expect(noticesOf(state)).toEqual(['codeWanted']);
  });

  test.each(['unsure', 'confirming'] as const)('an item that is %s is read at once and keeps its reason', (kind) => {
    const before = itemIn(kind, { reads: 4, readFailures: 2 });
    const state = reduce(stateWith([before]), restarted);
    expect(itemOf(state)).toEqual({
      ...before,
      reads: 0,
      readFailures: 0,
      state: { ...STATES[kind], nextReadAtMs: LATER_MS },
    });
  });

  test('an item that waits for its code is looked at once more, and stays as it was', () => {
    const before = stateWith([itemIn('needsCode', { changedAtMs: NOW_MS - 100 * HOUR_MS })], { openItemId: 1 });
    const after = reduce(before, restarted);
    expect(after.items.get(1)).toEqual({ ...before.items.get(1), preFlight: 'wanted' });
    expect(openIdOf(after)).toBe(1);
  });

  test.each(['needsUser', 'stopped'] as const)('an item that is %s stays as it was', (kind) => {
    const before = stateWith([itemIn(kind, { changedAtMs: NOW_MS - 100 * HOUR_MS })], { openItemId: 1 });
    const after = reduce(before, restarted);
    expect(after.items.get(1)).toBe(before.items.get(1));
    expect(openIdOf(after)).toBe(1);
  });

  test.each([
    ['one hour', HOUR_MS, true],
    ['exactly twelve hours', 12 * HOUR_MS, true],
    ['twelve hours and a millisecond', 12 * HOUR_MS + 1, false],
    ['three days', 72 * HOUR_MS, false],
  ])('a token that was issued %s ago stays or leaves the queue', (_, ageMs, stays) => {
    const state = reduce(stateWith([itemIn('activated', { changedAtMs: LATER_MS - ageMs })]), restarted);
    expect(state.items.get(1) !== undefined).toBe(stays);
    expect(state.counts.issued).toBe(stays ? 1 : 0);
  });

  test('a token that has left the queue can be scanned anew', () => {
    const old = stateWith([itemIn('activated', { changedAtMs: NOW_MS - 72 * HOUR_MS })]);
    const state = foldEvents([restarted, scan('GALT11420104', LATER_MS)], old);
    expect(noticesOf(state)).toEqual(['scanTaken']);
    expect(itemOf(state, 2).state).toEqual({ kind: 'needsUser' });
  });

  test('twice in a row asks nothing twice', () => {
    const once = foldEvents([restarted], stateWith([itemIn('activating')]));
    const twice = foldEvents([{ kind: 'restarted', atMs: LATER_MS + 1 }], once);
    expect(noticesOf(twice)).toEqual(['unsure']);
    expect(itemOf(twice).state).toEqual({
      kind: 'unsure',
      nextReadAtMs: LATER_MS + 1,
      problem: { code: 'station-stopped' },
      readProblem: null,
    });
  });

  test('all items are looked at', () => {
    const items = [1, 2, 3].map((id) => itemIn('activating', { id, serialNumber: `2003375${id}` }));
    const state = reduce(stateWith(items), restarted);
    expect([1, 2, 3].map((id) => itemOf(state, id).state.kind)).toEqual(['unsure', 'unsure', 'unsure']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item } from '../../electron/core/state.ts';
import { itemIn, lane, LEFT, openIdOf, stateWith } from './build-state.ts';

const done: Event = {
  kind: 'methodRead',
  atMs: 1,
  itemId: 3,
  method: { methodId: 'm1', serialNumber: null, status: 'activated' },
};

/** The open item 3 is issued; which one is open next? */
function nextOpen(others: readonly Item[]): number | null {
  return (
    reduce(stateWith([...others, itemIn('confirming', { id: 3 })], { openItemId: 3 }), done).lanes[0]?.openItemId ??
    null
  );
}

function other(id: number, kind: Item['state']['kind'], parked = false): Item {
  return itemIn(kind, { id, serialNumber: `2003375${id}`, parked });
}

describe('once the open token is issued', () => {
  test('the hand-over goes to the oldest one that waits for a person', () => {
    expect(nextOpen([other(1, 'needsCode'), other(2, 'needsUser'), other(4, 'needsUser')])).toBe(1);
    expect(nextOpen([other(4, 'needsUser'), other(5, 'needsCode')])).toBe(4);
  });

  test('one that was set aside is passed over', () => {
    expect(nextOpen([other(1, 'needsUser', true), other(2, 'needsUser')])).toBe(2);
    expect(nextOpen([other(1, 'needsUser', true)])).toBeNull();
  });

  test('one that has stopped is not opened by itself', () => {
    expect(nextOpen([other(1, 'stopped'), other(4, 'needsCode')])).toBe(4);
    expect(nextOpen([other(1, 'stopped')])).toBeNull();
  });

  test.each(['activating', 'waiting', 'unsure', 'confirming', 'activated'] as const)(
    'one that is %s is passed over',
    (kind) => {
      expect(nextOpen([other(1, kind), other(2, 'needsUser')])).toBe(2);
    },
  );

  test('nothing is open where nothing waits', () => {
    expect(nextOpen([])).toBeNull();
  });
});

test('a token that is issued in the background does not move the hand-over', () => {
  const state = stateWith([other(1, 'needsUser'), other(2, 'needsCode'), itemIn('confirming', { id: 3 })], {
    openItemId: 2,
  });
  expect(openIdOf(reduce(state, done))).toBe(2);
  expect(openIdOf(reduce({ ...state, lanes: [lane(LEFT)] }, done))).toBeNull();
});

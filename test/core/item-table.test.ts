import { describe, expect, test } from 'vitest';
import { dropItem, newestFirst, putItem } from '../../electron/core/item-table.ts';
import { filterOf } from '../../electron/core/queue-filter.ts';
import { EMPTY_STATE } from '../../electron/core/state.ts';
import { itemIn, scannedItem, STATE_KINDS, STATES, stateWith, openIdOf } from './build-state.ts';

const FILTERS = ['needsYou', 'needsYou', 'working', 'working', 'working', 'working', 'issued', 'needsYou'] as const;

describe('where an item is counted', () => {
  test.each(STATE_KINDS.map((kind, index) => [kind, FILTERS[index] ?? 'all'] as const))('%s is %s', (kind, filter) => {
    expect(filterOf(STATES[kind])).toBe(filter);
    const counts = { all: 1, needsYou: 0, working: 0, issued: 0, [filter]: 1 };
    expect(putItem(EMPTY_STATE, itemIn(kind)).counts).toEqual(counts);
  });
});

describe('the list of busy items', () => {
  test('keeps the order in which they began to work and holds each once', () => {
    const one = itemIn('activating');
    const two = itemIn('activating', { id: 2, serialNumber: '20033752' });
    const both = putItem(putItem(EMPTY_STATE, one), two);
    expect(both.busy).toEqual([1, 2]);
    const again = putItem(both, { ...one, state: STATES.unsure });
    expect(again.busy).toEqual([1, 2]);
    expect(putItem(again, { ...one, state: STATES.activated }).busy).toEqual([2]);
  });
});

describe('dropping an item', () => {
  test('takes it out of everything', () => {
    const item = itemIn('unsure');
    const state = dropItem(stateWith([item], { openItemId: 1 }), item);
    expect(state.items.size).toBe(0);
    expect(state.bySerial.size).toBe(0);
    expect(openIdOf(state)).toBeNull();
    expect(state).toMatchObject({ busy: [], counts: { all: 0, needsYou: 0, working: 0, issued: 0 } });
  });

  test('finds its serial number whatever the case it was scanned in', () => {
    const item = scannedItem({ serialNumber: 'galt11420104' });
    expect(dropItem(stateWith([item]), item).bySerial.size).toBe(0);
  });
});

test('items are listed the newest first, without the ones that are gone', () => {
  const ids = [1, 2, 4].map((id) => scannedItem({ id, serialNumber: `2003375${id}` }));
  expect([...newestFirst(stateWith(ids))].map((item) => item.id)).toEqual([4, 2, 1]);
});

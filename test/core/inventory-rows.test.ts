import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InventoryRow, InventoryRowState } from '../../electron/contract/inventory.ts';
import { compareInventory, countRows, pageOfRows } from '../../electron/core/inventory-rows.ts';
import { serialKey } from '../../electron/core/state.ts';
import type { TokenFacts } from '../../electron/core/graph-port.ts';

function facts(serialNumber: string): TokenFacts {
  return { serialNumber, manufacturer: 'Token2', model: 'C301', periodSeconds: 30, hashFunction: 'hmacsha1' };
}

function rowsOf(states: readonly InventoryRowState[]): ReadonlyMap<string, InventoryRow> {
  return new Map(
    states.map((state, index) => [
      `s${index}`,
      { serialNumber: `S${index}`, manufacturer: '', model: '', periodSeconds: 30, state, problem: null },
    ]),
  );
}

describe('a dry run', () => {
  test('tells what is new, there and there twice, in the order of the file and whatever the case', () => {
    const inventory = new Map([
      [serialKey('00040008cfa5'), 1],
      [serialKey('galt11420104'), 2],
      [serialKey('other'), 1],
    ]);
    const rows = compareInventory([facts('GALT11420104'), facts('VES0052649'), facts('00040008CFA5')], inventory);
    expect([...rows.values()].map(({ serialNumber, state }) => [serialNumber, state])).toEqual([
      ['GALT11420104', 'twice'],
      ['VES0052649', 'new'],
      ['00040008CFA5', 'there'],
    ]);
    expect(countRows(rows)).toEqual({ new: 1, there: 1, twice: 1, created: 0, refused: 0, unsure: 0 });
  });

  test('never takes two serial numbers for one because of their zeros', () => {
    const rows = compareInventory([facts('0123')], new Map([['123', 1]]));
    expect(rows.get('0123')?.state).toBe('new');
  });
});

describe('the pages', () => {
  const STATES: readonly InventoryRowState[] = ['new', 'there', 'twice', 'created', 'refused', 'unsure'];

  test('of what is to be looked at leave out what is new or was created', () => {
    const { rows } = pageOfRows(rowsOf(STATES), { page: 0, onlyTroubled: true });
    expect(rows.map(({ state }) => state)).toEqual(['there', 'twice', 'refused', 'unsure']);
  });

  test('hold every row once, in order, and one behind the last is the last', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATES), { maxLength: 160 }), fc.boolean(), (states, onlyTroubled) => {
        const rows = rowsOf(states);
        const { pageCount } = pageOfRows(rows, { page: 0, onlyTroubled });
        const pages = Array.from({ length: pageCount }, (_, page) => pageOfRows(rows, { page, onlyTroubled }));
        const wanted = [...rows.values()].filter(({ state }) => !onlyTroubled || !['new', 'created'].includes(state));
        expect(pages.flatMap((one) => one.rows)).toEqual(wanted);
        expect(pageOfRows(rows, { page: 99, onlyTroubled })).toEqual(pages.at(-1));
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { lineMark, manifestOf, orderSheetOf } from '../../../electron/core/paper/order-papers.ts';
import { ANN, BOB, NOW_MS } from '../build-state.ts';
import { firstOrder, HALF_DONE, ORDER_KEY, orderLine, paperState, SURROUNDINGS, withOrder } from './some-papers.ts';

const state = paperState([], { orders: withOrder(HALF_DONE) });
const order = firstOrder(state);
const done = { serialNumber: '1', atMs: NOW_MS };

test('the mark of a line begins as its order’s key does', () => {
  expect(lineMark(ORDER_KEY, 12)).toBe('TSO:3f9d2c41:12');
});

describe('an order sheet', () => {
  test('lists whoever waits, with the mark that chooses them, and nobody else', () => {
    expect(orderSheetOf(state, order, SURROUNDINGS)).toMatchObject({
      orderName: 'Finance, autumn',
      openCount: '1',
      lines: [
        {
          line: '4',
          personName: "Bob O'Brien",
          requestNumber: 'REQ-104',
          note: 'Ground floor',
          mark: { symbology: 'code128', text: 'TSO:3f9d2c41:4' },
        },
      ],
    });
  });

  test('is none where nobody waits', () => {
    const over = paperState([], {
      orders: withOrder([orderLine(2, ANN, { done }), orderLine(3, BOB, { isSkipped: true })]),
    });
    expect(orderSheetOf(over, firstOrder(over), SURROUNDINGS)).toBeNull();
  });
});

describe('a manifest', () => {
  test('has what is shipped with its serial numbers, and what is not', () => {
    const manifest = manifestOf(state, order, SURROUNDINGS);
    expect(manifest).toMatchObject({ doneCount: '2', skippedCount: '1', openCount: '1' });
    expect(manifest?.done.map(({ line, serialNumber }) => [line, serialNumber])).toEqual([
      ['2', 'GALT11420104'],
      ['3', '0012345678'],
    ]);
    expect(manifest?.skipped.map(({ personName }) => personName)).toEqual(['Dora Vale']);
    expect(manifest?.open.map(({ personName }) => personName)).toEqual(["Bob O'Brien"]);
  });

  test('is none while nothing is done', () => {
    const fresh = paperState([], { orders: withOrder([orderLine(2, ANN)]) });
    expect(manifestOf(fresh, firstOrder(fresh), SURROUNDINGS)).toBeNull();
  });

  test('of ten thousand people has each of them once', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      orderLine(index + 2, { ...ANN, id: `u${index}` }, { done: index % 2 === 0 ? done : null }),
    );
    const large = paperState([], { orders: withOrder(lines) });
    const manifest = manifestOf(large, firstOrder(large), SURROUNDINGS);
    expect([manifest?.done.length, manifest?.open.length, manifest?.doneCount]).toEqual([5_000, 5_000, '5,000']);
  });
});

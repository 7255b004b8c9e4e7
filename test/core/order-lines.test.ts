import { describe, expect, test } from 'vitest';
import type { User } from '../../electron/contract/user.ts';
import { addLines, allLines, LINES_PER_PAGE, linesIn, pageOfLines, setLine } from '../../electron/core/order-lines.ts';
import type { Order } from '../../electron/core/orders.ts';
import { ANN, foldEvents } from './build-state.ts';
import { draftLine, opened, orderIn } from './orders-build.ts';

function person(number: number): User {
  return { ...ANN, id: `user-${number}` };
}

/** Lines 2, 3, and so on. */
function longOrder(count: number): Order {
  const lines = Array.from({ length: count }, (_, at) => draftLine(at + 2, person(at)));
  return orderIn(foldEvents(opened('activate', lines)));
}

function holdAll(order: Order, numbers: readonly number[]): Order {
  return numbers.reduce((held, number) => {
    const line = held.lines.get(number);
    return line ? setLine(held, { ...line, state: 'held', itemId: number }) : held;
  }, order);
}

describe('the lines of a long order', () => {
  const order = longOrder(1_000);

  test('are found by their state, in the order of the file, from any place on', () => {
    const held = holdAll(order, [900, 5, 450]);
    expect(Array.from(linesIn(held, 'held'), ({ line }) => line)).toEqual([5, 450, 900]);
    expect(Array.from(linesIn(held, 'held', 1), ({ line }) => line)).toEqual([450, 900]);
    expect(Array.from(linesIn(held, 'held', 3))).toEqual([]);
    expect(Array.from(linesIn(held, 'open', 995), ({ line }) => line)).toEqual([1_000, 1_001]);
    expect(held.counts).toMatchObject({ all: 1_000, open: 997, held: 3 });
  });

  test('come a page at a time, and a page behind the last one is the last one', () => {
    const first = pageOfLines(order, 'all', 0);
    expect([first.page, first.pageCount, first.lines.length]).toEqual([0, 20, LINES_PER_PAGE]);
    expect(first.lines[0]?.line).toBe(2);
    expect(pageOfLines(order, 'all', 99)).toMatchObject({ page: 19 });
    expect(pageOfLines(order, 'all', 99).lines.at(-1)?.line).toBe(1_001);
  });

  test('come a page at a time in one state, too', () => {
    const held = holdAll(
      order,
      Array.from({ length: 120 }, (_, at) => at * 8 + 2),
    );
    expect(pageOfLines(held, 'held', 2)).toMatchObject({ page: 2, pageCount: 3 });
    expect(pageOfLines(held, 'held', 2).lines.map(({ line }) => line)).toEqual(
      Array.from({ length: 20 }, (_, at) => (at + 100) * 8 + 2),
    );
    expect(pageOfLines(held, 'stopped', 4)).toEqual({ page: 0, pageCount: 1, lines: [] });
  });

  test('may come in any order and in pieces: the order of the file is that of the numbers', () => {
    const empty = orderIn(foldEvents(opened('activate', [])));
    const pieces = [[700, 300], [500], [], [2, 900]];
    const added = pieces.reduce(
      (before, numbers) =>
        addLines(
          before,
          numbers.map((at) => draftLine(at, person(at))),
        ),
      empty,
    );
    expect(added.lineNumbers).toEqual([2, 300, 500, 700, 900]);
    expect(allLines(added).map(({ line }) => line)).toEqual(added.lineNumbers);
    expect(added.counts).toMatchObject({ all: 5, open: 5 });
    expect(added.addedCount).toBe(5);
  });

  test('that are put in front of many others are counted with theirs', () => {
    const late = addLines(holdAll(order, [500]), [draftLine(1, person(5_000), { isSkipped: true })]);
    expect(Array.from(linesIn(late, 'skipped'), ({ line }) => line)).toEqual([1]);
    expect(Array.from(linesIn(late, 'held'), ({ line }) => line)).toEqual([500]);
    expect(late.counts).toEqual({ all: 1_001, open: 999, held: 1, stopped: 0, skipped: 1, done: 0 });
  });

  test('are left as they were by a change', () => {
    holdAll(order, [7]);
    expect(order.lines.get(7)?.state).toBe('open');
    expect(order.counts.open).toBe(1_000);
  });

  test('take no line of another number', () => {
    const line = order.lines.get(2);
    expect(line && setLine(order, { ...line, line: 5_000 })).toBe(order);
  });
});

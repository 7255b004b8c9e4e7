import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderLineState } from '../../electron/contract/work-order.ts';
import { dueEffects } from '../../electron/core/due-effects.ts';
import type { Event } from '../../electron/core/event.ts';
import { allLines, linesIn } from '../../electron/core/order-lines.ts';
import { personKey, type Order } from '../../electron/core/orders.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { EMPTY_STATE, type Item, type State } from '../../electron/core/state.ts';
import { anyEvents } from './any-event.ts';
import { anyOrderStory } from './any-order-story.ts';
import { itemsOf, NOW_MS } from './build-state.ts';

type Step = { readonly before: State; readonly event: Event; readonly after: State };

/** Days on which hardly anything but orders happens, and days on which anything does. */
const anyDay = fc.oneof(
  fc.array(anyOrderStory, { minLength: 2, maxLength: 25, size: 'max' }).map((pieces) => pieces.flat()),
  anyEvents,
);

function inEveryStep(check: (step: Step) => void): void {
  fc.assert(
    fc.property(anyDay, (events) => {
      let before = EMPTY_STATE;
      for (const event of events) {
        const after = reduce(before, event);
        check({ before, event, after });
        before = after;
      }
    }),
    { numRuns: 150 },
  );
}

function lineOf({ orders }: State, { orderLine }: Item) {
  const order = orders.list.find(({ id }) => id === orderLine?.orderId);
  return order?.lines.get(orderLine?.line ?? 0);
}

/** What a line has to be, told by its token alone. */
function stateFor(order: Order, number: number, { items }: State): OrderLineState {
  const line = order.lines.get(number);
  const item = line?.itemId == null ? undefined : items.get(line.itemId);
  if (!line || !item) return line?.done ? 'done' : line?.isSkipped ? 'skipped' : 'open';
  if (item.state.kind === 'activated' || item.state.kind === 'assigned') return 'done';
  return item.state.kind === 'stopped' ? 'stopped' : 'held';
}

describe('whatever happens to orders and their tokens', () => {
  test('the random days reach every state of a line', () => {
    const reached = new Set<string>();
    inEveryStep(({ after }) => {
      for (const order of after.orders.list) for (const { state } of allLines(order)) reached.add(state);
    });
    expect([...reached].toSorted()).toEqual(['done', 'held', 'open', 'skipped', 'stopped']);
  });

  test('the counts equal a recount, and each line is found by its state', () => {
    inEveryStep(({ after }) => {
      for (const order of after.orders.list) {
        const lines = allLines(order);
        const states = ['open', 'held', 'stopped', 'skipped', 'done'] as const;
        for (const state of states) {
          const numbers = lines.filter((line) => line.state === state).map(({ line }) => line);
          expect(order.counts[state]).toBe(numbers.length);
          expect(Array.from(linesIn(order, state), ({ line }) => line)).toEqual(numbers);
        }
        expect(order.counts.all).toBe(lines.length);
      }
    });
  });

  test('a line is what its token is', () => {
    inEveryStep(({ after }) => {
      for (const order of after.orders.list) {
        for (const { line, state } of allLines(order)) expect(state).toBe(stateFor(order, line, after));
      }
    });
  });

  test('a line and its token point at each other, and at the same person', () => {
    inEveryStep(({ after }) => {
      for (const order of after.orders.list) {
        for (const { line, itemId, user } of allLines(order)) {
          if (itemId === null) continue;
          const item = after.items.get(itemId);
          expect(item?.orderLine).toEqual({ orderId: order.id, line });
          expect(item?.user?.id).toBe(user.id);
        }
      }
      for (const item of itemsOf(after)) {
        if (item.orderLine) expect(lineOf(after, item)?.itemId).toBe(item.id);
      }
    });
  });

  test('nobody gets two tokens from one order', () => {
    inEveryStep(({ after }) => {
      for (const { id } of after.orders.list) {
        const people = itemsOf(after)
          .filter(({ orderLine }) => orderLine?.orderId === id)
          .map(({ user }) => (user ? personKey(user) : ''));
        expect(new Set(people).size).toBe(people.length);
      }
    });
  });

  test('a token that needs no code never waits for one, and is in nobody’s hand until it has stopped', () => {
    inEveryStep(({ after }) => {
      for (const item of itemsOf(after)) {
        if (item.goal !== 'assign') {
          expect(['readyToAssign', 'assigned']).not.toContain(item.state.kind);
          continue;
        }
        expect(['needsUser', 'needsCode', 'activated']).not.toContain(item.state.kind);
        expect(item.user).not.toBeNull();
      }
    });
  });

  test('a place works on orders that are open and whole, and serves nobody who is served already', () => {
    inEveryStep(({ after }) => {
      const chosen = after.lanes.flatMap(({ task }) => (task?.line == null ? [] : [`${task.orderId} ${task.line}`]));
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const { task } of after.lanes) {
        if (!task) continue;
        const order = after.orders.list.find(({ id }) => id === task.orderId);
        expect(order).toMatchObject({ stage: 'open' });
        expect(order?.addedCount).toBeGreaterThanOrEqual(order?.lineCount ?? 0);
        if (task.line !== null) expect(order?.lines.get(task.line)?.state).toBe('open');
      }
    });
  });

  test('whoever has their token keeps it, unless a plan has taken it back', () => {
    inEveryStep(({ before, event, after }) => {
      for (const order of before.orders.list) {
        for (const { line, state } of linesIn(order, 'done')) {
          const now = after.orders.list.find(({ id }) => id === order.id)?.lines.get(line);
          if (now?.state === state) continue;
          expect(['takeBackRead', 'planLeft']).toContain(event.kind);
        }
      }
    });
  });

  test('no more than four assignments are under way or begun at once', () => {
    inEveryStep(({ after }) => {
      const kinds = dueEffects(after, NOW_MS).map(({ kind }) => kind);
      const busy = kinds.filter((kind) => kind === 'assign' || kind === 'startAssignment');
      const sent = kinds.filter((kind) => kind === 'assign');
      expect(busy.length).toBeLessThanOrEqual(Math.max(4, sent.length));
    });
  });

  test('a start changes nothing about which order is worked on where', () => {
    inEveryStep(({ after }) => {
      const again = reduce(after, { kind: 'restarted', atMs: NOW_MS });
      const tasks = (state: State) => state.lanes.flatMap(({ laneId, task }) => (task ? [[laneId, task.orderId]] : []));
      expect(tasks(again)).toEqual(tasks(after));
    });
  });
});

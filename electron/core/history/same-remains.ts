import { newestFirst } from '../item-table.ts';
import type { Order } from '../orders.ts';
import { reduce } from '../reduce.ts';
import { EMPTY_STATE, type Lane, type State } from '../state.ts';
import { itemSubject, orderSubject, type Subjects } from './event-subjects.ts';
import type { JournalLine } from './read-journal.ts';

/**
 * Folds what is left once these entries are forgotten, and names what would not be as it is in `state`: tokens and orders
 * that stay, or what comes back although it had gone. Empty: nothing is touched.
 */
export function findDifferences(lines: readonly JournalLine[], gone: ReadonlySet<number>, state: State): Subjects {
  let left = EMPTY_STATE;
  for (const { seq, event, itemCount, orderCount } of lines) {
    const stands = gone.has(seq) ? ({ kind: 'forgotten', atMs: event.atMs, itemCount, orderCount } as const) : event;
    left = reduce(left, stands);
  }
  const forgotten = goneSubjects(lines, gone);
  const items = differing(itemTexts(state), itemTexts(left), forgotten);
  const orders = differing(orderTexts(state), orderTexts(left), forgotten);
  const around = aroundText(state) === aroundText(left) ? [] : ['around'];
  return [...items, ...orders, ...around];
}

/** Those of which nothing is left. */
function goneSubjects(lines: readonly JournalLine[], gone: ReadonlySet<number>): ReadonlySet<string> {
  const there = new Set(lines.filter(({ seq }) => !gone.has(seq)).flatMap(({ subjects }) => subjects));
  return new Set(lines.flatMap(({ subjects }) => subjects).filter((subject) => !there.has(subject)));
}

type Texts = ReadonlyMap<string, string>;

function differing(before: Texts, left: Texts, forgotten: ReadonlySet<string>): Subjects {
  const stays = [...before.keys()].filter((subject) => !forgotten.has(subject));
  return [...new Set([...stays, ...left.keys()])].filter((subject) => before.get(subject) !== left.get(subject));
}

function itemTexts(state: State): Texts {
  return new Map([...newestFirst(state)].map((item) => [itemSubject(item.id), JSON.stringify(item)]));
}

function orderTexts({ orders }: State): Texts {
  return new Map(orders.list.map((order) => [orderSubject(order.id), orderText(order)]));
}

function orderText({ lines, lineNumbers, ...order }: Order): string {
  return JSON.stringify([order, lineNumbers.map((line) => lines.get(line))]);
}

/** What is to go on where it stands: the numbers that come next, the plan, and who is served in the places. */
function aroundText({ nextItemId, orders, plan, lanes }: State): string {
  const inHand = (lane: Lane): boolean => lane.visit !== null || lane.task !== null;
  const places = lanes.filter(inHand).map(({ laneId, visit, task }) => [laneId, visit, task]);
  return JSON.stringify([nextItemId, orders.nextId, plan, places]);
}

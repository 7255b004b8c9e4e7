import type { OrderFilter, OrderLineState } from '../contract/work-order.ts';
import type { OrderLineDraft } from './order-events.ts';
import { personKey, requestKey, type Order, type OrderLine, type OrderTally } from './orders.ts';

/** Chosen: the square root of fifty thousand, so that the runs and the lines of one run cost the same to look through. */
const RUN_LENGTH = 224;

/** Chosen: as many as the queue shows. */
export const LINES_PER_PAGE = 50;

export const NO_LINES: OrderTally = { open: 0, held: 0, stopped: 0, skipped: 0, done: 0 };

/** A line whose number or person is there already is left out: nobody gets two tokens from one order. */
export function addLines(order: Order, drafts: readonly OrderLineDraft[]): Order {
  let { lines, byPerson, byRequest } = order;
  const added: number[] = [];
  for (const draft of drafts) {
    const { line, user, requestNumber } = draft;
    if (lines.get(line) || byPerson.get(personKey(user)) !== undefined) continue;
    lines = lines.set(line, { ...draft, itemId: null, state: restingState(draft) });
    byPerson = byPerson.set(personKey(user), line);
    const key = requestKey(requestNumber);
    if (key !== '') byRequest = byRequest.set(key, [...(byRequest.get(key) ?? []), line]);
    added.push(line);
  }
  const known = order.lineNumbers;
  const first = Math.min(...added);
  const isAppended = known.length === 0 || first > (known.at(-1) ?? 0);
  const lineNumbers =
    isAppended && isAscending(added) ? [...known, ...added] : [...known, ...added].toSorted(ascending);
  const from = added.length === 0 ? known.length : placeOf(lineNumbers, first);
  const addedCount = order.addedCount + drafts.length;
  return retally({ ...order, lines, byPerson, byRequest, lineNumbers, addedCount }, from);
}

/** Puts a line in place of the one of its number, and keeps the counts true. */
export function setLine(order: Order, line: OrderLine): Order {
  const before = order.lines.get(line.line);
  if (!before) return order;
  const lines = order.lines.set(line.line, line);
  if (before.state === line.state) return { ...order, lines };
  const run = Math.floor(placeOf(order.lineNumbers, line.line) / RUN_LENGTH);
  const tallies = order.tallies.map((tally, at) => (at === run ? moveOne(tally, before.state, line.state) : tally));
  const counts = { ...order.counts, ...moveOne(order.counts, before.state, line.state) };
  return { ...order, lines, tallies, counts };
}

/** What a line is while no token is with it. */
export function restingState({ done, isSkipped }: Pick<OrderLineDraft, 'done' | 'isSkipped'>): OrderLineState {
  if (done) return 'done';
  return isSkipped ? 'skipped' : 'open';
}

/** The lines in this state, in the order of the file. `skip`: so many are passed over. */
export function* linesIn(order: Order, state: OrderLineState, skip = 0): Generator<OrderLine> {
  let toSkip = skip;
  for (const [run, tally] of order.tallies.entries()) {
    if (toSkip >= tally[state]) {
      toSkip -= tally[state];
      continue;
    }
    for (const line of linesBetween(order, run * RUN_LENGTH, (run + 1) * RUN_LENGTH)) {
      if (line.state !== state) continue;
      if (toSkip > 0) toSkip--;
      else yield line;
    }
  }
}

export function allLines(order: Order): readonly OrderLine[] {
  return linesBetween(order, 0, order.lineNumbers.length);
}

/** One page. A page behind the last one is the last one. */
export function pageOfLines(
  order: Order,
  filter: OrderFilter,
  wanted: number,
): { readonly page: number; readonly pageCount: number; readonly lines: readonly OrderLine[] } {
  const pageCount = Math.max(1, Math.ceil(order.counts[filter] / LINES_PER_PAGE));
  const page = Math.min(wanted, pageCount - 1);
  const start = page * LINES_PER_PAGE;
  if (filter === 'all') return { page, pageCount, lines: linesBetween(order, start, start + LINES_PER_PAGE) };
  const lines: OrderLine[] = [];
  for (const line of linesIn(order, filter, start)) {
    lines.push(line);
    if (lines.length === LINES_PER_PAGE) break;
  }
  return { page, pageCount, lines };
}

function linesBetween({ lines, lineNumbers }: Order, start: number, end: number): readonly OrderLine[] {
  return lineNumbers.slice(start, end).flatMap((number) => lines.get(number) ?? []);
}

/** Counts anew from the run of this place on. */
function retally(order: Order, from: number): Order {
  const run = Math.floor(from / RUN_LENGTH);
  const tallies = order.tallies.slice(0, run);
  for (let start = run * RUN_LENGTH; start < order.lineNumbers.length; start += RUN_LENGTH) {
    const tally = { ...NO_LINES };
    for (const { state } of linesBetween(order, start, start + RUN_LENGTH)) tally[state]++;
    tallies.push(tally);
  }
  const counts = { ...NO_LINES, all: order.lineNumbers.length };
  for (const tally of tallies) for (const state of STATES) counts[state] += tally[state];
  return { ...order, tallies, counts };
}

const STATES: readonly OrderLineState[] = ['open', 'held', 'stopped', 'skipped', 'done'];

function moveOne(tally: OrderTally, from: OrderLineState, to: OrderLineState): OrderTally {
  return { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 };
}

/** Where a number stands, or would stand. */
function placeOf(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? 0) < number);
}

function ascending(one: number, other: number): number {
  return one - other;
}

import type { Order, OrderLine } from '../orders.ts';
import type { State } from '../state.ts';
import { frameOf, type PaperSurroundings } from './paper-frame.ts';
import { atWords, countWords } from './paper-style.ts';
import type { Manifest, OrderPerson, OrderSheet } from './paper.ts';

/** Chosen: two orders at one bench whose keys begin the same are as good as impossible, and the mark stays short. */
const KEY_LENGTH = 8;

/** What a scanner reads from the sheet to choose a line. */
export function lineMark(orderKey: string, line: number): string {
  return `TSO:${orderKey.slice(0, KEY_LENGTH)}:${line}`;
}

/** The people who have no token yet, each with the mark that chooses them. `null`: nobody is left. */
export function orderSheetOf(state: State, order: Order, surroundings: PaperSurroundings): OrderSheet | null {
  const lines = linesOf(order).filter(({ state: is }) => is !== 'skipped' && is !== 'done');
  if (lines.length === 0) return null;
  return {
    ...frameOf(state, surroundings),
    orderName: order.name,
    openCount: countWords(lines.length, surroundings.style),
    lines: lines.map((line) => ({
      ...personOf(line),
      mark: { symbology: 'code128', text: lineMark(order.key, line.line) },
    })),
  };
}

/** What is shipped, and what is not. `null`: nothing is. */
export function manifestOf(state: State, order: Order, surroundings: PaperSurroundings): Manifest | null {
  const { style } = surroundings;
  const lines = linesOf(order);
  const done = lines.flatMap((line) => {
    const token = doneOf(state, line);
    return token ? [{ ...personOf(line), serialNumber: token.serialNumber, doneAt: atWords(token.atMs, style) }] : [];
  });
  if (done.length === 0) return null;
  const skipped = lines.filter((line) => line.state === 'skipped').map(personOf);
  const open = lines.filter((line) => line.state !== 'skipped' && line.state !== 'done').map(personOf);
  return {
    ...frameOf(state, surroundings),
    orderName: order.name,
    doneCount: countWords(done.length, style),
    skippedCount: countWords(skipped.length, style),
    openCount: countWords(open.length, style),
    done,
    skipped,
    open,
  };
}

function linesOf({ lines, lineNumbers }: Order): readonly OrderLine[] {
  return lineNumbers.flatMap((line) => lines.get(line) ?? []);
}

/** The token that is theirs: issued here, or where the order was before. */
function doneOf(state: State, line: OrderLine): OrderLine['done'] {
  if (line.state !== 'done') return null;
  const item = line.itemId === null ? undefined : state.items.get(line.itemId);
  return item ? { serialNumber: item.serialNumber, atMs: item.changedAtMs } : line.done;
}

function personOf({ line, user, requestNumber, model, note }: OrderLine): OrderPerson {
  return {
    line: String(line),
    personName: user.displayName,
    signInName: user.userPrincipalName,
    requestNumber,
    model,
    note,
  };
}

import { join } from 'node:path';
import type { ItemAction, ItemId } from '../contract/item.ts';
import type { PaperCommand, PaperView } from '../contract/paper.ts';
import type { Result } from '../contract/result.ts';
import { allowedActions } from '../core/allowed-actions.ts';
import type { Event } from '../core/event.ts';
import { findOrder } from '../core/orders.ts';
import { papersDue } from '../core/paper/papers-due.ts';
import type { PaperSurroundings } from '../core/paper/paper-frame.ts';
import { labelOf } from '../core/paper/label-of.ts';
import { manifestOf, orderSheetOf } from '../core/paper/order-papers.ts';
import type { Paper } from '../core/paper/paper.ts';
import { receiptOf } from '../core/paper/receipt-of.ts';
import { shiftReportOf } from '../core/paper/shift-report-of.ts';
import { ok, refuse } from '../core/result.ts';
import type { Item, State } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';
import { writeTemplates } from '../io/paper/site-templates.ts';
import type { Desk, DeskOptions } from './desks.ts';
import { createPrintLine, type PrintJob } from './print-line.ts';
import { readShiftJournal } from './read-shift-journal.ts';
import { systemStyle } from './system-style.ts';

/** Papers: those that somebody asks for, and those that the station prints by itself once a token is issued. */
export function createPaperDesk(options: DeskOptions): Desk<PaperCommand, PaperView> {
  const { state, clock, journal, mode, printer, refresh, settings, dataPath } = options;
  const templatesPath = join(dataPath, 'templates');
  const line = createPrintLine({ ...options, templatesPath });
  let printers: readonly string[] = [];
  let seen: State | null = null;

  function surroundings(): PaperSurroundings {
    return { mode, stationName: settings().stationName, nowMs: clock.nowMs(), style: systemStyle() };
  }

  function add(paper: Paper | null, about: Omit<PrintJob, 'paper'>): Result<null> {
    if (!paper) return refuse('nothing-to-print');
    line.add({ paper, ...about });
    return ok(null);
  }

  function printItem(kind: 'receipt' | 'label', item: Item, byItself: boolean): Result<null> {
    return add(itemPaper(kind, item), { itemId: item.id, byItself });
  }

  function itemPaper(kind: 'receipt' | 'label', item: Item): Paper | null {
    if (kind === 'receipt') {
      const content = receiptOf(state(), item, surroundings());
      return content && { kind, content };
    }
    const content = labelOf(state(), item, surroundings());
    return content && { kind, content };
  }

  function printAsked(kind: 'receipt' | 'label', action: ItemAction, itemId: ItemId): Result<null> {
    const item = state().items.get(itemId);
    if (!item) return refuse('item-gone');
    return allowedActions(item, state()).includes(action)
      ? printItem(kind, item, false)
      : refuse('command-not-allowed');
  }

  function printOrder({ paper, orderId }: Extract<PaperCommand, { kind: 'printOrder' }>): Result<null> {
    const order = findOrder(state().orders, orderId);
    if (!order) return refuse('order-gone');
    if (paper === 'orderSheet') {
      const content = orderSheetOf(state(), order, surroundings());
      return add(content && { kind: paper, content }, { orderId, byItself: false });
    }
    const content = manifestOf(state(), order, surroundings());
    return add(content && { kind: paper, content }, { orderId, byItself: false });
  }

  async function printShiftReport(): Promise<Result<null>> {
    const read = await readShiftJournal(journal);
    if (!read.ok) return read;
    const content = shiftReportOf(state(), read.value, surroundings());
    return add(content && { kind: 'shiftReport', content }, { byItself: false });
  }

  function follow(event: Event): void {
    const [before, now] = [seen, state()];
    seen = now;
    // What the journal held at the start was printed then, or not; it is not printed now.
    if (!before) return;
    for (const { kind, item } of papersDue(before, now, event, settings())) printItem(kind, item, true);
  }

  return {
    view: () => ({ printers, printingCount: line.count(), templatesPath }),
    follow,
    command: async (asked) => {
      switch (asked.kind) {
        case 'printReceipt':
          return printAsked('receipt', asked.kind, asked.itemId);
        case 'printLabel':
          return printAsked('label', asked.kind, asked.itemId);
        case 'printOrder':
          return printOrder(asked);
        case 'printShiftReport':
          return printShiftReport();
        case 'findPrinters':
          printers = await printer.printers();
          refresh();
          return ok(null);
        case 'writeTemplates':
          return writeTemplates(templatesPath);
        default:
          return assertNever(asked);
      }
    },
  };
}

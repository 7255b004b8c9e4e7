import type { ItemId } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import type { OrderId } from '../contract/work-order.ts';
import { fileNameOf } from '../core/paper/file-name.ts';
import type { Paper } from '../core/paper/paper.ts';
import { refuse } from '../core/result.ts';
import { setPaper } from '../io/paper/set-paper.ts';
import type { DeskOptions } from './desks.ts';
import { systemWords } from './system-style.ts';

/** One paper on its way, and what it is about. `byItself`: nobody asked for it just now. */
export type PrintJob = {
  readonly paper: Paper;
  readonly itemId?: ItemId;
  readonly orderId?: OrderId;
  readonly byItself: boolean;
};

export type PrintLine = {
  readonly add: (job: PrintJob) => void;
  /** How many are on their way. */
  readonly count: () => number;
};

type PrintLineOptions = Pick<DeskOptions, 'printer' | 'dispatch' | 'clock' | 'refresh' | 'settings'> & {
  readonly templatesPath: string;
};

/** Papers leave one after the other, in the order in which they came. One that fails is told and holds up no other. */
export function createPrintLine(options: PrintLineOptions): PrintLine {
  const { dispatch, clock, refresh } = options;
  let last: Promise<void> = Promise.resolve();
  let count = 0;

  async function leave(job: PrintJob): Promise<void> {
    const printed = await print(job.paper, options);
    const { itemId, orderId } = job;
    const about = {
      atMs: clock.nowMs(),
      paper: job.paper.kind,
      ...(itemId === undefined ? {} : { itemId }),
      ...(orderId === undefined ? {} : { orderId }),
    };
    count -= 1;
    if (!printed.ok) await dispatch({ kind: 'paperNotPrinted', ...about, problem: printed.problem });
    else {
      const byItself = job.byItself ? { byItself: true } : {};
      await dispatch({ kind: 'paperPrinted', ...about, to: printed.value.to, ...byItself });
    }
  }

  return {
    count: () => count,
    add: (job) => {
      count += 1;
      refresh();
      last = last.then(() => leave(job));
    },
  };
}

async function print(paper: Paper, options: PrintLineOptions): Promise<Result<{ readonly to: string }>> {
  const words = systemWords();
  try {
    const set = await setPaper(paper, words, options.templatesPath);
    if (!set.ok) return set;
    const { labelPrinter, receiptPrinter } = options.settings();
    const printerName = paper.kind === 'label' ? labelPrinter : receiptPrinter;
    return await options.printer.print({ ...set.value, printerName, fileName: fileNameOf(paper, words) });
  } catch (error) {
    return refuse('not-printed', { detail: error instanceof Error ? error.message : String(error) });
  }
}

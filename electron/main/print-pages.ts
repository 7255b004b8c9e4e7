import type { Result } from '../contract/result.ts';
import type { ClockPort, PrintedPage, PrinterPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { savePdf } from '../io/paper/save-pdf.ts';

/** A window that nobody sees, with one page in it. Each call may reject, or never answer. */
export type PaperWindow = {
  readonly load: (html: string) => Promise<void>;
  readonly printerNames: () => Promise<readonly string[]>;
  /** `null`: the system has taken it; else why not. */
  readonly print: (page: PrintedPage) => Promise<string | null>;
  readonly toPdf: (page: PrintedPage) => Promise<Uint8Array>;
  readonly close: () => void;
};

export type PagePrinterOptions = {
  readonly openWindow: () => PaperWindow;
  /** Where PDF files go. */
  readonly folder: string;
  readonly clock: Pick<ClockPort, 'nowMs' | 'at'>;
};

/** Chosen: longer than a network printer takes to answer, so short that a queue goes on behind one that never does. */
const LIMIT_MS = 60_000;

/** Prints one page after the other, each in a window of its own that is gone afterwards, whatever happens. */
export function createPagePrinter({ openWindow, folder, clock }: PagePrinterOptions): PrinterPort {
  let line: Promise<unknown> = Promise.resolve();

  /** Settles at the latest at the limit; what comes after that is nobody's any more. */
  async function inWindow<T>(work: (window: PaperWindow) => Promise<Result<T>>): Promise<Result<T>> {
    let callOff = (): void => undefined;
    const late = new Promise<Result<T>>((reached) => {
      callOff = clock.at(clock.nowMs() + LIMIT_MS, () => {
        reached(refuse('not-printed', { detail: `no answer within ${LIMIT_MS / 1_000} s` }));
      });
    });
    try {
      const window = openWindow();
      try {
        return await Promise.race([work(window), late]);
      } finally {
        window.close();
      }
    } catch (error) {
      return refuse('not-printed', { detail: error instanceof Error ? error.message : String(error) });
    } finally {
      callOff();
    }
  }

  return {
    printers: async () => {
      const found = await inWindow(async (window) => ok(await window.printerNames()));
      return found.ok ? found.value : [];
    },
    print: (page) => {
      const printed = line.then(() =>
        inWindow((window) => (page.printerName === '' ? toFile(window, page, folder) : toPrinter(window, page))),
      );
      line = printed;
      return printed;
    },
  };
}

async function toFile(window: PaperWindow, page: PrintedPage, folder: string): Promise<Result<{ to: string }>> {
  await window.load(page.html);
  const saved = await savePdf(folder, page.fileName, await window.toPdf(page));
  return saved.ok ? ok({ to: saved.value }) : saved;
}

/** The system would print on another one, or fail without a reason, where the printer is not there. */
async function toPrinter(window: PaperWindow, page: PrintedPage): Promise<Result<{ to: string }>> {
  const { printerName } = page;
  if (!(await window.printerNames()).includes(printerName)) return refuse('printer-gone', { detail: printerName });
  await window.load(page.html);
  const reason = await window.print(page);
  return reason === null ? ok({ to: printerName }) : refuse('not-printed', { detail: `${printerName}: ${reason}` });
}

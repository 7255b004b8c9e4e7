import type { PrintedPage, PrinterPort } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';

export type FakePrinter = {
  readonly port: PrinterPort;
  /** In the order in which they came out. */
  readonly pages: readonly PrintedPage[];
  readonly setPrinters: (names: readonly string[]) => void;
  /** The next pages wait until they are let through. */
  readonly hold: () => { readonly release: () => void };
};

/** Printers that can be unplugged and be slow. Without a name, a page goes to a file. */
export function createFakePrinter(...names: readonly string[]): FakePrinter {
  const pages: PrintedPage[] = [];
  let printers = names;
  let gate: Promise<void> = Promise.resolve();
  return {
    port: {
      printers: () => Promise.resolve(printers),
      print: async (page) => {
        await gate;
        const { printerName, fileName } = page;
        if (printerName !== '' && !printers.includes(printerName))
          return refuse('printer-gone', { detail: printerName });
        pages.push(page);
        return ok({ to: printerName === '' ? `/documents/${fileName}.pdf` : printerName });
      },
    },
    pages,
    setPrinters: (next) => {
      printers = next;
    },
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((open) => {
        release = open;
      });
      return { release };
    },
  };
}

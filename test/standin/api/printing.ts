// Printing: a printer that prints to files, and PDF as Electron offers it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpParams } from '../chromium/cdp-types.ts';
import type { Page } from '../chromium/page.ts';
import { hostState } from '../host/host-state.ts';
import { describe, note } from '../host/log.ts';

type Inches = { readonly width: number; readonly height: number };

export interface PdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly scale?: number;
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly pageSize?: string | Inches;
  readonly margins?: {
    readonly top?: number;
    readonly bottom?: number;
    readonly left?: number;
    readonly right?: number;
  };
}
export interface PrintOptions {
  readonly deviceName?: string;
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly silent?: boolean;
}
export type PrintCallback = (success: boolean, failureReason: string) => void;

// Source: Electron 45 documentation, printToPDF: sizes in inches, Letter and 1 cm of margin by default.
const PAPER: Readonly<Record<string, Inches>> = {
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Legal: { width: 8.5, height: 14 },
  Letter: { width: 8.5, height: 11 },
  Tabloid: { width: 11, height: 17 },
  Ledger: { width: 17, height: 11 },
};

function paperOf(pageSize: string | Inches): Inches {
  const paper = typeof pageSize === 'string' ? PAPER[pageSize] : pageSize;
  if (!paper) throw new Error(`Invalid pageSize ${JSON.stringify(pageSize)}`);
  return paper;
}

/** Chromium's words for Electron's options. */
export function pdfParams(options: PdfOptions): CdpParams<'Page.printToPDF'> {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const paper = paperOf(pageSize);
  const sides = Object.entries(margins).map(([side, inches]) => [
    `margin${side.charAt(0).toUpperCase()}${side.slice(1)}`,
    inches,
  ]);
  return { ...same, paperWidth: paper.width, paperHeight: paper.height, ...Object.fromEntries(sides) };
}

const PRINTER = { name: 'stand-in', displayName: 'Stand-in', description: 'Prints to files', options: {} };
let printed = 0;

/** The printers of this machine: one, or none with STANDIN_PRINTER=none. */
export function printers(): readonly (typeof PRINTER)[] {
  return process.env['STANDIN_PRINTER'] === 'none' ? [] : [PRINTER];
}

// The folder standin-printed/ in the app's data folder holds what was printed.
async function printToFile(page: Page, { landscape = false, printBackground = false }: PrintOptions): Promise<void> {
  const pdf = await page.printToPdf(pdfParams({ landscape, printBackground, preferCSSPageSize: true }));
  const folder = join(hostState.userData, 'standin-printed');
  const file = join(folder, `${++printed}.pdf`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, pdf);
  note('printed', file);
}

/** Prints the page and tells how it went; the reasons are Electron's words. */
export async function printPage(page: Page, options: PrintOptions, callback: PrintCallback): Promise<void> {
  const [printer] = printers();
  if (!printer) return callback(false, 'No printers available on the network');
  if (options.deviceName && options.deviceName !== printer.name) return callback(false, 'Invalid deviceName provided');
  try {
    await printToFile(page, options);
  } catch (error) {
    return callback(false, describe(error));
  }
  return callback(true, '');
}

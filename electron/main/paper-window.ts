import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import type { PrintedPage } from '../core/ports.ts';
import { APP_SCHEME } from './app-origin.ts';
import { guardPaperSession, PAPER_POLICY } from './guards.ts';
import type { PaperWindow } from './print-pages.ts';

/** Not the window's own: nothing of a page may pass for it. */
const PAPER_ORIGIN = `${APP_SCHEME}://paper`;

/** Kept in memory alone, as its name has no `persist:`. */
const PARTITION = 'paper';

/** Source: Electron, webContents.print: sizes in microns; printToPDF: in inches. */
const MICRONS_PER_MM = 1_000;
const MM_PER_INCH = 25.4;

/**
 * Opens windows for pages to be printed, after `ready`. A page is served from memory under an address of its own, because an
 * address that holds the page itself (`data:`) may not be longer than 2 MB, and a long order is.
 */
export function createPaperWindows(): () => PaperWindow {
  const pages = new Map<string, string>();
  const paper = session.fromPartition(PARTITION);
  guardPaperSession(paper, PAPER_ORIGIN);
  paper.protocol.handle(APP_SCHEME, ({ url }) => servePage(pages.get(url)));
  return () => openPaperWindow(paper, pages);
}

function servePage(html: string | undefined): Response {
  if (html === undefined) return new Response('Not found', { status: 404 });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAPER_POLICY };
  return new Response(html, { headers });
}

function openPaperWindow(paper: Session, pages: Map<string, string>): PaperWindow {
  const url = `${PAPER_ORIGIN}/${randomUUID()}`;
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: paper,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    },
  });
  return {
    load: async (html) => {
      pages.set(url, html);
      await window.loadURL(url);
    },
    printerNames: async () => (await window.webContents.getPrintersAsync()).map(({ name }) => name),
    print: (page) => print(window, page),
    toPdf: ({ widthMm, heightMm }) =>
      window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        pageSize: { width: widthMm / MM_PER_INCH, height: heightMm / MM_PER_INCH },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      }),
    close: () => {
      pages.delete(url);
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

function print(
  { webContents }: BrowserWindow,
  { printerName, widthMm, heightMm }: PrintedPage,
): Promise<string | null> {
  return new Promise((settle) => {
    webContents.print(
      {
        silent: true,
        deviceName: printerName,
        printBackground: true,
        // With the printer's own margins the page would be made smaller to fit between them, bar codes and all.
        margins: { marginType: 'none' },
        pageSize: { width: Math.round(widthMm * MICRONS_PER_MM), height: Math.round(heightMm * MICRONS_PER_MM) },
      },
      (isPrinted, reason) => {
        settle(isPrinted ? null : reason);
      },
    );
  });
}

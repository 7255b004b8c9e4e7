import type { ReaderKey } from '../contract/reader.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import type { ClockPort, RawReport, ReaderInfo } from '../core/ports.ts';
import { addEcho, isEcho, type Echo } from '../core/scan-echo.ts';
import type { ReportNote } from '../core/scan-report-note.ts';
import { readTypedText } from '../core/scan-typed-text.ts';
import { heardFrom, type HeardScan, type LaneParts, type ReaderLane } from './heard-scan.ts';
import { createKeyLane } from './key-lane.ts';
import { createReportLane } from './report-lane.ts';

export type ScanLineOptions = {
  readonly clock: ClockPort;
  readonly siteRules: () => readonly SiteRule[];
  /** Told of each scan, from within `read` or from a timer. */
  readonly onScan: (heard: HeardScan) => void;
};

/** From readers' raw reports to scans, with a lane for each reader. */
export type ScanLine = {
  readonly attach: (reader: ReaderInfo) => void;
  /** Tells what was held back. What was half scanned when the cable went is dropped with it. */
  readonly detach: (readerKey: ReaderKey) => void;
  readonly read: (report: RawReport) => void;
  /** What the window heard from a reader in keyboard mode; `null`: a reader that is read directly gave the same scan. */
  readonly hearTyped: (text: string, atMs: number) => HeardScan | null;
  /** Says from now on what each report holds, or stops saying it. */
  readonly watch: (onReport: ((note: ReportNote) => void) | null) => void;
  /** Tells what was held back and calls off every timer. */
  readonly stop: () => void;
};

const WEDGE = { readerKey: 'keyboard-wedge', name: '' };

export function createScanLine({ clock, siteRules, onScan }: ScanLineOptions): ScanLine {
  const lanes = new Map<ReaderKey, ReaderLane>();
  let watcher: ((note: ReportNote) => void) | null = null;
  let typedByReaders: readonly Echo[] = [];
  let typedInWindow: readonly Echo[] = [];
  const parts: LaneParts = { clock, siteRules, onScan, watcher: () => watcher };

  function isHeardAlready(text: string, atMs: number): boolean {
    typedByReaders = addEcho(typedByReaders, text, atMs);
    return isEcho(typedInWindow, text, atMs);
  }

  function close(readerKey: ReaderKey): void {
    lanes.get(readerKey)?.close();
    lanes.delete(readerKey);
  }

  return {
    attach: (reader) => {
      const { readerKey, layout } = reader;
      close(readerKey);
      const lane =
        layout === 'keys'
          ? createKeyLane(reader, { ...parts, isHeardAlready })
          : createReportLane(reader, layout, parts);
      lanes.set(readerKey, lane);
    },
    detach: close,
    read: (report) => lanes.get(report.readerKey)?.read(report),
    hearTyped: (text, atMs) => {
      if (isEcho(typedByReaders, text, atMs)) return null;
      typedInWindow = addEcho(typedInWindow, text, atMs);
      return heardFrom(WEDGE, atMs, text, readTypedText(text, siteRules()));
    },
    watch: (onReport) => {
      watcher = onReport;
      for (const lane of lanes.values()) lane.forgetNotes();
    },
    stop: () => {
      for (const readerKey of lanes.keys()) close(readerKey);
    },
  };
}

import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import type { ClockPort, RawReport, ReaderInfo } from '../core/ports.ts';
import type { ScanMeaning } from '../core/scan-grammar.ts';
import { keepRaw, type ReportNote } from '../core/scan-report-note.ts';

/** What came of a reader's reports. */
export type HeardScan = { readonly readerKey: ReaderKey; readonly readerName: string; readonly atMs: number } & (
  | {
      readonly kind: 'scan';
      /** One character a byte, and no suffix taken off; where not all of it may be kept, what the meaning keeps of it. */
      readonly rawText: string;
      readonly meaning: ScanMeaning;
    }
  /** A report could not be read, or the rest of a scan never came. */
  | { readonly kind: 'trouble'; readonly problem: Problem }
);

/** One reader between its plugging and its pulling. */
export type ReaderLane = {
  readonly read: (report: RawReport) => void;
  /** Tells what was held back; what was half scanned is dropped. */
  readonly close: () => void;
  /** Somebody begins to look at the reports, or has stopped: what came before is no business of theirs. */
  readonly forgetNotes: () => void;
};

/** What a lane needs from the line that it belongs to. */
export type LaneParts = {
  readonly clock: ClockPort;
  readonly siteRules: () => readonly SiteRule[];
  readonly onScan: (heard: HeardScan) => void;
  /** Whoever looks at the reports now, or `null`. */
  readonly watcher: () => ((note: ReportNote) => void) | null;
};

type By = Pick<ReaderInfo, 'readerKey' | 'name'>;

export function heardFrom({ readerKey, name }: By, atMs: number, rawText: string, meaning: ScanMeaning): HeardScan {
  return { kind: 'scan', readerKey, readerName: name, atMs, rawText: keepRaw(rawText, meaning), meaning };
}

export function troubleFrom({ readerKey, name }: By, atMs: number, problem: Problem): HeardScan {
  return { kind: 'trouble', readerKey, readerName: name, atMs, problem };
}

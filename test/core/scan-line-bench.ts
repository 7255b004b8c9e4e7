import type { SiteRule } from '../../electron/contract/site-rule.ts';
import type { ReportNote } from '../../electron/core/scan-report-note.ts';
import type { HeardScan } from '../../electron/main/heard-scan.ts';
import { createScanLine, type ScanLine } from '../../electron/main/scan-line.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';

export const START_MS = 1_700_000_000_000;

/** A scan line whose clock is moved by hand, and all that it says. */
export type LineBench = HandClock & {
  readonly line: ScanLine;
  readonly heard: HeardScan[];
  readonly notes: ReportNote[];
  readonly watch: () => void;
};

export function createLineBench(siteRules: readonly SiteRule[] = []): LineBench {
  const hand = createHandClock(START_MS);
  const heard: HeardScan[] = [];
  const notes: ReportNote[] = [];
  const line = createScanLine({
    clock: hand.clock,
    siteRules: () => siteRules,
    onScan: (scan) => {
      heard.push(scan);
    },
  });
  const watch = (): void => line.watch((note) => void notes.push(note));
  return { ...hand, line, heard, notes, watch };
}

import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import { decodeReport, describeReport, isScannerAnswer, isScanReport } from '../core/hid-report.ts';
import {
  LONGEST_KEY_PAUSE_MS,
  NOTHING_TYPED,
  readKeyReport,
  restTyping,
  type HalfTyping,
  type Typing,
} from '../core/keyboard-report.ts';
import type { ClockPort, RawReport, ReaderInfo } from '../core/ports.ts';
import type { ReportLayout } from '../core/report-layout.ts';
import { assembleScan, breakHalf, type HalfScan } from '../core/scan-assembler.ts';
import { addEcho, isEcho, type Echo } from '../core/scan-echo.ts';
import { readScan, type ScanMeaning } from '../core/scan-grammar.ts';
import {
  isHarmless,
  keepRaw,
  mayShowBytes,
  noteOf,
  type PendingNote,
  type ReportNote,
} from '../core/scan-report-note.ts';
import { readTypedText } from '../core/scan-typed-text.ts';
import { flushView, lookAt, NOTHING_IN_VIEW, type Look, type ScanView } from '../core/scan-view.ts';

export type { ReportNote } from '../core/scan-report-note.ts';

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

export type ScanLineOptions = {
  readonly clock: ClockPort;
  readonly siteRules: () => readonly SiteRule[];
  /** Told of each scan, from within `read` or from a timer. */
  readonly onScan: (heard: HeardScan) => void;
};

/** From a reader's raw reports to scans, with one half-finished scan and one view per reader. */
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

type Lane = {
  readonly reader: ReaderInfo;
  half: HalfScan | null;
  typing: HalfTyping;
  view: ScanView<HeardScan>;
  notes: readonly PendingNote[];
  flushAtMs: number | null;
  cancelFlush: () => void;
  cancelRest: (() => void) | null;
};

const WEDGE = { readerKey: 'keyboard-wedge', readerName: '' };

/** Chosen: four times the reports of the longest scan that is kept. */
const MOST_NOTES = 128;

/**
 * A timer that is late says that the computer was busy, and that key reports may wait behind it: half a scan would be
 * another token's serial number. They get once more time.
 * Chosen: timers are commonly up to 16 ms late; and reading what waits takes less than a few milliseconds.
 */
const LATE_TIMER_MS = 25;
const KEYS_UNDER_WAY_MS = 50;

export function createScanLine({ clock, siteRules, onScan }: ScanLineOptions): ScanLine {
  const lanes = new Map<ReaderKey, Lane>();
  let onReport: ((note: ReportNote) => void) | null = null;
  let typedByReaders: readonly Echo[] = [];
  let typedInWindow: readonly Echo[] = [];

  function settle(lane: Lane, { view, told, heldUntilMs }: Look<HeardScan>): void {
    lane.view = view;
    if (heldUntilMs !== lane.flushAtMs) setFlush(lane, heldUntilMs);
    for (const heard of told) onScan(heard);
  }

  function setFlush(lane: Lane, atMs: number | null): void {
    lane.cancelFlush();
    lane.flushAtMs = atMs;
    if (atMs === null) return;
    lane.cancelFlush = clock.at(atMs, () => {
      lane.flushAtMs = null;
      settle(lane, flushView(lane.view, Math.max(atMs, clock.nowMs())));
    });
  }

  function close(lane: Lane): void {
    settle(lane, flushView(lane.view, Infinity));
    lane.cancelRest?.();
    sayNotes(lane, false);
    lanes.delete(lane.reader.readerKey);
  }

  function tellTrouble({ reader }: Lane, atMs: number, problem: Problem): void {
    onScan({ kind: 'trouble', readerKey: reader.readerKey, readerName: reader.name, atMs, problem });
  }

  function heardFrom({ reader }: Lane, atMs: number, rawText: string, meaning: ScanMeaning): HeardScan {
    const { readerKey, name: readerName } = reader;
    return { kind: 'scan', readerKey, readerName, atMs, rawText: keepRaw(rawText, meaning), meaning };
  }

  /** Bytes that were waiting for the end of their scan. */
  function sayNotes(lane: Lane, isShown: boolean): void {
    const { notes } = lane;
    lane.notes = [];
    for (const note of notes) onReport?.(noteOf(note, isShown));
  }

  function readReport(lane: Lane, layout: ReportLayout, report: RawReport): void {
    const { bytes, atMs } = report;
    if (!isScanReport(layout, bytes)) {
      // Nobody knows what a device says under another id.
      onReport?.(noteOf({ report, fields: null }, false));
      return;
    }
    const frame = decodeReport(layout, bytes);
    if (!frame.ok) {
      const isShown = lane.half === null && isHarmless(report);
      sayNotes(lane, false);
      onReport?.(noteOf({ report, fields: null }, isShown, frame.problem));
      // What follows of a broken scan is no scan of its own: it is let go with it.
      lane.half = lane.half && breakHalf(lane.half, atMs);
      tellTrouble(lane, atMs, frame.problem);
      return;
    }
    // The half of a scan that it comes in the middle of goes on after it.
    if (isScannerAnswer(frame.value)) {
      onReport?.(noteOf({ report, fields: describeReport(layout, bytes) }, isHarmless(report)));
      return;
    }
    if (onReport) lane.notes = [...lane.notes, { report, fields: describeReport(layout, bytes) }];
    const assembly = assembleScan(lane.half, frame.value, atMs);
    if (assembly.kind === 'more') {
      lane.half = assembly.half;
      if (lane.notes.length >= MOST_NOTES) sayNotes(lane, false);
      return;
    }
    lane.half = null;
    const { scan, droppedHalf } = assembly;
    if (droppedHalf) tellTrouble(lane, atMs, { code: 'report-unfinished' });
    const meaning = readScan(scan, siteRules());
    if (onReport) sayNotes(lane, !droppedHalf && mayShowBytes(scan.text, meaning));
    const heard = heardFrom(lane, atMs, scan.text, meaning);
    settle(lane, lookAt(lane.view, { scan: heard, text: scan.overflow ? null : scan.text, meaning }, atMs));
  }

  function readKeys(lane: Lane, report: RawReport): void {
    const { bytes, atMs } = report;
    const typing = readKeyReport(lane.typing, bytes, atMs);
    const problem: Problem | null = typing ? null : { code: 'report-malformed', detail: `${bytes.length} bytes` };
    // What is typed may be a secret, key by key.
    onReport?.(noteOf({ report, fields: null }, false, problem));
    if (typing) takeTyped(lane, typing, atMs);
    else if (problem) tellTrouble(lane, atMs, problem);
  }

  function takeTyped(lane: Lane, { half, typed }: Typing, atMs: number): void {
    lane.typing = half;
    if (half.text !== '' && lane.cancelRest === null) setRest(lane, half.lastAtMs + LONGEST_KEY_PAUSE_MS, false);
    for (const text of typed) {
      typedByReaders = addEcho(typedByReaders, text, atMs);
      if (isEcho(typedInWindow, text, atMs)) continue;
      const meaning = readTypedText(text, siteRules());
      settle(lane, lookAt(lane.view, { scan: heardFrom(lane, atMs, text, meaning), text, meaning }, atMs));
    }
  }

  /** One timer a label: it looks again where more keys have come. */
  function setRest(lane: Lane, dueMs: number, isPutOff: boolean): void {
    lane.cancelRest = clock.at(dueMs, () => {
      lane.cancelRest = null;
      const nowMs = Math.max(dueMs, clock.nowMs());
      if (!isPutOff && nowMs - dueMs > LATE_TIMER_MS) setRest(lane, nowMs + KEYS_UNDER_WAY_MS, true);
      else takeTyped(lane, restTyping(lane.typing, nowMs), nowMs);
    });
  }

  return {
    attach: (reader) => {
      const before = lanes.get(reader.readerKey);
      if (before) close(before);
      lanes.set(reader.readerKey, {
        reader,
        half: null,
        typing: NOTHING_TYPED,
        view: NOTHING_IN_VIEW,
        notes: [],
        flushAtMs: null,
        cancelFlush: () => undefined,
        cancelRest: null,
      });
    },
    detach: (readerKey) => {
      const lane = lanes.get(readerKey);
      if (lane) close(lane);
    },
    read: (report) => {
      const lane = lanes.get(report.readerKey);
      if (!lane) return;
      const { layout } = lane.reader;
      if (layout === 'keys') readKeys(lane, report);
      else readReport(lane, layout, report);
    },
    hearTyped: (text, atMs) => {
      if (isEcho(typedByReaders, text, atMs)) return null;
      typedInWindow = addEcho(typedInWindow, text, atMs);
      const meaning = readTypedText(text, siteRules());
      return { kind: 'scan', ...WEDGE, atMs, rawText: keepRaw(text, meaning), meaning };
    },
    watch: (listener) => {
      onReport = listener;
      for (const lane of lanes.values()) lane.notes = [];
    },
    stop: () => {
      for (const lane of lanes.values()) close(lane);
    },
  };
}

import { decodeReport, describeReport, isScannerAnswer, isScanReport } from '../core/hid-report.ts';
import type { RawReport, ReaderInfo } from '../core/ports.ts';
import type { ReportLayout } from '../core/report-layout.ts';
import { assembleScan, breakHalf, type HalfScan, type Scan } from '../core/scan-assembler.ts';
import { readScan } from '../core/scan-grammar.ts';
import { isHarmless, mayShowBytes, noteOf, type PendingNote } from '../core/scan-report-note.ts';
import { heardFrom, troubleFrom, type LaneParts, type ReaderLane } from './heard-scan.ts';
import { createLaneView } from './lane-view.ts';

/** Chosen: four times the reports of the longest scan that is kept. */
const MOST_NOTES = 128;

/** A reader whose reports hold text, with its half-finished scan. */
export function createReportLane(reader: ReaderInfo, layout: ReportLayout, parts: LaneParts): ReaderLane {
  const { clock, siteRules, onScan, watcher } = parts;
  const view = createLaneView(clock, onScan);
  let half: HalfScan | null = null;
  let notes: readonly PendingNote[] = [];

  /** Bytes that were waiting for the end of their scan. */
  function sayNotes(isShown: boolean): void {
    const waiting = notes;
    notes = [];
    const tell = watcher();
    if (tell) for (const note of waiting) tell(noteOf(note, isShown));
  }

  function refuseReport(report: RawReport, problem: Parameters<typeof troubleFrom>[2]): void {
    const isShown = half === null && isHarmless(report);
    sayNotes(false);
    watcher()?.(noteOf({ report, fields: null }, isShown, problem));
    // What follows of a broken scan is no scan of its own: it is let go with it.
    half = half && breakHalf(half, report.atMs);
    onScan(troubleFrom(reader, report.atMs, problem));
  }

  function takeScan(scan: Scan, droppedHalf: boolean, atMs: number): void {
    if (droppedHalf) onScan(troubleFrom(reader, atMs, { code: 'report-unfinished' }));
    const meaning = readScan(scan, siteRules());
    if (notes.length > 0) sayNotes(!droppedHalf && mayShowBytes(scan.text, meaning));
    const heard = heardFrom(reader, atMs, scan.text, meaning);
    view.look({ scan: heard, text: scan.overflow ? null : scan.text, meaning }, atMs);
  }

  function read(report: RawReport): void {
    const { bytes, atMs } = report;
    const tell = watcher();
    // Nobody knows what a device says under another id.
    if (!isScanReport(layout, bytes)) return tell?.(noteOf({ report, fields: null }, false));
    const frame = decodeReport(layout, bytes);
    if (!frame.ok) return refuseReport(report, frame.problem);
    // The half of a scan that it comes in the middle of goes on after it.
    if (isScannerAnswer(frame.value))
      return tell?.(noteOf({ report, fields: describeReport(layout, bytes) }, isHarmless(report)));
    if (tell) notes = [...notes, { report, fields: describeReport(layout, bytes) }];
    const assembly = assembleScan(half, frame.value, atMs);
    half = assembly.kind === 'more' ? assembly.half : null;
    if (assembly.kind === 'whole') takeScan(assembly.scan, assembly.droppedHalf, atMs);
    else if (notes.length >= MOST_NOTES) sayNotes(false);
  }

  return {
    read,
    close: () => {
      view.flush();
      sayNotes(false);
    },
    forgetNotes: () => {
      notes = [];
    },
  };
}

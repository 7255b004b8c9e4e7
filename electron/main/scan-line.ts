import type { Event } from '../core/event.ts';
import { decodeReport, isScannerAnswer, isScanReport } from '../core/hid-report.ts';
import type { RawReport, ReaderInfo } from '../core/ports.ts';
import { assembleScan, type HalfScan } from '../core/scan-assembler.ts';
import { readScan, scanEvent } from '../core/scan-grammar.ts';

/** From a reader's raw reports to events, with one half-finished scan per reader. */
export type ScanLine = {
  readonly attach: (reader: ReaderInfo) => void;
  /** What was half scanned when the cable went is dropped with it. */
  readonly detach: (readerKey: string) => void;
  /** The events of one report: none while a scan is not whole. */
  readonly read: (report: RawReport) => readonly Event[];
};

type Lane = { readonly reader: ReaderInfo; half: HalfScan | null };

export function createScanLine(): ScanLine {
  const lanes = new Map<string, Lane>();

  return {
    attach: (reader) => {
      lanes.set(reader.readerKey, { reader, half: null });
    },
    detach: (readerKey) => {
      lanes.delete(readerKey);
    },
    read: ({ readerKey, bytes, atMs }) => {
      const lane = lanes.get(readerKey);
      // A device also sends reports that are no scans, under other report ids.
      if (!lane || !isScanReport(lane.reader.layout, bytes)) return [];
      const by = { readerKey, readerName: lane.reader.name, atMs };
      const frame = decodeReport(lane.reader.layout, bytes);
      if (!frame.ok) {
        // What follows of a broken scan is no scan of its own: it is let go with it.
        lane.half = lane.half && { ...lane.half, bytes: new Uint8Array(0), overflow: true, lastAtMs: atMs };
        return [{ kind: 'scanRefused', atMs, readerKey, problem: frame.problem, shownText: '' }];
      }
      // The half of a scan that it comes in the middle of goes on after it.
      if (isScannerAnswer(frame.value)) return [];
      const assembly = assembleScan(lane.half, frame.value, atMs);
      if (assembly.kind === 'more') {
        lane.half = assembly.half;
        return [];
      }
      lane.half = null;
      const scanned = scanEvent(readScan(assembly.scan), by);
      if (!assembly.droppedHalf) return [scanned];
      return [{ kind: 'scanRefused', atMs, readerKey, problem: { code: 'report-unfinished' }, shownText: '' }, scanned];
    },
  };
}

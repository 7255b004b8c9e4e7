import { decodeReport } from '../../electron/core/hid-report.ts';
import type { RawReport, ReaderInfo } from '../../electron/core/ports.ts';
import { assembleScan, type HalfScan } from '../../electron/core/scan-assembler.ts';

/** The whole scans in a row of one reader's reports, byte by byte and before anything is read into them. */
export function joinScans(reader: ReaderInfo, reports: readonly RawReport[]): readonly string[] {
  const scans: string[] = [];
  let half: HalfScan | null = null;
  for (const { readerKey, bytes, atMs } of reports) {
    if (readerKey !== reader.readerKey || reader.layout === 'keys') continue;
    const frame = decodeReport(reader.layout, bytes);
    if (!frame.ok) throw new Error(frame.problem.detail);
    const assembly = assembleScan(half, frame.value, atMs);
    half = assembly.kind === 'more' ? assembly.half : null;
    if (assembly.kind === 'whole') scans.push(assembly.scan.text);
  }
  return scans;
}

import { decodeReport } from '../../electron/core/hid-report.ts';
import { assembleScan, type HalfScan } from '../../electron/core/scan-assembler.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import { readerInfo } from '../core/corpus-vector.ts';
import { percentile, round } from './measure.ts';
import { createWebHidPeer } from './peers/webhid.ts';
import { makeStream, STREAM_SCANNER } from './readers-stream.ts';

export type Cost = {
  readonly what: string;
  readonly batches: number;
  readonly 'median µs': number;
  readonly 'p95 µs': number;
};

const BATCHES = 300;
const WARM_UP = 30;

/** The reports of one reader, in one batch: a thousand scans. */
const { reports } = makeStream({ scansPerSecond: 20, seconds: 50, loseEvery: 0 });
const batch = reports.filter(({ readerKey }) => readerKey === 'R1');

/** Microseconds per report, over batches of the same reports. The real clock is taken before any peer takes it over. */
export async function measureCosts(): Promise<readonly Cost[]> {
  const clock = performance.now.bind(performance);
  const { layout, ...reader } = readerInfo('R1', STREAM_SCANNER);
  const line = createScanLine();
  line.attach({ ...reader, layout });

  const rows = [
    time('Token Station: reports to events, the rules included', clock, () => {
      for (const report of batch) line.read(report);
    }),
    time('Token Station: reports to texts', clock, () => {
      let half: HalfScan | null = null;
      for (const { bytes, atMs } of batch) {
        const frame = decodeReport(layout, bytes);
        if (!frame.ok) throw new Error(frame.problem.detail ?? frame.problem.code);
        const assembly = assembleScan(half, frame.value, atMs);
        half = assembly.kind === 'more' ? assembly.half : null;
        if (assembly.kind === 'whole') String.fromCharCode(...assembly.scan.bytes);
      }
    }),
  ];

  const peer = await createWebHidPeer(['R1'], 'one for all');
  rows.push(
    // Its log of every bar code is silenced, and its timers cost next to nothing here: both are in its favour.
    time('webhid-barcode-scanner 1.2.2: reports to bar codes', clock, () => {
      for (const report of batch) {
        peer.read(report);
        peer.settle();
      }
    }),
  );
  peer.close();
  return rows;
}

function time(what: string, clock: () => number, run: () => void): Cost {
  const series: number[] = [];
  for (let index = -WARM_UP; index < BATCHES; index++) {
    const startedMs = clock();
    run();
    if (index >= 0) series.push(((clock() - startedMs) * 1_000) / batch.length);
  }
  return {
    what,
    batches: BATCHES,
    'median µs': round(percentile(series, 0.5)),
    'p95 µs': round(percentile(series, 0.95)),
  };
}

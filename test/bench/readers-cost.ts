import { decodeReport } from '../../electron/core/hid-report.ts';
import { assembleScan, type HalfScan } from '../../electron/core/scan-assembler.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import { readerInfo } from '../core/corpus-vector.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { percentile, round } from './measure.ts';
import { createWebHidPeer, type PeerScan } from './peers/webhid.ts';
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
  const reader = readerInfo('R1', STREAM_SCANNER);
  const { layout } = reader;
  if (layout === 'keys') throw new Error('The stream is of reports with a layout.');
  let taken = 0;
  const line = createScanLine({
    clock: createHandClock().clock,
    siteRules: () => [],
    onScan: () => {
      taken += 1;
    },
  });
  line.attach(reader);

  const peer = await createWebHidPeer(['R1'], 'one for all');
  const readByPeer = (): readonly PeerScan[] => {
    for (const report of batch) {
      peer.read(report);
      peer.settle();
    }
    return peer.handOver();
  };

  const costs = time(clock, {
    'Token Station: reports to serial numbers, the rules and the view included': () => {
      for (const report of batch) line.read(report);
    },
    'Token Station: reports to texts': () => {
      let half: HalfScan | null = null;
      for (const { bytes, atMs } of batch) {
        const frame = decodeReport(layout, bytes);
        if (!frame.ok) throw new Error(frame.problem.detail ?? frame.problem.code);
        const assembly = assembleScan(half, frame.value, atMs);
        half = assembly.kind === 'more' ? assembly.half : null;
        // Read once, so that the text is there and not only put together.
        if (assembly.kind === 'whole' && assembly.scan.text.charCodeAt(0) > 0) taken += 1;
      }
    },
    // Its log of every bar code is silenced, and its timers cost next to nothing here: both are in its favour.
    'webhid-barcode-scanner 1.2.2: reports to bar codes': () => {
      taken += readByPeer().length;
    },
    'webhid-barcode-scanner 1.2.2: reports to serial numbers, our rules behind it': () => {
      for (const { text, aimId } of readByPeer()) if (readScanText(text, aimId).kind === 'serialNumber') taken += 1;
    },
  });
  peer.close();
  if (taken === 0) throw new Error('Nothing was read.');
  return costs;
}

/** All take turns, batch by batch: a computer that is busy for a moment is so for each of them. */
function time(clock: () => number, runs: Readonly<Record<string, () => void>>): readonly Cost[] {
  const series = new Map<string, number[]>(Object.keys(runs).map((what) => [what, []]));
  for (let index = -WARM_UP; index < BATCHES; index++) {
    for (const [what, run] of Object.entries(runs)) {
      const startedMs = clock();
      run();
      if (index >= 0) series.get(what)?.push(((clock() - startedMs) * 1_000) / batch.length);
    }
  }
  return [...series].map(([what, costs]) => ({
    what,
    batches: BATCHES,
    'median µs': round(percentile(costs, 0.5)),
    'p95 µs': round(percentile(costs, 0.95)),
  }));
}

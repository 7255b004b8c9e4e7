import type { RawReport } from '../../electron/core/ports.ts';
import { writeReports } from '../core/corpus-scanners.ts';
import { hearReports, readerInfo } from '../core/corpus-vector.ts';
import { createWebHidPeer, type WebHidSetUp } from './peers/webhid.ts';

/** Layout A with AIM, so that all of them can read it. */
export const STREAM_SCANNER = 'layout A';
export const STREAM_READERS = ['R1', 'R2', 'R3', 'R4'];

export type StreamPlan = {
  readonly scansPerSecond: number;
  readonly seconds: number;
  /** Every how manieth report never arrives; 0: all arrive. */
  readonly loseEvery: number;
};

type Stream = {
  readonly reports: readonly RawReport[];
  /** All scans but those of which a report was lost. */
  readonly expected: ReadonlySet<string>;
};

export type StreamCount = { readonly lost: number; readonly merged: number; readonly doubled: number };

/** Between the reports of one scan: enough for those of other readers to come in between. */
const STEP_MS = 3;
const LABEL = /R\d-\d{5}/g;

/** Every reader scans at this pace, each a little after the other; labels take one, two or three reports in turns. */
export function makeStream({ scansPerSecond, seconds, loseEvery }: StreamPlan): Stream {
  const everyMs = 1_000 / scansPerSecond;
  const lost = new Set<string>();
  const reports = STREAM_READERS.flatMap((readerKey, reader) =>
    Array.from({ length: scansPerSecond * seconds }, (_, scan) => {
      const label = `${readerKey}-${String(scan).padStart(5, '0')}`;
      const text = `S/N: ${label}`.padEnd([20, 20, 70, 130][(scan + reader) % 4] ?? 20);
      const atMs = scan * everyMs + (reader * everyMs) / STREAM_READERS.length;
      return writeReports(STREAM_SCANNER, text, ']C0').map((bytes, index) => ({
        label,
        report: { readerKey, bytes, atMs: atMs + index * STEP_MS },
      }));
    }).flat(),
  ).toSorted((one, other) => one.report.atMs - other.report.atMs);
  const arrived = reports.filter(({ label }, index) => {
    const isLost = loseEvery > 0 && index % loseEvery === loseEvery - 1;
    if (isLost) lost.add(label);
    return !isLost;
  });
  const whole = reports.map(({ label }) => label).filter((label) => !lost.has(label));
  return { reports: arrived.map(({ report }) => report), expected: new Set(whole) };
}

export function streamThroughOurs({ reports, expected }: Stream): StreamCount {
  const readers = STREAM_READERS.map((key) => readerInfo(key, STREAM_SCANNER));
  const texts = hearReports(readers, reports).flatMap((heard) =>
    heard.kind === 'scan' && heard.meaning.kind === 'serialNumber' ? [heard.meaning.scannedText] : [],
  );
  return countTexts(texts, expected);
}

export async function streamThroughWebHid({ reports, expected }: Stream, setUp: WebHidSetUp): Promise<StreamCount> {
  const peer = await createWebHidPeer(STREAM_READERS, setUp);
  for (const report of reports) {
    peer.read(report);
    peer.settle();
  }
  peer.close();
  return countTexts(
    peer.taken.map(({ text }) => text),
    expected,
  );
}

/** `lost`: never came alone. `merged`: texts that hold more than one label. `doubled`: came more than once. */
function countTexts(texts: readonly string[], expected: ReadonlySet<string>): StreamCount {
  const alone = new Map<string, number>();
  let merged = 0;
  for (const text of texts) {
    const labels = new Set(text.match(LABEL));
    const [label] = labels;
    if (labels.size > 1) merged += 1;
    else if (label !== undefined) alone.set(label, (alone.get(label) ?? 0) + 1);
  }
  return {
    lost: [...expected].filter((label) => !alone.has(label)).length,
    merged,
    doubled: [...alone.values()].filter((times) => times > 1).length,
  };
}

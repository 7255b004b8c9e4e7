import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeReport } from '../../electron/core/hid-report.ts';
import { assembleScan, type HalfScan } from '../../electron/core/scan-assembler.ts';
import { placesOf, writeReports } from './corpus-scanners.ts';
import { hearReports, readerInfo } from './corpus-vector.ts';

/** All those that can say that a scan goes on. */
const SCANNERS = ['layout A', 'layout B', 'descriptor pos-61-uncounted', 'descriptor pos-no-report-id'];
const READERS = ['left', 'right', 'third', 'fourth'];
const AIM = ']C0';
const PAUSE_MS = 301;

type Sent = { readonly reader: string; readonly scan: number; readonly bytes: Uint8Array };
type Lane = { readonly reader: string; readonly scanner: string; readonly scans: readonly (readonly Uint8Array[])[] };

/** Tells whose scan it is, and the how manieth. */
function serialOf(reader: string, scan: number): string {
  return `${reader}-${String(scan).padStart(4, '0')}`;
}

/** Up to four readers, each with up to six scans of one to four reports. */
const lanes: fc.Arbitrary<readonly Lane[]> = fc
  .array(
    fc.tuple(fc.constantFrom(...SCANNERS), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })),
    {
      minLength: 1,
      maxLength: READERS.length,
    },
  )
  .map((drawn) =>
    drawn.map(([scanner, lengths], index) => {
      const reader = READERS[index] ?? '';
      const { capacity } = placesOf(scanner);
      const scans = lengths.map((reports, scan) =>
        writeReports(scanner, serialOf(reader, scan).padEnd((reports - 1) * capacity + 20), AIM),
      );
      return { reader, scanner, scans };
    }),
  );

/** Any order in which the reports of these readers may arrive: each reader's own stay in line. */
function interleave(drawn: readonly Lane[], turns: readonly number[]): readonly Sent[] {
  const queues = drawn.map(({ reader, scans }) =>
    scans.flatMap((reports, scan) => reports.map((bytes) => ({ reader, scan, bytes }))),
  );
  const sent: Sent[] = [];
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn++) {
    const waiting = queues.filter((queue) => queue.length > 0);
    const next = waiting[(turns[turn % turns.length] ?? 0) % waiting.length]?.shift();
    if (next) sent.push(next);
  }
  return sent;
}

const turnsOf = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });

/** What the line makes of it; between two scans of one reader there is a pause, where one is asked for. */
function readAll(drawn: readonly Lane[], sent: readonly (Sent & { readonly atMs: number })[]): readonly string[] {
  const readers = drawn.map(({ reader, scanner }) => readerInfo(reader, scanner));
  const reports = sent.map(({ reader, bytes, atMs }) => ({ readerKey: reader, bytes, atMs }));
  return hearReports(readers, reports).map((heard) => {
    const serial = heard.kind === 'scan' && heard.meaning.kind === 'serialNumber' ? heard.meaning.serialNumber : null;
    return `${heard.readerName} ${serial ?? 'refused'}`;
  });
}

function expectedOf({ reader, scans }: Lane): readonly string[] {
  return scans.map((_, scan) => `${reader} ${serialOf(reader, scan)}`);
}

describe('any interleaving of several readers', () => {
  test("gives each reader's scans in their order: none merged, none lost, none twice", () => {
    fc.assert(
      fc.property(lanes, turnsOf, (drawn, turns) => {
        const read = readAll(
          drawn,
          interleave(drawn, turns).map((report, atMs) => ({ ...report, atMs })),
        );
        for (const lane of drawn)
          expect(read.filter((text) => text.startsWith(`${lane.reader} `))).toEqual(expectedOf(lane));
        expect(read).toHaveLength(drawn.flatMap(expectedOf).length);
      }),
      { numRuns: 200 },
    );
  });

  test("gives the bytes of each reader's scans, and its AIM identifier, out of the assembler alone", () => {
    fc.assert(
      fc.property(lanes, turnsOf, (drawn, turns) => {
        const halves = new Map<string, HalfScan>();
        const whole = new Map<string, string[]>(drawn.map(({ reader }) => [reader, []]));
        for (const [atMs, { reader, bytes }] of interleave(drawn, turns).entries()) {
          const { layout } = readerInfo(reader, drawn.find((lane) => lane.reader === reader)?.scanner ?? '');
          if (layout === 'keys') throw new Error('no keyboard is drawn');
          const frame = decodeReport(layout, bytes);
          if (!frame.ok) throw new Error(frame.problem.detail ?? frame.problem.code);
          const assembly = assembleScan(halves.get(reader) ?? null, frame.value, atMs);
          if (assembly.kind === 'more') halves.set(reader, assembly.half);
          else {
            halves.delete(reader);
            const { aimId } = assembly.scan;
            expect(aimId).toBe(layout.aimOffsetBytes === null ? null : AIM);
            whole.get(reader)?.push(assembly.scan.text.trimEnd());
          }
        }
        for (const { reader, scans } of drawn)
          expect(whole.get(reader)).toEqual(scans.map((_, scan) => serialOf(reader, scan)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a report that is lost', () => {
  /** Every scan of a reader begins after a pause; the readers stand beside each other in time. */
  function paced(sent: readonly Sent[]): readonly (Sent & { readonly atMs: number })[] {
    return sent
      .map((report, index) => ({ ...report, atMs: report.scan * (sent.length + PAUSE_MS) + index }))
      .toSorted((one, other) => one.atMs - other.atMs);
  }

  test("changes no other reader's scan, and no other scan of its own reader after the pause", () => {
    fc.assert(
      fc.property(lanes, turnsOf, fc.nat(), (drawn, turns, pick) => {
        const sent = paced(interleave(drawn, turns));
        const lost = sent[pick % sent.length];
        const read = readAll(
          drawn,
          sent.filter((report) => report !== lost),
        );
        for (const lane of drawn) {
          const taken = read.filter((text) => text.startsWith(`${lane.reader} `) && !text.endsWith('refused'));
          const damaged = lane.reader === lost?.reader ? `${lane.reader} ${serialOf(lane.reader, lost.scan)}` : '';
          const others = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== damaged);
          expect(others(taken)).toEqual(others(expectedOf(lane)));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('is never made up for: the scan that it belonged to comes out right or is refused, and never as another', () => {
    fc.assert(
      fc.property(lanes, turnsOf, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (drawn, turns, picks) => {
        const sent = paced(interleave(drawn, turns));
        const lost = new Set(picks.map((pick) => sent[pick % sent.length]));
        const read = readAll(
          drawn,
          sent.filter((report) => !lost.has(report)),
        );
        const known = new Set(drawn.flatMap(expectedOf));
        const taken = read.filter((text) => !text.endsWith('refused'));
        expect(taken.filter((text) => !known.has(text))).toEqual([]);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 200 },
    );
  });
});

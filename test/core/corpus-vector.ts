import { readdirSync, readFileSync } from 'node:fs';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import type { RawReport, ReaderInfo } from '../../electron/core/ports.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import type { CommandMark } from '../../electron/core/scan-command-mark.ts';
import { findLayout } from '../../electron/io/scanner/reader-layout.ts';
import type { HeardScan } from '../../electron/main/heard-scan.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import layoutFile from '../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import { createHandClock } from '../fakes/hand-clock.ts';
import { descriptorFixture } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

/** `hex` may hold blanks, and `00*44` stands for a byte 44 times. */
export type CorpusReport = { readonly atMs: number; readonly reader: string; readonly hex: string };

export type Expected =
  | { readonly reader: string; readonly serialNumber: string }
  | { readonly reader: string; readonly badge: string }
  | { readonly reader: string; readonly workOrderLine: string }
  | { readonly reader: string; readonly mark: CommandMark }
  | { readonly reader: string; readonly refused: ProblemCode };

export type Vector = {
  readonly id: string;
  readonly what: string;
  /** By name: `layout A` is one of the known layouts, `descriptor pos-64` one of the fixtures. */
  readonly readers: Readonly<Record<string, string>>;
  readonly reports: readonly CorpusReport[];
  readonly expect: readonly Expected[];
  /** What the site has said of its own labels. */
  readonly siteRules?: readonly SiteRule[];
  /** What a scanner in keyboard mode types for the same labels, where one can. */
  readonly typed?: readonly string[];
};

export type CorpusFile = { readonly about: string; readonly source: string; readonly vectors: readonly Vector[] };

export const CORPUS_FOLDER = new URL('../fixtures/hid/corpus/', import.meta.url);

const LAYOUTS: Readonly<Record<string, ReportLayout>> = layoutFile.layouts;

/** Of no known maker: what its descriptor says is all that is known. */
const UNKNOWN_SCANNER = { vendorId: 0xfff0, productId: 1, usagePage: 0x8c, usage: 2 };

/** A reader of chips: the id as a binary number, and a count before it. Made up. */
const NUMBER_READER: ReportLayout = {
  name: 'number',
  reportId: 1,
  lengthBytes: 16,
  countOffsetBytes: 1,
  aimOffsetBytes: null,
  dataOffsetBytes: 2,
  dataCapacityBytes: 13,
  continuedOffsetBytes: 15,
  encoding: 'hex',
};

/** The checked-in corpus, by the name of its file. */
export function readCorpus(): Readonly<Record<string, CorpusFile>> {
  const names = readdirSync(CORPUS_FOLDER).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.toSorted().map((name) => {
      const file: CorpusFile = JSON.parse(readFileSync(new URL(name, CORPUS_FOLDER), 'utf8'));
      return [name.replace('.json', ''), file];
    }),
  );
}

export function reportBytes(hex: string): Uint8Array {
  const full = hex.replaceAll(/([0-9A-F]{2})\*(\d+)/g, (_, byte: string, times: string) => byte.repeat(Number(times)));
  return Uint8Array.from(Buffer.from(full.replaceAll(' ', ''), 'hex'));
}

/** A reader as the edge would announce it. */
export function readerInfo(readerKey: string, scanner: string): ReaderInfo {
  return { readerKey, name: readerKey, vendorId: 0, productId: 0, serialNumber: null, layout: layoutNamed(scanner) };
}

function layoutNamed(scanner: string): ReaderInfo['layout'] {
  const [kind, name = ''] = scanner.split(' ');
  if (kind === 'keyboard') return 'keys';
  if (kind === 'descriptor') {
    const found = findLayout(UNKNOWN_SCANNER, descriptorFixture(name));
    if (found.kind === 'described') return found.layout;
  }
  const layout = LAYOUTS[name];
  if (kind === 'layout' && layout) return layout;
  if (kind === 'number' && name === 'reader') return NUMBER_READER;
  throw new Error(`The corpus names a scanner that is not there: ${scanner}`);
}

/** What the product makes of a vector. */
export function runVector({ readers, reports, siteRules }: Vector): readonly Expected[] {
  const infos = Object.entries(readers).map(([key, scanner]) => readerInfo(key, scanner));
  const sent = reports.map(({ atMs, reader, hex }) => ({ readerKey: reader, bytes: reportBytes(hex), atMs }));
  return hearReports(infos, sent, siteRules).map(toExpected);
}

/** What a line hears while its clock goes from report to report, and for as long after as anything is held back. */
export function hearReports(
  readers: readonly ReaderInfo[],
  reports: readonly RawReport[],
  siteRules: readonly SiteRule[] = [],
): readonly HeardScan[] {
  const heard: HeardScan[] = [];
  const { clock, moveTo, timerCount } = createHandClock(0);
  const line = createScanLine({ clock, siteRules: () => siteRules, onScan: (scan) => heard.push(scan) });
  for (const reader of readers) line.attach(reader);
  for (const report of reports) {
    if (timerCount() > 0) moveTo(report.atMs);
    line.read(report);
  }
  moveTo(Infinity);
  return heard;
}

function toExpected(heard: HeardScan): Expected {
  const { readerKey: reader } = heard;
  if (heard.kind === 'trouble') return { reader, refused: heard.problem.code };
  const { meaning } = heard;
  switch (meaning.kind) {
    case 'serialNumber':
      return { reader, serialNumber: meaning.serialNumber };
    case 'badge':
      return { reader, badge: meaning.badgeId };
    case 'workOrderLine':
      return { reader, workOrderLine: meaning.lineId };
    case 'commandMark':
      return { reader, mark: meaning.mark };
    case 'refused':
      return { reader, refused: meaning.problem.code };
  }
}

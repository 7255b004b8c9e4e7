import { readdirSync, readFileSync } from 'node:fs';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { Event } from '../../electron/core/event.ts';
import type { ReaderInfo } from '../../electron/core/ports.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import { findLayout } from '../../electron/io/scanner/reader-layout.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import layoutFile from '../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import { descriptorFixture } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

/** `hex` may hold blanks, and `00*44` stands for a byte 44 times. */
export type CorpusReport = { readonly atMs: number; readonly reader: string; readonly hex: string };

export type Expected =
  | { readonly reader: string; readonly serialNumber: string }
  | { readonly reader: string; readonly refused: ProblemCode };

export type Vector = {
  readonly id: string;
  readonly what: string;
  /** By name: `layout A` is one of the known layouts, `descriptor pos-64` one of the fixtures. */
  readonly readers: Readonly<Record<string, string>>;
  readonly reports: readonly CorpusReport[];
  readonly expect: readonly Expected[];
  /** What a scanner in keyboard mode types for the same labels, where one can. */
  readonly typed?: readonly string[];
};

export type CorpusFile = { readonly about: string; readonly source: string; readonly vectors: readonly Vector[] };

export const CORPUS_FOLDER = new URL('../fixtures/hid/corpus/', import.meta.url);

const LAYOUTS: Readonly<Record<string, ReportLayout>> = layoutFile.layouts;

/** Of no known maker: what its descriptor says is all that is known. */
const UNKNOWN_SCANNER = { vendorId: 0xfff0, productId: 1, usagePage: 0x8c, usage: 2 };

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

function layoutNamed(scanner: string): ReportLayout {
  const [kind, name = ''] = scanner.split(' ');
  if (kind === 'descriptor') {
    const found = findLayout(UNKNOWN_SCANNER, descriptorFixture(name));
    if (found.kind === 'described') return found.layout;
  }
  const layout = LAYOUTS[name];
  if (kind === 'layout' && layout) return layout;
  throw new Error(`The corpus names a scanner that is not there: ${scanner}`);
}

/** What the product makes of a vector. */
export function runVector({ readers, reports }: Vector): readonly Expected[] {
  const line = createScanLine();
  for (const [key, scanner] of Object.entries(readers)) line.attach(readerInfo(key, scanner));
  return reports
    .flatMap(({ atMs, reader, hex }) => line.read({ readerKey: reader, bytes: reportBytes(hex), atMs }))
    .map(toExpected);
}

function toExpected(event: Event): Expected {
  if (event.kind === 'scanned') return { reader: event.readerKey, serialNumber: event.serialNumber };
  if (event.kind === 'scanRefused') return { reader: event.readerKey, refused: event.problem.code };
  throw new Error(`A report made an event of another kind: ${event.kind}`);
}

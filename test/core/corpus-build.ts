import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import type { CommandMark } from '../../electron/core/scan-command-mark.ts';
import { hasOwnSigns, readAs, toHex, writeReports } from './corpus-scanners.ts';
import type { CorpusReport, Expected, Vector } from './corpus-vector.ts';

/** One label before one reader. */
export type Scan = {
  readonly text: string;
  readonly aimId?: string;
  readonly reader?: string;
  readonly atMs?: number;
  /** From one report of the scan to the next. */
  readonly stepMs?: number;
  /** Reports that never arrive, counted from 0. */
  readonly lost?: readonly number[];
};

/** `left scan-empty`, `left 20033752` or `left badge:4711`; without a name it is the reader `left`. */
type Outcome = string;

type Plan = {
  readonly id: string;
  readonly what: string;
  /** Where it is one name, that is the scanner of the reader `left`. */
  readonly scanner: string | Readonly<Record<string, string>>;
  readonly scans: readonly Scan[];
  /** Reports of another kind. */
  readonly more?: readonly CorpusReport[];
  readonly expect: readonly Outcome[];
  readonly siteRules?: readonly SiteRule[];
};

const STEP_MS = 2;
const TYPEABLE = /^[\u0020-\u007e\t\r]+$/;

export function buildVector({ id, what, scanner, scans, more = [], expect, siteRules }: Plan): Vector {
  const scanners = typeof scanner === 'string' ? { left: scanner } : scanner;
  const sent = scans.flatMap((scan) => reportsOf(scan, scanners));
  const isWhole = more.length === 0 && scans.every(({ lost }) => lost === undefined);
  const isOne = Object.keys(scanners).length === 1 && !Object.values(scanners).some(hasOwnSigns);
  const isTypeable = isWhole && isOne && scans.every(({ text }) => TYPEABLE.test(text));
  return {
    id,
    what,
    readers: Object.fromEntries(Object.entries(scanners).map(([reader, name]) => [reader, readAs(name)])),
    reports: [...sent, ...more].toSorted((one, other) => one.atMs - other.atMs),
    expect: expect.map(toExpected),
    ...(siteRules && { siteRules }),
    ...(isTypeable && { typed: scans.map(({ text }) => text) }),
  };
}

/** A report of hexadecimal digits, for what is no scan. */
export function rawReport(atMs: number, hex: string, reader = 'left'): CorpusReport {
  return { atMs, reader, hex };
}

function reportsOf(scan: Scan, scanners: Readonly<Record<string, string>>): readonly CorpusReport[] {
  const { text, aimId = ']C0', reader = 'left', atMs = 0, stepMs = STEP_MS, lost = [] } = scan;
  return writeReports(scanners[reader] ?? '', text, aimId)
    .map((bytes, index) => ({ atMs: atMs + index * stepMs, reader, hex: toHex(bytes) }))
    .filter((_, index) => !lost.includes(index));
}

function toExpected(outcome: Outcome): Expected {
  const [reader, what] = outcome.includes(' ') ? outcome.split(' ') : ['left', outcome];
  if (!reader || !what) throw new Error(`No outcome: ${outcome}`);
  if (/^(?:scan|report)-/.test(what)) return { reader, refused: what as ProblemCode };
  const [kind, value] = what.includes(':') ? what.split(':') : ['serial', what];
  if (!value) throw new Error(`No outcome: ${outcome}`);
  if (kind === 'badge') return { reader, badge: value };
  if (kind === 'order') return { reader, workOrderLine: value };
  if (kind === 'mark') return { reader, mark: value as CommandMark };
  return { reader, serialNumber: value };
}

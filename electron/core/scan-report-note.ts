import type { ReportFields, ReportView } from '../contract/doctor.ts';
import type { ProblemCode, Problem } from '../contract/problem.ts';
import type { RawReport } from './ports.ts';
import { latin1, upperHex } from './scan-bytes.ts';
import { showable, type ScanMeaning } from './scan-grammar.ts';
import { isAnySeed } from './scan-rules.ts';

/** One input report, for somebody who looks at the bytes. */
export type ReportNote = Omit<ReportView, 'seq' | 'readerName'>;

/** A report of a scan that is not whole yet: whether its bytes may be seen is known at its end. */
export type PendingNote = { readonly report: RawReport; readonly fields: ReportFields | null };

/** Of a scan that is refused for one of these, no byte is shown, however short it is. */
const HIDDEN: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['scan-holds-secret', 'scan-link', 'scan-too-long']);

/** Chosen: half of the shortest seed. What is no whole scan might be a piece of one. */
const SEED_PIECE = /[A-Z2-7]{8,}/i;
const AIM_ID = /\][A-Z]./i;

export function noteOf({ report, fields }: PendingNote, isShown: boolean, problem: Problem | null = null): ReportNote {
  const { readerKey, atMs, bytes } = report;
  const bytesHex = isShown ? upperHex(bytes, 0, bytes.length) : null;
  return { readerKey, atMs, lengthBytes: bytes.length, bytesHex, fields, problem };
}

/** Whether the bytes of a report that is no part of a whole scan may be seen. */
export function isHarmless({ bytes }: RawReport): boolean {
  return !SEED_PIECE.test(latin1(bytes, 0, bytes.length).replace(AIM_ID, ' '));
}

/** A text as it was read, or as much of it as its meaning keeps: the rest of a label may be anybody's secret. */
export function keepRaw(rawText: string, { scannedText, aimId }: ScanMeaning): string {
  if (rawText === scannedText) return rawText;
  const label = rawText.trim();
  return label === scannedText || label === `${aimId}${scannedText}` ? rawText : scannedText;
}

/** Whether the bytes of a whole scan may be seen. */
export function mayShowBytes(rawText: string, meaning: ScanMeaning): boolean {
  if (meaning.kind !== 'refused') return meaning.scannedText === rawText.trim() && !isAnySeed(rawText);
  if (HIDDEN.has(meaning.problem.code)) return false;
  // Signs that cannot be seen are what one looks for here; what is between them must be harmless without them.
  // oxlint-disable-next-line no-control-regex -- finding control characters is the point
  const plain = rawText.replace(/[\u0000-\u0020\u007f]/g, '');
  return plain === '' || (showable(plain) !== '' && !isAnySeed(plain));
}

import type { Frame } from './hid-report.ts';

/** One whole scan. `overflow`: it went on past the bound, and its text was let go. */
export type Scan = { readonly text: string; readonly aimId: string | null; readonly overflow: boolean };

/** What one reader has sent of a scan that is not whole yet. */
export type HalfScan = Scan & { readonly lastAtMs: number; readonly droppedHalf: boolean };

export type Assembly =
  | { readonly kind: 'more'; readonly half: HalfScan }
  /** `droppedHalf`: an older half was given up, because its rest never came. */
  | { readonly kind: 'whole'; readonly scan: Scan; readonly droppedHalf: boolean };

/** Chosen: four times the longest label; a scan that is longer is no serial number. */
const LONGEST_SCAN = 1_024;

/** Chosen: a scanner sends the reports of one scan within milliseconds; after this pause the next one is another scan. */
const LONGEST_PAUSE_MS = 300;

/**
 * Joins the reports of one reader's scan. Each reader has its own half, so two readers never merge. A lost continuation
 * does not touch the next scan once the pause is over, or where that has another symbology. A lost first report cannot be
 * seen: nothing in a report says that it is not the first.
 */
export function assembleScan(half: HalfScan | null, frame: Frame, atMs: number): Assembly {
  const isForeign = half !== null && !belongs(half, frame, atMs);
  const before = isForeign ? null : half;
  const text = before ? before.text + frame.text : frame.text;
  const overflow = (before?.overflow ?? false) || text.length > LONGEST_SCAN;
  const scan: Scan = { text: overflow ? '' : text, aimId: before?.aimId ?? frame.aimId, overflow };
  const droppedHalf = isForeign || (before?.droppedHalf ?? false);
  if (frame.continued) return { kind: 'more', half: { ...scan, lastAtMs: atMs, droppedHalf } };
  return { kind: 'whole', scan, droppedHalf };
}

/** What is left of a half that cannot become a scan any more: it lasts until its end comes, and is refused then. */
export function breakHalf(half: HalfScan, atMs: number): HalfScan {
  return { ...half, text: '', overflow: true, lastAtMs: atMs };
}

/** One scan has one symbology, and no pause in it. */
function belongs(half: HalfScan, frame: Frame, atMs: number): boolean {
  const isSameCode = half.aimId === null || frame.aimId === null || half.aimId === frame.aimId;
  return isSameCode && atMs - half.lastAtMs <= LONGEST_PAUSE_MS;
}

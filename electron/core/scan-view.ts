import type { ProblemCode } from '../contract/problem.ts';
import type { ScanMeaning } from './scan-grammar.ts';

/** What one reader has before it: labels that it read a moment ago, and refusals that are not told yet. */
export type ScanView<T> = {
  /** The newest last. */
  readonly recent: readonly Seen[];
  readonly held: readonly Held<T>[];
};

type Seen = {
  readonly text: string;
  readonly aimId: string | null;
  readonly isSerial: boolean;
  readonly lastAtMs: number;
};
type Held<T> = { readonly scan: T; readonly untilMs: number };

/** A scan as far as it matters here. `text` is `null` where it is not known. */
export type SeenScan<T> = { readonly scan: T; readonly text: string | null; readonly meaning: ScanMeaning };

/** `told`: what is to be told now, in order. `heldUntilMs`: when to flush, or `null`. */
export type Look<T> = { readonly view: ScanView<T>; readonly told: readonly T[]; readonly heldUntilMs: number | null };

/**
 * How long the same label is nothing new to a reader, from its last reading on.
 * Source: makers' manuals set 400 to 800 ms for the same code. Chosen: the middle.
 */
const SAME_LABEL_MS = 600;

/**
 * How long a refusal waits for the token that the label stands beside.
 * Chosen: a scanner that sees several labels reads them within a few tenths of a second.
 */
const BESIDE_TOKEN_MS = 400;

/** Chosen: more labels than a scanner has before it at once; in a quick row of tokens the oldest is soon forgotten. */
const MOST_LABELS = 8;

/** What stands on boxes and desks beside a token. Anything else is told at once. */
const BESIDE_TOKENS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'scan-retail-code',
  'scan-asset-tag',
  'scan-link',
  'scan-not-a-serial',
]);

export const NOTHING_IN_VIEW: ScanView<never> = { recent: [], held: [] };

/**
 * Decides whether one reader's scan is told. A label that stays in view is told once; a label beside a token is not told
 * at all; every other scan is told at once, however quickly they come.
 */
export function lookAt<T>(before: ScanView<T>, { scan, text, meaning }: SeenScan<T>, atMs: number): Look<T> {
  const { view, told } = flushView(before, atMs);
  const { aimId } = meaning;
  const isSerial = meaning.kind === 'serialNumber';
  const seenAt = findSeen(view.recent, text, aimId, atMs);
  const recent = text === null ? view.recent : addSeen(view.recent, seenAt, { text, aimId, isSerial, lastAtMs: atMs });
  const held = isSerial ? [] : view.held;
  if (seenAt !== -1) return look({ recent, held }, told);
  if (!isBeside(meaning)) return look({ recent, held }, told.length === 0 ? [scan] : [...told, scan]);
  const isAtToken = view.recent.some((seen) => seen.isSerial && isNow(seen, atMs));
  return look({ recent, held: isAtToken ? held : [...held, { scan, untilMs: atMs + BESIDE_TOKEN_MS }] }, told);
}

/** A loop and no closure: this runs for each scan. */
function findSeen(recent: readonly Seen[], text: string | null, aimId: string | null, atMs: number): number {
  for (let at = recent.length - 1; at >= 0; at--) {
    const seen = recent[at];
    if (seen && seen.text === text && seen.aimId === aimId && isNow(seen, atMs)) return at;
  }
  return -1;
}

/** Puts a label last; one that was seen before, or else the oldest of too many, goes. */
function addSeen(recent: readonly Seen[], seenAt: number, seen: Seen): readonly Seen[] {
  const gone = seenAt === -1 && recent.length >= MOST_LABELS ? 0 : seenAt;
  const kept = gone === -1 ? recent.slice() : recent.toSpliced(gone, 1);
  kept.push(seen);
  return kept;
}

/** Tells the refusals that have waited long enough; `Infinity`: all of them. */
export function flushView<T>(view: ScanView<T>, nowMs: number): Look<T> {
  if (view.held.length === 0) return { view, told: [], heldUntilMs: null };
  const told = view.held.filter(({ untilMs }) => untilMs <= nowMs).map(({ scan }) => scan);
  return look({ recent: view.recent, held: view.held.filter(({ untilMs }) => untilMs > nowMs) }, told);
}

function look<T>(view: ScanView<T>, told: readonly T[]): Look<T> {
  return { view, told, heldUntilMs: view.held[0]?.untilMs ?? null };
}

function isBeside(meaning: ScanMeaning): boolean {
  return meaning.kind === 'refused' && BESIDE_TOKENS.has(meaning.problem.code);
}

function isNow({ lastAtMs }: Seen, atMs: number): boolean {
  return Math.abs(atMs - lastAtMs) <= SAME_LABEL_MS;
}

/** One key that writes a sign. Times are milliseconds of the page's own clock. */
export type SignKey = {
  readonly char: string;
  readonly shift: boolean;
  readonly atMs: number;
  /** How long the sign's key before it was down: infinite while it still is, as when quick fingers roll over. */
  readonly heldBeforeMs: number;
};

/** Source: Zebra readers type at about 80 ms a key with peaks of 100. Chosen: a quarter on top; a longer pause ends it. */
export const LONGEST_GAP_MS = 125;

/** Chosen: the shortest serial number. What is shorter is typing. */
export const FEWEST_SIGNS = 6;

/** Chosen: twice the quickest typing on record (some 40 ms a key over a sentence) is safe at 30 without looking closer. */
const FAST_MEAN_MS = 30;

/** Chosen: a machine that types at 30 stumbles to twice that, when the system is busy; a finger starts there. */
export const FAST_GAP_MS = 60;

/** Chosen: below this an even rhythm is proof enough; above it the text has to look like a label, too. */
const QUICK_MEAN_MS = 55;

/** Chosen: 100 ms a key, and the fifth that a short label may be off by. */
const SLOWEST_MEAN_MS = 120;

/**
 * How even a machine is: standard deviation over mean, and the longest gap over the shortest.
 * Chosen: a reader that strays by 20 % either way comes to 0.2 and 1.5 at the most. Fingers come to 0.3 and more.
 */
const MOST_SPREAD = 0.21;
const MOST_RATIO = 1.6;

/**
 * How much of a gap a key is down. A reader sends press and release back to back, then its delay.
 * Source: Dhakal et al., Observations on Typing from 136 Million Keystrokes (CHI 2018): people hold a key for about 120 ms,
 * and quick ones press the next before they let go. Chosen: half.
 */
const LONGEST_HELD = 0.5;

/** Chosen: what the system's clock and the bus add to one gap. */
const STRAY_MS = 6;

/** Chosen: six gaps say more than five; a reader whose rhythm is known, or that ends with Enter, needs no more than six. */
const FEWEST_UNPROVEN = 7;

/** Chosen: the readers of one bench are of one make, and stray by this much from scan to scan. */
const SAME_RHYTHM = 0.15;

export function meanGapMs(keys: readonly SignKey[]): number {
  const [first, last] = [keys[0], keys.at(-1)];
  return first && last && keys.length > 1 ? (last.atMs - first.atMs) / (keys.length - 1) : 0;
}

/** No hand does this, however uneven it is. */
export function isFast(keys: readonly SignKey[]): boolean {
  if (keys.length < FEWEST_SIGNS || meanGapMs(keys) > FAST_MEAN_MS) return false;
  return gapsOf(keys).every((gapMs) => gapMs <= FAST_GAP_MS) && keys.slice(1).every(isAlone);
}

/** Whether these keys may still turn out to be a slow reader's. */
export function mayBeSteady(keys: readonly SignKey[]): boolean {
  if (!keys.slice(1).every(isAlone)) return false;
  return gapClasses(keys).every((gaps) => Math.max(...gaps) <= MOST_RATIO * Math.min(...gaps) + STRAY_MS);
}

/**
 * A slow reader: even, never two keys down at once, and above `QUICK_MEAN_MS` only with a text as labels have it.
 * @param endMs The time of the Enter or Tab that ended it, or `null` while it goes on.
 */
export function isSteady(keys: readonly SignKey[], endMs: number | null, knownMs: readonly number[]): boolean {
  const text = keys.map(({ char }) => char).join('');
  // Six digits at this speed are a code or a personnel number that somebody types.
  if (keys.length < FEWEST_SIGNS || /^\d{6}$/.test(text)) return false;
  const meanMs = meanGapMs(keys);
  if (meanMs > SLOWEST_MEAN_MS || !mayBeSteady(keys) || spreadOf(keys) > MOST_SPREAD) return false;
  if (keys.slice(1).some(({ heldBeforeMs }) => heldBeforeMs > LONGEST_HELD * meanMs + STRAY_MS / 2)) return false;
  if (meanMs <= QUICK_MEAN_MS) return true;
  const isKnown = knownMs.some((known) => Math.abs(known - meanMs) <= SAME_RHYTHM * known);
  const isEnded = endMs !== null && isInRhythm(endMs - (keys.at(-1)?.atMs ?? 0), meanMs);
  return (isKnown || isEnded || keys.length >= FEWEST_UNPROVEN) && looksScanned(text);
}

/** The key before had been let go. */
export function isAlone({ heldBeforeMs }: SignKey): boolean {
  return heldBeforeMs < Number.POSITIVE_INFINITY;
}

function isInRhythm(gapMs: number, meanMs: number): boolean {
  return Math.abs(gapMs - meanMs) <= (MOST_RATIO - 1) * meanMs;
}

/** Serial numbers and shop codes have four digits or more, links a colon; seeds are long and in capitals. Names have none. */
function looksScanned(text: string): boolean {
  if (text.includes('@')) return false;
  return text.replace(/\D/g, '').length >= 4 || /^[a-z]+:/i.test(text) || /^[A-Z2-7]{16,}/.test(text);
}

function gapsOf(keys: readonly SignKey[]): readonly number[] {
  return keys.slice(1).map(({ atMs }, index) => atMs - (keys[index]?.atMs ?? atMs));
}

/** Gaps before small and before shifted signs apart: a reader needs one report more for Shift. */
function gapClasses(keys: readonly SignKey[]): readonly (readonly number[])[] {
  const gaps = gapsOf(keys);
  const isShifted = keys.slice(1).map(({ shift }) => shift);
  return [true, false]
    .map((wanted) => gaps.filter((_, index) => isShifted[index] === wanted))
    .filter((gaps_) => gaps_.length > 0);
}

function spreadOf(keys: readonly SignKey[]): number {
  const squares = gapClasses(keys).flatMap((gaps) => {
    const mean = gaps.reduce((sum, gapMs) => sum + gapMs, 0) / gaps.length;
    return gaps.map((gapMs) => (gapMs - mean) ** 2);
  });
  const meanSquare = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  return Math.max(0, Math.sqrt(meanSquare) - STRAY_MS / 2) / meanGapMs(keys);
}

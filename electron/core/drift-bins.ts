import type { DriftBin } from '../contract/seed-file.ts';

/** As in `isFitForUse`: from here on a token stays in the drawer. */
const FARTHEST_MINUTES = 10;

const EMPTY: readonly DriftBin[] = Array.from({ length: 2 * FARTHEST_MINUTES + 1 }, (_, place) => ({
  minutes: place - FARTHEST_MINUTES,
  count: 0,
}));

/** How many clocks are how far off, from the slowest minute to the fastest; empty where none was seen. */
export function countDrifts(driftsMs: Iterable<number>): readonly DriftBin[] {
  const counts = new Map<number, number>();
  for (const driftMs of driftsMs) {
    // Towards 0: half a minute slow is no minute slow.
    const minutes = Math.max(-FARTHEST_MINUTES, Math.min(FARTHEST_MINUTES, Math.trunc(driftMs / 60_000))) || 0;
    counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  return counts.size === 0 ? [] : EMPTY.map(({ minutes }) => ({ minutes, count: counts.get(minutes) ?? 0 }));
}

/**
 * How many activations a tenant takes.
 * Source: Microsoft Entra, "Manage OATH tokens": up to 200 activations in 5 minutes.
 */
export const MOST_ACTIVATIONS = 200;
export const PACE_WINDOW_MS = 300_000;

/** When activations were meant to be sent, the newest last: no more of them than matter. */
export type SentTimes = readonly number[];

/** Each intent counts, whether its POST left or not: what is not known to have been saved is not spent. */
export function addSent(times: SentTimes, atMs: number): SentTimes {
  return [...times.slice(1 - MOST_ACTIVATIONS), atMs];
}

/** How many may be sent now. A clock that was set back does not give a second helping. */
export function paceLeft(times: SentTimes, nowMs: number): number {
  return MOST_ACTIVATIONS - times.filter((atMs) => isInWindow(atMs, nowMs)).length;
}

/** When the next one may be sent, or `null`: now. */
export function paceFreeAtMs(times: SentTimes, nowMs: number): number | null {
  if (paceLeft(times, nowMs) > 0) return null;
  const counted = times.filter((atMs) => isInWindow(atMs, nowMs));
  return Math.min(...counted) + PACE_WINDOW_MS;
}

/** A time further ahead than the window is a clock that was wrong then, and must not block the desk for a day. */
function isInWindow(atMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - atMs) < PACE_WINDOW_MS;
}

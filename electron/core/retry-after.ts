/** Chosen: a server that asks for more than an hour is asked again after an hour. */
const LONGEST_MS = 3_600_000;

/**
 * Milliseconds to wait, from a Retry-After header in seconds or as a date; `null` where there is none or it makes no sense.
 * Source: RFC 9110 §10.2.3.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(LONGEST_MS, Math.max(0, waitMs));
}

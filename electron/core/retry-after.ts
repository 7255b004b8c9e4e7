/** Chosen: a server that asks for more than an hour is asked again after an hour. */
const LONGEST_MS = 3_600_000;

/**
 * Milliseconds to wait, from a Retry-After header in seconds or as a date; `null` where there is none or it makes no sense.
 * Source: RFC 9110 §10.2.3. Observed: microsoftgraph/microsoft-graph-docs issue 3877: Graph also writes parts of seconds.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(LONGEST_MS, Math.ceil(Number(text) * 1_000));
  // `Date.parse` alone would take "-5" for a year.
  const waitMs = /^[A-Z][a-z]{2,8}, /.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(waitMs) ? null : Math.min(LONGEST_MS, Math.max(0, waitMs));
}

import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { findForgettable } from '../core/history/forgettable.ts';
import type { ClockPort, JournalPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import type { Log } from './log.ts';

const DAY_MS = 86_400_000;

type RetentionOptions = {
  readonly journal: JournalPort;
  /** 0: for ever. */
  readonly days: number;
  readonly clock: ClockPort;
  readonly log: Log;
};

/**
 * Forgets what is older than the setting allows, before the journal is folded: the station never sees it again. What cannot
 * be forgotten stops nothing; the log says why, and the next start tries again.
 */
export async function applyRetention({ journal, days, clock, log }: RetentionOptions): Promise<void> {
  if (days <= 0) return;
  const forgotten = await forgetOld(journal, clock.nowMs(), clock.nowMs() - days * DAY_MS);
  if (forgotten.ok && forgotten.value > 0) log.write('old entries forgotten', { count: forgotten.value });
  if (!forgotten.ok) log.write('old entries not forgotten', toFields(forgotten.problem));
}

async function forgetOld(journal: JournalPort, atMs: number, beforeMs: number): Promise<Result<number>> {
  const stored = await journal.readAll();
  if (!stored.ok) return stored;
  const { events, chainBrokenAtSeq } = stored.value;
  // Somebody has been at it: what it holds is evidence.
  if (chainBrokenAtSeq !== null)
    return refuse('storage-failing', { detail: `the chain breaks at ${chainBrokenAtSeq}` });
  const entries = findForgettable(events, Math.max(0, beforeMs));
  const count = entries.length;
  const note = count > 0 ? ({ kind: 'retentionApplied', atMs, beforeMs, count } as const) : null;
  const forgotten = await journal.forget(entries, note);
  return forgotten.ok ? ok(count) : forgotten;
}

function toFields({ code, detail }: Problem): Parameters<Log['write']>[1] {
  return { problemCode: code, ...(detail === undefined ? {} : { words: detail }) };
}

import type { ComparisonView, ExceptionsView, ExceptionView, ShiftView } from '../contract/shift.ts';
import { newestOf, sizeOf } from './ordered-map.ts';
import { readerName } from './reader-name.ts';
import { NEW_SHIFT, type RefusedScan, type Shift } from './shift.ts';
import type { State } from './state.ts';

/** Chosen: as many as the queue has on a page. */
export const EXCEPTIONS_PER_PAGE = 50;

/** How far a comparison that is under way has come. */
export type Comparing = Pick<ComparisonView, 'doneCount' | 'totalCount'>;

export function toShift(state: State, comparing: Comparing | null): ShiftView {
  // It names people, and at a kiosk somebody else stands before it.
  const shift = state.kiosk ? NEW_SHIFT : state.shift;
  const { sinceMs, counts, operators, comparison: result } = shift;
  return {
    sinceMs,
    counts,
    operators,
    exceptions: toExceptions(state, shift),
    comparison: { isRunning: comparing !== null, ...(comparing ?? { doneCount: 0, totalCount: 0 }), result },
  };
}

function toExceptions(state: State, shift: Shift): ExceptionsView {
  const count = sizeOf(shift.stopped) + shift.refusedScans.length;
  const pageCount = Math.max(1, Math.ceil(count / EXCEPTIONS_PER_PAGE));
  const page = Math.min(shift.shownPage, pageCount - 1);
  const rows: ExceptionView[] = [];
  let toSkip = page * EXCEPTIONS_PER_PAGE;
  for (const row of newestExceptions(state, shift)) {
    if (toSkip > 0) toSkip--;
    else rows.push(row());
    if (rows.length === EXCEPTIONS_PER_PAGE) break;
  }
  return { page, pageCount, count, rows };
}

/** Both lists as one. A row is made only where it is shown. */
function* newestExceptions(state: State, { stopped, refusedScans }: Shift): Generator<() => ExceptionView> {
  let left = refusedScans.length;
  for (const [id, atMs] of newestOf(stopped)) {
    for (let scan = refusedScans[left - 1]; scan && scan.atMs > atMs; scan = refusedScans[left - 1]) {
      left--;
      yield scanRow(state, scan);
    }
    yield tokenRow(state, id);
  }
  for (const scan of refusedScans.slice(0, left).toReversed()) yield scanRow(state, scan);
}

function scanRow(state: State, scan: RefusedScan): () => ExceptionView {
  return () => ({
    key: `scan-${scan.seq}`,
    atMs: scan.atMs,
    kind: 'scan',
    itemId: null,
    serialNumber: null,
    rawText: scan.rawText,
    readerName: readerName(state, scan.readerKey),
    user: null,
    problem: scan.problem,
  });
}

function tokenRow(state: State, id: number): () => ExceptionView {
  return () => {
    const item = state.items.get(id);
    const problem = item?.state.kind === 'stopped' ? item.state.problem : ({ code: 'item-gone' } as const);
    return {
      key: `token-${id}`,
      atMs: item?.changedAtMs ?? 0,
      kind: 'token',
      itemId: id,
      serialNumber: item?.serialNumber ?? null,
      rawText: item?.rawText ?? '',
      readerName: item?.readerName ?? '',
      user: item?.user ?? null,
      problem,
    };
  };
}

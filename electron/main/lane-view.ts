import type { ClockPort } from '../core/ports.ts';
import { flushView, lookAt, NOTHING_IN_VIEW, type Look, type ScanView, type SeenScan } from '../core/scan-view.ts';
import type { HeardScan } from './heard-scan.ts';

/** What one reader has before it, with the timer for what is held back. */
export type LaneView = {
  readonly look: (seen: SeenScan<HeardScan>, atMs: number) => void;
  /** Tells all that is held back. */
  readonly flush: () => void;
};

export function createLaneView(clock: ClockPort, onScan: (heard: HeardScan) => void): LaneView {
  let view: ScanView<HeardScan> = NOTHING_IN_VIEW;
  let flushAtMs: number | null = null;
  let callOff = (): void => undefined;

  function settle({ view: next, told, heldUntilMs }: Look<HeardScan>): void {
    view = next;
    if (heldUntilMs !== flushAtMs) arm(heldUntilMs);
    for (const heard of told) onScan(heard);
  }

  function arm(atMs: number | null): void {
    callOff();
    flushAtMs = atMs;
    if (atMs === null) return;
    callOff = clock.at(atMs, () => {
      flushAtMs = null;
      settle(flushView(view, Math.max(atMs, clock.nowMs())));
    });
  }

  return {
    look: (seen, atMs) => {
      settle(lookAt(view, seen, atMs));
    },
    flush: () => {
      settle(flushView(view, Infinity));
    },
  };
}

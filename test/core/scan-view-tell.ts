import { readScanText } from '../../electron/core/scan-grammar.ts';
import { flushView, lookAt, NOTHING_IN_VIEW, type ScanView } from '../../electron/core/scan-view.ts';

/** What was read, when, and under which identifier. */
export type Reading = readonly [atMs: number, text: string, aimId?: string];

/** `time text` of each that is told, in order; the view is flushed where it asks for it. */
export function tell(readings: readonly Reading[]): readonly string[] {
  let view: ScanView<string> = NOTHING_IN_VIEW;
  let heldUntilMs: number | null = null;
  const told: string[] = [];
  const flushTo = (nowMs: number): void => {
    while (heldUntilMs !== null && heldUntilMs <= nowMs) {
      const atMs: number = heldUntilMs;
      const flushed = flushView(view, atMs);
      told.push(...flushed.told.map((scan) => `${atMs} ${scan}`));
      ({ view, heldUntilMs } = flushed);
    }
  };
  for (const [atMs, text, aimId = ']C0'] of readings) {
    flushTo(atMs);
    const look = lookAt(view, { scan: text, text, meaning: readScanText(text, aimId) }, atMs);
    told.push(...look.told.map((scan) => `${atMs} ${scan}`));
    ({ view, heldUntilMs } = look);
  }
  flushTo(Infinity);
  return told;
}

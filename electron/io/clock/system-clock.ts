import type { ClockPort } from '../../core/ports.ts';

/** Source: Node, `setTimeout`: a longer delay would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: ClockPort = {
  nowMs: () => Date.now(),
  at: (atMs, run) => {
    const delayMs = Math.min(LONGEST_TIMER_MS, Math.max(0, atMs - Date.now()));
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  soon: (run) => {
    setImmediate(run);
  },
};
